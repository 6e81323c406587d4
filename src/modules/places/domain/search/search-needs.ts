import type { Service } from '../vocabulary.ts'
import { fold, nearlySame } from './search-words.ts'

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
    'arnaque, arnaques, piratage, pirate, virus, phishing, hameconnage, mot passe, mots passe, donnees personnelles',
  'parenting-and-education':
    'enfant, enfants, parent, parents, ecran, ecrans, pronote, devoirs, jeux video, harcelement',
  'leisure-and-creation':
    'imprimante 3d, impression 3d, fablab, montage video, musique, robot, robotique, programmation, loisirs',
  'understanding-digital':
    'culture numerique, fake news, intelligence artificielle, ia, reseaux sociaux, facebook, citoyennete',
  'internet-and-equipment-access':
    'wifi, wi fi, connexion, internet, imprimer, imprimante, scanner, scan, photocopie, photocopies, ordinateur libre service',
  'affordable-equipment':
    'acheter ordinateur, ordinateur pas cher, ordinateur occasion, reconditionne, materiel pas cher, equiper',
}

/** Words around a need that add nothing to it. */
const AROUND = new Set(
  'aide aider apprendre besoin chercher comment cours envoyer faire gerer lire mettre ouvrir recherche refaire trouver utiliser servir numerique ligne'.split(
    ' ',
  ),
)

const PHRASES = Object.entries(SAID).flatMap(([service, phrases]) =>
  phrases.split(', ').map((phrase) => ({ words: fold(phrase).split(' '), service: service as Service })),
)
const LONGEST = 3

/** Takes the need out of the words. Longest phrases first: « carte grise » before « carte ». Typos are forgiven. */
export function readNeeds(words: readonly string[]): { need: Need | null; words: readonly string[] } {
  const found = new Set<Service>()
  const said: string[] = []
  const others: string[] = []
  for (let at = 0; at < words.length; ) {
    const length = longestPhraseAt(words, at, found)
    if (length === 0) others.push(words[at] ?? '')
    else said.push(...words.slice(at, at + length))
    at += Math.max(length, 1)
  }
  if (found.size === 0) return { need: null, words }
  return { need: { services: [...found], said }, words: others.filter((word) => !AROUND.has(word)) }
}

function longestPhraseAt(words: readonly string[], at: number, found: Set<Service>): number {
  for (let length = LONGEST; length > 0; length -= 1) {
    const here = words.slice(at, at + length)
    const answers = here.length === length ? PHRASES.filter((phrase) => isSaid(phrase.words, here)) : []
    for (const { service } of answers) found.add(service)
    if (answers.length > 0) return length
  }
  return 0
}

function isSaid(phrase: readonly string[], words: readonly string[]): boolean {
  return phrase.length === words.length && phrase.every((word, index) => nearlySame(words[index] ?? '', word))
}
