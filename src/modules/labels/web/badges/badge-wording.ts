import type { ReadRefusal } from '../../../../platform/credentials/read-badge.ts'
import type { FetchRefusal } from '../../../../platform/fetch-public.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { plural } from '../../../../ui/french.ts'
import type { CompromiseRefusal } from '../../use-cases/badges/change-keys.ts'
import type { SignatureLine, StatusLine, Verification } from '../../use-cases/badges/verification.ts'

type Look = 'positive' | 'warning' | 'danger' | 'info' | 'neutral'

/** One line of a verification: a word, and a sentence that says what it means. */
export interface Told {
  readonly look: Look
  readonly word: string
  readonly sentence: string
}

export const VERDICTS: Readonly<
  Record<Verification['verdict'], { state: 'positive' | 'warning' | 'danger' | 'info'; title: string }>
> = {
  valid: { state: 'positive', title: 'Ce badge est valable aujourd’hui' },
  'not-yet': { state: 'warning', title: 'Ce badge n’est pas encore valable' },
  expired: { state: 'warning', title: 'Ce badge est arrivé à son terme' },
  suspended: { state: 'warning', title: 'Ce badge ne vaut pas en ce moment' },
  revoked: { state: 'danger', title: 'Ce badge a été retiré' },
  invalid: { state: 'danger', title: 'Ce badge n’est pas valable : ne vous y fiez pas' },
  unchecked: { state: 'info', title: 'Ce badge n’est pas vérifiable ici' },
}

export const SIGNATURES: Readonly<Record<SignatureLine, Told>> = {
  signed: {
    look: 'positive',
    word: 'Valable',
    sentence: 'Le badge est tel que son émetteur l’a signé, à l’octet près.',
  },
  altered: {
    look: 'danger',
    word: 'Fausse',
    sentence: 'Le badge ou sa signature a été modifié, même d’un seul signe.',
  },
  'header-refused': {
    look: 'danger',
    word: 'Refusée',
    sentence: 'L’en-tête de la signature n’est pas celui que la norme demande.',
  },
  'claims-differ': {
    look: 'danger',
    word: 'Refusée',
    sentence: 'Ce qui est signé dit deux choses différentes de l’émetteur, du titulaire ou des dates.',
  },
  'proof-missing': {
    look: 'danger',
    word: 'Absente',
    sentence: 'Le badge ne porte pas de preuve que nous sachions lire.',
  },
  'key-not-found': {
    look: 'info',
    word: 'Non vérifiée',
    sentence: 'La clé de l’émetteur n’a pas été trouvée à l’adresse qu’il annonce.',
  },
  'key-not-of-issuer': {
    look: 'info',
    word: 'Non vérifiée',
    sentence: 'Rien ne prouve que la clé utilisée soit celle de l’émetteur annoncé.',
  },
  'key-compromised': {
    look: 'danger',
    word: 'Refusée',
    sentence:
      'La clé a pu servir à d’autres que l’émetteur à partir d’une date connue, et ce badge n’est pas de ceux signés avant.',
  },
  'not-checkable': {
    look: 'info',
    word: 'Non vérifiée',
    sentence: 'Le badge est trop lourd, ou emploie un vocabulaire inconnu ici : sa preuve ne se lit pas.',
  },
}

export const STATUSES: Readonly<Record<StatusLine, Told>> = {
  active: { look: 'positive', word: 'En cours', sentence: 'Rien n’a mis fin à ce badge.' },
  revoked: {
    look: 'danger',
    word: 'Révoqué',
    sentence: 'L’émetteur a révoqué ce badge. C’est définitif.',
  },
  suspended: {
    look: 'warning',
    word: 'Suspendu',
    sentence: 'Le badge ne vaut pas en ce moment : le label est arrivé à son terme ou il est suspendu.',
  },
  'none-announced': {
    look: 'neutral',
    word: 'Sans état',
    sentence: 'Le badge n’annonce aucune liste où lire s’il a été retiré.',
  },
  unreadable: {
    look: 'info',
    word: 'Inconnu',
    sentence:
      'La liste où se lit l’état du badge n’a pas pu être lue, ou elle n’est pas signée par son émetteur.',
  },
  'not-registered': {
    look: 'warning',
    word: 'Inconnu',
    sentence: 'Ce document porte une signature d’ici, mais il n’est pas dans le registre des badges.',
  },
  'not-read': {
    look: 'neutral',
    word: 'Non lu',
    sentence: 'L’état ne se lit que lorsque la signature est valable.',
  },
}

export function schemaTold(schema: Verification['schema']): Told {
  switch (schema.kind) {
    case 'open-badge':
      return { look: 'positive', word: 'Conforme', sentence: 'Le document suit la norme Open Badges 3.0.' }
    case 'not-open-badge':
      return {
        look: 'danger',
        word: 'Non conforme',
        sentence: 'Il manque ce que la norme Open Badges 3.0 demande.',
      }
    case 'contexts-in-another-order':
      return {
        look: 'danger',
        word: 'Non conforme',
        sentence: 'Les contextes ne sont pas dans l’ordre que la norme demande.',
      }
    case 'unknown-context':
      return {
        look: 'info',
        word: 'Inconnu',
        sentence: `Le badge emploie un vocabulaire que nous ne connaissons pas : ${schema.contexts.join(', ')}.`,
      }
  }
}

export const DATES: Readonly<Record<Verification['dates'], Told>> = {
  current: {
    look: 'positive',
    word: 'En cours',
    sentence: 'Le jour de la vérification est entre ses dates.',
  },
  'not-yet': {
    look: 'warning',
    word: 'À venir',
    sentence: 'Le badge ne vaut qu’à partir d’une date à venir.',
  },
  expired: { look: 'warning', word: 'Passées', sentence: 'La date de fin du badge est passée.' },
  unreadable: { look: 'danger', word: 'Illisibles', sentence: 'Ses dates ne se lisent pas.' },
}

export function endorsementsTold({ good, bad }: Verification['endorsements']): Told {
  if (good + bad === 0)
    return { look: 'neutral', word: 'Aucune', sentence: 'Le badge ne porte la recommandation de personne.' }
  const sentence = `${plural(good, 'recommandation vérifiée', 'recommandations vérifiées')}, ${plural(bad, 'écartée', 'écartées')}.`
  return { look: bad > 0 ? 'warning' : 'positive', word: bad > 0 ? 'À regarder' : 'Vérifiées', sentence }
}

export function issuerTold(issuer: Verification['issuer']): Told {
  if (issuer.kind === 'unknown')
    return { look: 'neutral', word: 'Inconnu', sentence: 'Sans signature valable, rien ne dit qui l’a émis.' }
  if (issuer.kind === 'elsewhere')
    return {
      look: 'neutral',
      word: 'Hors du réseau',
      sentence: `Émis par ${issuer.id}. Sa signature est la sienne ; nous ne savons pas qui il est.`,
    }
  const who = `${issuer.head}, qui anime le réseau ${issuer.network}.`
  if (issuer.isAgreementInForce === null) return { look: 'positive', word: 'Connu', sentence: who }
  return issuer.isAgreementInForce
    ? {
        look: 'positive',
        word: 'Connu',
        sentence: `${who} La convention qui porte ce label est en vigueur aujourd’hui.`,
      }
    : {
        look: 'warning',
        word: 'Connu',
        sentence: `${who} La convention qui portait ce label n’est plus en vigueur.`,
      }
}

const READING: Readonly<Record<ReadRefusal | FetchRefusal, string>> = {
  'badge-too-large': 'dépasse 1 Mo : ce n’est pas un badge.',
  'image-without-badge':
    'est une image sans badge à l’intérieur. Demandez le fichier d’origine, non une copie d’écran.',
  'not-a-badge': 'n’est pas un badge que nous sachions lire : ni image, ni texte signé, ni document JSON.',
  'address-not-https': 'doit commencer par https://, sans port ni mot de passe.',
  'address-not-public': 'ne mène pas à l’Internet public : elle n’a pas été lue.',
  'too-large': 'mène à plus de 1 Mo : ce n’est pas un badge.',
  'too-slow': 'n’a pas répondu en cinq secondes. Téléchargez le fichier, puis déposez-le ici.',
  'no-answer': 'n’a pas donné de badge. Téléchargez le fichier, puis déposez-le ici.',
}

const SUBJECTS = { fichier: 'Ce fichier', texte: 'Ce texte', adresse: 'Cette adresse' } as const

export function problemOfReading(
  field: keyof typeof SUBJECTS,
  { refused }: { refused: ReadRefusal | FetchRefusal },
): Problem {
  return { field, message: `${SUBJECTS[field]} ${READING[refused]}` }
}

export const COMPROMISES: Readonly<Record<CompromiseRefusal, Problem>> = {
  'no-such-key': { field: null, message: 'Cette clé n’existe pas ou n’est pas à votre portée.' },
  'compromise-in-the-future': {
    field: 'date',
    message: 'Ce jour est à venir : indiquez depuis quand la clé n’est plus sûre.',
  },
  'compromise-already-earlier': {
    field: 'date',
    message: 'Cette clé est déjà signalée depuis ce jour ou plus tôt : un signalement ne se reprend pas.',
  },
}
