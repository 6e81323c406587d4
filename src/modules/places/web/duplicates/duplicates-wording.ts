import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatNumber, plural } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { PlaceTie } from '../../data/duplicates/ties.queries.ts'
import { MERGE_PARTS, type MergePart, saysNothing } from '../../domain/duplicates/merge.ts'
import type { Band, Doubt, Resemblance } from '../../domain/duplicates/score.ts'
import type { Place } from '../../domain/place.ts'
import type { DistinguishRefusal } from '../../use-cases/duplicates/distinguish-places.ts'
import type { MergeRefusal } from '../../use-cases/duplicates/merge-places.ts'
import type { UndoRefusal } from '../../use-cases/duplicates/undo-merge.ts'
import { fieldName, valueText } from '../life/life-wording.ts'
import { addressText } from '../wording.ts'

export const BAND_NAMES: Readonly<Record<Band, { one: string; many: string; state: State }>> = {
  certain: { one: 'Certain', many: 'Certains', state: 'positive' },
  probable: { one: 'Probable', many: 'Probables', state: 'warning' },
  possible: { one: 'Possible', many: 'Possibles', state: 'neutral' },
}

const DOUBTS: Readonly<Record<Doubt, string>> = {
  elsewhere: 'pas dans la même commune',
  'other-kind': 'pas le même genre de lieu',
  'other-number': 'pas le même numéro dans la rue',
  itinerant: 'l’un des deux se déplace',
  'far-apart': 'loin l’un de l’autre',
}

/** « Même téléphone, 14 m, noms proches à 92 % »: why the two were brought together, and what makes one doubt. DIR-44. */
export function explanationOf(why: Resemblance): string {
  const text = [
    nameText(why.name),
    why.street === null ? null : streetText(why.street, why.isOtherNumber),
    why.distance === null ? null : distanceText(why.distance),
    said(why.phone, 'même téléphone', 'téléphones différents'),
    said(why.mail, 'même courriel', 'courriels différents'),
    said(why.pivot, 'même SIRET', 'SIRET différents'),
    why.doubt && why.doubt !== 'other-number' ? DOUBTS[why.doubt] : null,
  ]
    .filter((part) => part !== null)
    .join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function nameText(likeness: number): string {
  if (likeness >= 0.995) return 'mêmes noms'
  return `noms proches à ${percent(likeness)}`
}

function streetText(likeness: number, isOtherNumber: boolean): string {
  if (isOtherNumber) return likeness >= 0.4 ? 'même rue, pas le même numéro' : 'adresses différentes'
  if (likeness >= 0.995) return 'même adresse'
  return `adresses proches à ${percent(likeness)}`
}

function percent(share: number): string {
  return `${formatNumber(Math.min(99, Math.round(share * 100)))}\u00a0%`
}

/** Two points farther apart than that are told in red. */
export const FAR_METRES = 2000

/** « 14 m », « 12,3 km ». */
export function distanceText(metres: number): string {
  if (metres < 1000) return `${formatNumber(Math.round(metres))}\u00a0m`
  return `${formatNumber(Math.round(metres / 100) / 10)}\u00a0km`
}

function said(value: boolean | null, yes: string, no: string): string | null {
  if (value === null) return null
  return value ? yes : no
}

export function partName(part: MergePart): string {
  return part === 'location' ? 'Adresse et position' : (fieldName(MERGE_PARTS[part][0]) ?? part)
}

/** What a sheet says of a part; empty: nothing. */
export function partText(part: MergePart, place: Place): string {
  if (saysNothing(part, place)) return ''
  if (part !== 'location') return valueText(MERGE_PARTS[part][0], place[MERGE_PARTS[part][0]])
  const { addressExtra, latitude, longitude } = place
  const point =
    latitude === null || longitude === null ? null : `${degrees(latitude)} ; ${degrees(longitude)}`
  return [addressExtra, addressText(place), point].filter(Boolean).join(', ')
}

function degrees(value: number): string {
  return value.toFixed(4).replace('.', ',')
}

type AnyRefusal = MergeRefusal | DistinguishRefusal | UndoRefusal

const SENTENCES: Readonly<
  Record<AnyRefusal, (details: Refusal['details']) => readonly [string | null, string]>
> = {
  'no-such-place': () => [null, 'L’une des deux fiches n’existe plus.'],
  'same-place': () => [null, 'C’est une seule et même fiche.'],
  'already-joined': () => [
    null,
    'Quelqu’un vient de fusionner l’une de ces fiches. Revenez à la liste des doublons.',
  ],
  'kept-is-duplicate': () => [
    null,
    'La fiche à garder vient d’être jointe à une autre. Revenez à la liste des doublons.',
  ],
  'closed-place': () => [
    null,
    'L’un des deux lieux a fermé : sa page dit où aller désormais. Rouvrez-le avant de le fusionner.',
  ],
  'changed-meanwhile': () => [
    null,
    'L’une des fiches a changé pendant votre lecture. La voici à jour : relisez-la, puis recommencez.',
  ],
  'labels-to-see': ({ labels }) => [
    'labels_vus',
    `Les deux fiches portent le même label (${labels}). Cochez la case qui dit que vous l’avez vu.`,
  ],
  'no-such-merge': () => [null, 'Cette fusion n’existe plus.'],
  'already-undone': () => [null, 'Cette fusion est déjà annulée.'],
  'joined-further': () => [
    null,
    'La fiche gardée a été jointe depuis à une troisième. Annulez d’abord cette fusion-là.',
  ],
  'tie-is-there': () => [
    'rendre',
    'L’un de ces rattachements existe déjà sur l’autre fiche, aux mêmes dates. Laissez-le où il est.',
  ],
}

export function problemOfDuplicates({ refused, details }: Refusal<AnyRefusal>): Problem {
  const [field, message] = SENTENCES[refused](details)
  return { field, message }
}

/** What a list of pairs did: how many were joined, how many are to be seen one by one. */
export function bulkSentence(merged: number, left: number): string {
  const done = `${plural(merged, 'doublon fusionné', 'doublons fusionnés')}. Chaque fusion peut être annulée.`
  if (left === 0) return done
  return `${done} ${plural(left, 'paire a changé', 'paires ont changé')} entre-temps : à voir une par une.`
}

/** « parent_organisation » → « Structure »: the words of a column; null: nothing a reader needs. */
export function columnName(column: string): string | null {
  return fieldName(column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))
}

/** What undoing gave back, and what stays since somebody changed it meanwhile. */
export function undoneSentence(touched: readonly string[]): string {
  const names = touched.flatMap((column) => columnName(column) ?? [])
  const done =
    'La fusion est annulée : les deux fiches sont de nouveau à part, avec leurs labels et leurs rattachements.'
  return names.length === 0 ? done : `${done} Ce qui a changé depuis est resté : ${names.join(', ')}.`
}

const ROLES = { operates: 'fait vivre le lieu', owns: 'possède les murs', hosts: 'prête les murs' } as const

/** « Commune de Gap, fait vivre le lieu ». */
export function tieText(tie: PlaceTie, names: ReadonlyMap<string, string>): string {
  if (tie.kind === 'organisation') return `${names.get(tie.organisation) ?? 'Structure'}, ${ROLES[tie.role]}`
  return [names.get(tie.person) ?? 'Une personne', tie.role || 'y travaille'].join(', ')
}
