import { columnsOf, type Processing } from '../../platform/privacy/processing.ts'

/** What is kept about people who have an account, represent an organisation, or may be reached there. */
export const identityRegister: readonly Processing[] = [
  {
    id: 'comptes',
    name: 'Les comptes',
    purpose:
      'Savoir qui se connecte, en quelle qualité et pour quelle structure, et écrire à la bonne personne.',
    basis: 'public-task',
    people: 'Les personnes invitées dans un réseau.',
    data: 'Nom, prénom, courriel, téléphone, fonction, rôle dans le réseau, dernier jour d’usage du compte.',
    recipients:
      'Les chargées et chargés de mission du réseau, et les responsables de la structure. Le reste du réseau ne voit que ce que la personne accepte de montrer.',
    retention:
      'Tant que le compte sert. Après une longue absence (24 mois si le réseau n’a rien fixé), la personne est prévenue ; 30 jours plus tard, son nom est effacé.',
    rules: ['privacy.inactive-accounts'],
    columns: columnsOf({
      'identity.person': [
        'given_name',
        'family_name',
        'name',
        'email',
        'phone',
        'image',
        'last_seen_on',
        'inactivity_warned_on',
      ],
      'identity.membership': ['person_id', 'role', 'job_title', 'end_reason'],
    }),
  },
  {
    id: 'connexions',
    name: 'Les connexions',
    purpose: 'Ouvrir le compte à la bonne personne, et la prévenir quand un appareil inconnu s’y connecte.',
    basis: 'legal-obligation',
    people: 'Les personnes qui ont un compte.',
    data: 'Sessions ouvertes, adresse réseau, navigateur, appareils déjà vus, clés d’accès, empreinte du mot de passe. Le mot de passe lui-même n’est pas gardé.',
    recipients: 'La personne elle-même.',
    retention:
      'Une session : jusqu’à sa fin. Un lien envoyé par courriel : jusqu’à son expiration. Un appareil : 400 jours sans être revu. Le reste : aussi longtemps que le compte.',
    rules: ['identity.ended-sessions', 'identity.expired-verifications', 'identity.unseen-devices'],
    columns: columnsOf({
      'identity.session': ['person_id', 'address', 'user_agent', 'opened_by'],
      'identity.credential': ['person_id', 'account', 'password'],
      'identity.verification': ['identifier', 'value'],
      'identity.two_factor': ['person_id'],
      'identity.passkey': ['person_id', 'name'],
      'identity.known_device': ['person_id', 'label', 'first_seen_at', 'last_seen_at'],
    }),
  },
  {
    id: 'cles-api',
    name: 'Les clés d’API',
    purpose: 'Laisser un programme agir à la place de la personne qui l’a décidé, et savoir s’il s’en sert.',
    basis: 'public-task',
    people: 'Les personnes qui créent une clé.',
    data: 'Nom de la clé, portée, structure, dates de création, d’échéance et de dernier usage. La clé elle-même n’est pas gardée.',
    recipients: 'La personne elle-même.',
    retention: '90 jours après l’échéance ou le retrait de la clé.',
    rules: ['identity.ended-api-keys'],
    columns: columnsOf({ 'identity.api_key': ['person_id', 'name', 'last_used_at'] }),
  },
  {
    id: 'invitations',
    name: 'Les invitations',
    purpose: 'Inviter une personne à rejoindre le réseau pour sa structure.',
    basis: 'public-task',
    people: 'Les personnes invitées, et celles qui les invitent.',
    data: 'Nom, prénom, courriel, fonction, rôle proposé, personne qui invite.',
    recipients: 'Les chargées et chargés de mission du réseau et les responsables de la structure.',
    retention: '90 jours après la réponse ou l’expiration.',
    rules: ['identity.old-invitations'],
    columns: columnsOf({
      'identity.invitation': ['email', 'given_name', 'family_name', 'job_title', 'invited_by'],
    }),
  },
  {
    id: 'structures',
    name: 'Les structures et leurs représentants',
    purpose:
      'Savoir qui représente chaque structure, par quel acte, et qui peut signer à sa place. Savoir à qui écrire.',
    basis: 'contract',
    people: 'Élus, représentants légaux, délégataires, contacts des structures et du réseau.',
    data: 'Nom, qualité, acte qui donne le pouvoir et ses dates ; coordonnées professionnelles des contacts.',
    recipients: 'Les membres de la structure, les chargées et chargés de mission du réseau.',
    retention:
      'Un mandat qui a servi à signer : aussi longtemps que la convention. Un contact : jusqu’à ce que la structure le retire.',
    rules: [],
    columns: columnsOf({
      'identity.mandate': ['person_id', 'holder_name', 'quality', 'recorded_by'],
      'identity.delegation': ['person_id', 'holder_name', 'quality', 'recorded_by'],
      'identity.contact': ['name', 'job_title', 'email', 'phone'],
      'identity.network': ['contact_email', 'dpo_name', 'dpo_email'],
      'identity.network_placement': ['asked_by', 'answered_by'],
    }),
  },
  {
    id: 'aide',
    name: 'L’aide à la place d’une personne',
    purpose: 'Aider une personne en voyant ce qu’elle voit, avec son accord ou pour un motif écrit.',
    basis: 'legitimate-interest',
    people: 'La personne aidée et celle qui l’aide.',
    data: 'L’accord donné, le motif, le début et la fin.',
    recipients: 'La personne aidée, les chargées et chargés de mission, les personnes chargées du contrôle.',
    retention: 'Aussi longtemps que le compte de la personne aidée.',
    rules: [],
    columns: columnsOf({
      'identity.support_consent': ['person_id', 'given_at'],
      'identity.impersonation': ['impersonator_id', 'reason'],
    }),
  },
]
