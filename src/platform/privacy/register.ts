import { columnsOf, type Processing } from './processing.ts'

/** What the platform itself keeps about people, whatever the module. */
export const platformRegister: readonly Processing[] = [
  {
    id: 'journal',
    name: 'Le journal des actes',
    purpose:
      'Le journal dit qui a fait quoi, et quand. Il sert à prouver les actes d’une convention et à comprendre une erreur ou un abus.',
    basis: 'legal-obligation',
    people: 'Les personnes qui ont un compte.',
    data: 'L’acte, sa date, la personne et la structure pour laquelle elle agit. À part et pour moins longtemps : l’adresse réseau et le navigateur.',
    recipients:
      'Les chargées et chargés de mission du réseau et les personnes chargées du contrôle. Chaque personne voit les lignes qui la concernent.',
    retention:
      'Les lignes : le nombre d’années fixé par le réseau (10 ans si rien n’est fixé). L’adresse réseau et le navigateur : 12 mois si rien n’est fixé.',
    rules: ['platform.journal', 'platform.journal-origins'],
    columns: columnsOf({
      'platform.journal': ['person_id', 'impersonator_id', 'details', 'changes'],
      'platform.journal_origin': ['address', 'user_agent'],
    }),
  },
  {
    id: 'courriels',
    name: 'Les courriels envoyés',
    purpose: 'Prévenir les personnes d’un acte, d’une échéance, ou leur envoyer un lien.',
    basis: 'public-task',
    people: 'Les personnes qui ont un compte, et celles qui nous ont donné leur adresse.',
    data: 'L’adresse de courriel, l’objet et le texte du message.',
    recipients: 'La personne à qui le message est adressé.',
    retention:
      '90 jours après l’écriture du message. Le texte d’un message qui contient un lien secret (invitation, connexion, mot de passe, demande) est vidé dès que ce lien n’ouvre plus rien.',
    rules: ['platform.mails', 'platform.mail-links'],
    columns: columnsOf({ 'platform.mail': ['recipient', 'subject', 'body'] }),
  },
  {
    id: 'fichiers',
    name: 'Les fichiers déposés',
    purpose: 'Garder les documents qui accompagnent les actes, et savoir qui les a déposés.',
    basis: 'public-task',
    people: 'Les personnes qui déposent un fichier.',
    data: 'Le fichier, son nom, le jour du dépôt et la personne qui l’a déposé.',
    recipients: 'Les personnes qui voient l’acte que le fichier accompagne.',
    retention: 'Aussi longtemps que l’acte que le fichier accompagne.',
    rules: [],
    columns: columnsOf({ 'platform.file': ['added_by'] }),
  },
  {
    id: 'limites',
    name: 'La protection contre les abus',
    purpose:
      'Compter les envois venus d’une même adresse, pour arrêter une attaque avant qu’elle ne réussisse.',
    basis: 'legitimate-interest',
    people: 'Toute personne qui envoie un formulaire.',
    data: 'L’adresse réseau, ou une empreinte du compte visé, et un nombre d’envois.',
    recipients: 'Personne : seul le programme s’en sert.',
    retention: 'Une heure, un jour au plus.',
    rules: ['platform.rate-windows'],
    columns: columnsOf({ 'platform.rate_window': ['key'] }),
  },
]
