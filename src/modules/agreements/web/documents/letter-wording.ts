import type { State } from '../../../../ui/tag.tsx'
import type { LetterKind, LetterStanding } from '../../domain/prepared-letter.ts'

/** What a letter is about, as its subject says it. */
export const letterSubjects: Record<LetterKind, string> = {
  denunciation: 'Dénonciation',
  formal_notice: 'Mise en demeure',
  termination: 'Résiliation',
  dispute: 'Signalement d’un différend',
  renewal_notice: 'Avis de reconduction',
  request_answer: 'Accusé de réception d’une demande d’avenant',
}

/** In the address of the page where it is prepared. */
export const letterWords = {
  denonciation: 'denunciation',
  'mise-en-demeure': 'formal_notice',
  resiliation: 'termination',
  differend: 'dispute',
  'avis-de-reconduction': 'renewal_notice',
  'reponse-a-une-demande': 'request_answer',
} as const satisfies Record<string, LetterKind>

export type LetterWord = keyof typeof letterWords

export function wordOfLetter(kind: LetterKind): LetterWord {
  return (
    (Object.keys(letterWords) as LetterWord[]).find((word) => letterWords[word] === kind) ?? 'denonciation'
  )
}

export const standingTag: Record<LetterStanding, { state: State; word: string }> = {
  prepared: { state: 'pending', word: 'Préparée' },
  to_record: { state: 'warning', word: 'Déposée, acte à enregistrer' },
  recorded: { state: 'positive', word: 'Enregistrée' },
  sent: { state: 'positive', word: 'Envoyée' },
  abandoned: { state: 'neutral', word: 'Abandonnée' },
}

/** When one writes it. */
export const letterHints: Record<LetterKind, string> = {
  denunciation: 'Mettre fin à la convention, sans avoir à se justifier.',
  formal_notice: 'Demander de réparer un manquement, avant toute résiliation.',
  termination: 'Après une mise en demeure restée sans effet.',
  dispute: 'Signaler un désaccord et proposer une solution amiable.',
  renewal_notice: 'Prévenir de ce qui se passe à la fin de la période. Sans effet juridique.',
  request_answer: 'Dire si une demande d’avenant est arrivée à temps.',
}
