import { isInstant } from '../../../../kernel/instant.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { Condition, Direction, Party } from '../../domain/desk/condition.ts'
import type { Passage } from '../../domain/desk/desk-day.ts'
import type { LineState } from '../../domain/line.ts'
import type { Risk } from '../../domain/moving/lateness.ts'
import type { DeskRefusal, DeskRefused } from '../../use-cases/desk/desk-refusal.ts'
import type { LendingRefusal } from '../../use-cases/lending-refusal.ts'
import { momentText } from '../moment-wording.ts'
import { refusalSentence, refusalStatus } from '../refusal-wording.ts'

export const CONDITION_WORDS: Readonly<Record<Condition, string>> = {
  good: 'bon',
  worn: 'usé',
  damaged: 'abîmé',
  missing: 'manquant',
  not_checked: 'non vérifié',
}

export const CONDITION_LOOKS: Readonly<Record<Condition, State>> = {
  good: 'positive',
  worn: 'neutral',
  damaged: 'danger',
  missing: 'danger',
  not_checked: 'pending',
}

export const REPORT_NAMES: Readonly<Record<Direction, string>> = {
  out: 'État des lieux de départ',
  in: 'État des lieux de retour',
}

export const PARTY_NAMES: Readonly<Record<Party, string>> = {
  owner: 'Pour le propriétaire',
  collector: 'Pour l’emprunteur',
}

export const PASSAGE_WORDS: Readonly<Record<Passage, string>> = { pickup: 'Retrait', return: 'Retour' }

export const RISK_WORDS: Readonly<Record<Risk, string>> = {
  unit_is_late: 'pas encore rendu par un autre emprunteur',
  unit_is_not_in_service: 'hors service',
  unit_lacks_a_part: 'une pièce indispensable manque',
  upkeep_is_late: 'entretien en retard, ne peut pas partir',
}

/** What is left to do at the desk, by the state of the loan. */
export const DESK_STEPS: Readonly<Partial<Record<LineState, { word: string; look: State }>>> = {
  approved: { word: 'à préparer', look: 'pending' },
  prepared: { word: 'prêt à être retiré', look: 'positive' },
  out: { word: 'sorti', look: 'info' },
  partially_returned: { word: 'rendu en partie', look: 'warning' },
  returned: { word: 'à contrôler', look: 'pending' },
  inspected: { word: 'contrôlé', look: 'neutral' },
}

const OWN: Record<
  DeskRefusal,
  { field: string | null; sentence: (details: Readonly<Record<string, string>>) => string }
> = {
  key_missing: {
    field: null,
    sentence: () => 'Cet envoi n’a pas de numéro. Rechargez la page, puis recommencez ; rien n’a été fait.',
  },
  key_reused: {
    field: null,
    sentence: () =>
      'Cet envoi a déjà servi pour autre chose. Rien n’a été fait. Rechargez la page, puis recommencez.',
  },
  identity_unseen: {
    field: 'identite',
    sentence: () =>
      'Vérifiez l’identité de la personne qui vient, puis cochez la case. La pièce n’est ni copiée ni gardée.',
  },
  report_changed: {
    field: null,
    sentence: () =>
      'Quelqu’un d’autre a noté cet état des lieux entre-temps. Relisez ce qui est noté, puis recommencez si c’est encore utile.',
  },
  wrong_unit: {
    field: 'numero',
    sentence: ({ unit }) =>
      `Ce numéro n’est pas celui du matériel promis. Prenez l’exemplaire ${unit}, ou demandez à la personne qui gère l’inventaire d’en promettre un autre.`,
  },
  unit_not_in_service: {
    field: null,
    sentence: ({ unit }) =>
      `${unit} n’est pas en service : il ne peut pas partir. Demandez à la personne qui gère l’inventaire d’en promettre un autre.`,
  },
  report_missing: {
    field: null,
    sentence: () => 'Notez d’abord l’état de chaque pièce, puis enregistrez l’état des lieux.',
  },
  already_signed: {
    field: null,
    sentence: () =>
      'Cet état des lieux est déjà signé : il ne change plus. Pour le rectifier une fois signé des deux côtés, dressez-en un nouveau.',
  },
  nothing_back: {
    field: null,
    sentence: () =>
      'D’après l’état des lieux, rien n’est revenu. Notez au moins une pièce retrouvée, puis enregistrez le retour.',
  },
  photo_refused: {
    field: 'photo',
    sentence: ({ name, because }) =>
      `La photo « ${name} » n’est pas gardée : ${because === 'photo-too-large' ? 'elle pèse plus de 10 Mo' : 'ce n’est pas une image JPEG, PNG ou WebP lisible'}. Choisissez-en une autre ; celles déjà envoyées restent.`,
  },
  too_many_photos: {
    field: 'photo',
    sentence: ({ most }) => `Cet état des lieux a déjà ${most} photos, le plus qu’il peut garder.`,
  },
}

/** Is it a refusal of the desk's own, beside those of a loan? */
export function isOfDesk(code: string): code is DeskRefusal {
  return code in OWN
}

/** Which field is wrong and what to do. `zone`: that of the desk. */
export function problemOfDesk(refusal: DeskRefused, zone: string): Problem {
  const own = OWN[refusal.refused as DeskRefusal]
  if (own) return { field: own.field, message: own.sentence(refusal.details) }
  const field =
    refusal.refused === 'collector_missing'
      ? 'retrait'
      : refusal.refused === 'reason_missing'
        ? 'motif'
        : null
  return { field, message: refusalSentence(refusal as Refusal<LendingRefusal>, zone) }
}

const LATE_ACTS: Readonly<Record<string, string>> = {
  preparation: 'Préparation',
  remise: 'Remise',
  'remise-en-rayon': 'Remise en rayon',
  retour: 'Retour',
  controle: 'Contrôle',
}

/** An act by its address: « Remise », « État des lieux de départ ». */
export function lateActText(act: string): string {
  const [first = '', way] = act.split('/')
  return LATE_ACTS[first] ?? (way === 'retour' ? REPORT_NAMES.in : REPORT_NAMES.out)
}

const UNTOLD = ['hors_ligne', 'fait_a', 'paquet', 'connu', 'identite']

/** What an agent typed, field by field, the marks of the device aside. */
export function typedText(typed: Readonly<Record<string, unknown>>): string {
  const told = Object.entries(typed).filter(([name, value]) => value !== '' && !UNTOLD.includes(name))
  if (told.length === 0) return 'rien d’autre que l’acte lui-même'
  return told.map(([name, value]) => `${name.replaceAll('-', ' ')} : ${String(value)}`).join(' ; ')
}

/** Said to a device that sends what it kept: the pack it worked from is older than what happened since. EQP-1303. */
export function lateSentence(
  message: string,
  { packVersion }: { packVersion: string },
  zone: string,
): string {
  const of = isInstant(packVersion)
    ? ` La page de l’appareil datait du ${momentText(packVersion, zone)}.`
    : ''
  return `${message}${of} Rien n’a été écrasé : la personne qui gère l’inventaire trouve cet envoi dans « Passages à trancher ».`
}

/** 422 for what was typed, 409 for the state of the world. EQP-1601. */
export function statusOfDesk(refusal: DeskRefused): 404 | 409 | 422 {
  const isWorld = ['already_signed', 'unit_not_in_service', 'report_changed'].includes(refusal.refused)
  if (isWorld) return 409
  return refusal.refused in OWN ? 422 : refusalStatus(refusal as Refusal<LendingRefusal>)
}
