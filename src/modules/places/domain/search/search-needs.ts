import type { Service } from '../vocabulary.ts'
import { phrasesOf, takePhrases } from './search-phrases.ts'

/** A need said in a resident's words, and the services that answer it. */
export interface Need {
  services: readonly Service[]
  /** The words that said it. */
  said: readonly string[]
}

/** What people type, folded, one entry or short phrase each. Several services may answer the same word. */
const SAID: Readonly<Record<Service, string>> = {
  'administrative-procedures':
    'papier, papiers, demarche, demarches, aide administrative, formulaire, dossier, impot, impots, declaration, caf, apl, rsa, ameli, secu, securite sociale, carte vitale, carte grise, permis, passeport, carte identite, ants, retraite, cpam, msa, mdph, allocation, allocations, titre sejour, franceconnect, remplir',
  'everyday-tools':
    'ordinateur, ordi, souris, clavier, tablette, smartphone, telephone, portable, mail, mails, mel, courriel, email, e mail, messagerie, internet, whatsapp, visio, word, traitement texte, bureautique, excel, fichiers, photos, debutant, initiation, informatique',
  'job-seeking':
    'emploi, travail, cv, lettre motivation, pole emploi, france travail, chomage, candidature, alternance, linkedin',
  'safe-use':
    'arnaque, arnaques, piratage, pirate, virus, phishing, hameconnage, escroquerie, faux sms, mot passe, mots passe, donnees personnelles',
  'parenting-and-education':
    'enfant, enfants, parent, parents, ecran, ecrans, pronote, devoirs, jeux video, harcelement',
  'leisure-and-creation':
    'imprimante 3d, impression 3d, fablab, montage video, musique, robot, robotique, programmation, loisirs',
  'understanding-digital':
    'culture numerique, fake news, intelligence artificielle, ia, reseaux sociaux, facebook, citoyennete',
  'internet-and-equipment-access':
    'wifi, wi fi, connexion, internet, imprimer, imprimante, scanner, scan, photocopie, photocopies, ordinateur libre service',
  'affordable-equipment':
    'acheter, acheter ordinateur, ordinateur pas cher, ordinateur moins cher, materiel pas cher, pas cher, moins cher, petit prix, prix solidaire, ordinateur occasion, occasion, reconditionne, equiper',
}

/** Words around a need or a filter that add nothing to it. */
const AROUND = new Set(
  'aide aider apprendre besoin chercher comment cours envoyer faire gerer lieu lieux lire mettre ouvrir pas pouvoir quelqu recherche refaire sais sait savoir trouver utiliser servir numerique ligne'.split(
    ' ',
  ),
)

/** What is left of the words once something was understood of them. */
export function withoutAround(words: readonly string[]): string[] {
  return words.filter((word) => !AROUND.has(word))
}

const PHRASES = Object.entries(SAID).flatMap(([service, phrases]) => phrasesOf(phrases, service as Service))

/** Takes the need out of the words. */
export function readNeeds(words: readonly string[]): { need: Need | null; words: readonly string[] } {
  const { heard, others } = takePhrases(words, PHRASES)
  if (heard.length === 0) return { need: null, words }
  const services = [...new Set(heard.flatMap(({ meanings }) => meanings))]
  const need = { services, said: heard.flatMap(({ said }) => said) }
  return { need, words: withoutAround(others) }
}

/** True of a word that goes with needs, and of one that says one: neither names a town beside other words. */
export function isOfNeeds(word: string): boolean {
  return AROUND.has(word) || readNeeds([word]).need !== null
}
