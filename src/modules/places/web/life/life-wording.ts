import type { Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay, formatNumber } from '../../../../ui/french.ts'
import type { PlaceRole } from '../../data/life/place-links.store.ts'
import { planOf } from '../../domain/hours/hours-plan.ts'
import type { Criterion } from '../../domain/life/completeness.ts'
import type { PlaceKind } from '../../domain/life/place-kind.ts'
import type { Section } from '../../domain/life/sections.ts'
import type { PlaceStatus } from '../../domain/place.ts'
import type { FarPoint } from '../../domain/standard/far-point.ts'
import type { StatusRefusal } from '../../use-cases/life/change-status.ts'
import type { AwaitedRefusal } from '../../use-cases/life/decide-awaited.ts'
import type { EditRefusal } from '../../use-cases/life/edit-place.ts'
import type { TieRefusal } from '../../use-cases/life/tie-place.ts'
import type { UndoRefusal } from '../../use-cases/life/undo-change.ts'
import type { Written } from '../../use-cases/life/write-change.ts'
import { planSentences } from '../hours/hours-wording.ts'
import { termText } from '../wording.ts'
import { fieldNamed } from './section-fields.ts'

export const SECTION_NAMES: Readonly<Record<Section, string>> = {
  identity: 'Nom et identité',
  hours: 'Horaires',
  services: 'Services et accueil',
  contact: 'Contact',
  address: 'Adresse',
  presentation: 'Présentation',
  publics: 'Publics, prix, accessibilité',
  programmes: 'Programmes et labels déclarés',
}

export const SECTION_REASONS: Readonly<Record<Section, string>> = {
  identity: 'Ce qui fait qu’on reconnaît le lieu, et qu’on ne le confond avec aucun autre.',
  hours:
    'C’est la première chose que l’on cherche : sans horaires, le lieu n’apparaît pas dans « ouvert maintenant ».',
  services: 'Ce pour quoi l’on vient, et comment l’on est reçu.',
  contact: 'Comment vous joindre avant de venir.',
  address: 'Comment venir, et où vous êtes sur la carte.',
  presentation: 'Ce qui donne envie de pousser la porte.',
  publics: 'Ce qui dit à chacun s’il est attendu.',
  programmes: 'Ce que le lieu a rejoint ou reçu, tel qu’il le déclare.',
}

export const STATUS_NAMES: Readonly<Record<PlaceStatus, string>> = {
  draft: 'Brouillon',
  published: 'Publié',
  hidden: 'Masqué',
  closed: 'Fermé',
}

export const STATUS_TONES = {
  draft: 'pending',
  published: 'positive',
  hidden: 'warning',
  closed: 'neutral',
} as const satisfies Record<PlaceStatus, string>

export const KIND_NAMES: Readonly<Record<PlaceKind, string>> = {
  fixed: 'Lieu fixe',
  itinerant: 'Lieu itinérant',
  mixed: 'Lieu fixe et itinérant',
  remote: 'Uniquement à distance',
  'no-public': 'Ne reçoit pas de public',
}

export const ROLE_NAMES: Readonly<Record<PlaceRole, string>> = {
  operates: 'Fait vivre le lieu',
  owns: 'Possède les murs',
  hosts: 'Héberge le lieu',
}

/** What adding it would change for whoever looks for a place. */
export const CRITERION_ADVICE: Readonly<Record<Criterion, string>> = {
  hours: 'Donnez vos horaires',
  services: 'Dites ce que l’on peut faire chez vous',
  contact: 'Donnez un téléphone ou un courriel',
  whereabouts: 'Complétez l’adresse et le point exact sur la carte',
  summary: 'Présentez le lieu en deux phrases',
  publics: 'Dites à qui le lieu s’adresse et qui peut y être accueilli',
  modes: 'Dites comment on est reçu et accompagné',
  fees: 'Dites si c’est gratuit',
  accessibility: 'Ajoutez votre fiche d’accessibilité',
  booking: 'Ajoutez la prise de rendez-vous en ligne',
  website: 'Ajoutez votre site',
}

export const ACT_NAMES: Readonly<Record<string, string>> = {
  created: 'Création',
  edited: 'Modification',
  imported: 'Import',
  merged: 'Fusion de doublons',
  unmerged: 'Fusion annulée',
  undone: 'Retour en arrière',
  redone: 'Import rétabli',
  proposal_accepted: 'Proposition d’une source acceptée',
  published: 'Publication',
  hidden: 'Masquage',
  shown: 'Fin du masquage',
  closed: 'Fermeture',
  reopened: 'Réouverture',
  federated: 'Dit par son réseau d’origine',
  handed_over: 'Transfert à un autre réseau',
  taken_over: 'Reprise d’un autre réseau',
  accepted: 'Changement accepté',
}

/** Columns that a history shows, and no form writes. */
const OTHER_FIELDS: Readonly<Record<string, string>> = {
  status: 'Statut',
  hiddenBecause: 'Motif du masquage',
  hidden_because: 'Motif du masquage',
  closed_on: 'Date de fermeture',
  successor_id: 'Lieu qui le remplace',
  origin_uri: 'Adresse dans son réseau d’origine',
  moved_to_uri: 'Adresse dans son nouveau réseau',
  inseeCode: 'Code INSEE',
  source: 'Source',
  point_precision: 'Précision du point',
}

/** The words of a field for its history; null: nothing a reader needs (the address of a page, the day of update). */
export function fieldName(field: string): string | null {
  return fieldNamed(field)?.label ?? OTHER_FIELDS[field] ?? null
}

/** A value as one reads it: « Gratuit ; Payant », « (vide) ». */
export function valueText(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '(vide)'
  if (Array.isArray(value)) {
    const terms = fieldNamed(field)?.terms ?? []
    return value.length === 0 ? '(vide)' : value.map((one) => termText(terms, String(one))).join(' ; ')
  }
  if (field === 'openingHours') return hoursAsSaid(String(value))
  if (field === 'status') return STATUS_NAMES[value as PlaceStatus] ?? String(value)
  if (field === 'closed_on') return formatDay(value as Day)
  return typeof value === 'number' ? String(value).replace('.', ',') : String(value)
}

/** Hours as the public reads them, when a week says them; else as they are written. */
function hoursAsSaid(words: string): string {
  const plan = planOf(words)
  return plan ? planSentences(plan).join(' ') : words
}

type AnyRefusal =
  | EditRefusal
  | StatusRefusal
  | TieRefusal
  | UndoRefusal
  | AwaitedRefusal
  | 'no-such-organisation'

const SENTENCES: Readonly<Record<AnyRefusal, readonly [field: string | null, message: string]>> = {
  'no-such-place': [null, 'Cette fiche n’existe plus, ou n’est plus la vôtre.'],
  merged: [
    null,
    'Ce lieu vient d’être fusionné avec un autre. Ce que vous avez écrit est encore ci-dessous : copiez-le dans la fiche qui reste.',
  ],
  'kept-elsewhere': [
    null,
    'Cette fiche est tenue par un autre réseau : demandez-lui de la corriger, le changement arrivera ici.',
  ],
  'version-moved': [null, 'La fiche a changé entre-temps. Relisez-la, puis recommencez.'],
  'not-from-here': [null, 'La fiche n’est plus dans l’état où vous l’avez vue : rouvrez-la.'],
  'closes-later': [
    'date',
    'Cette date n’est pas venue. Annoncez la fermeture dans les horaires, et revenez ce jour-là.',
  ],
  'no-such-successor': ['remplacant', 'Choisissez un autre lieu publié de l’annuaire.'],
  'nowhere-to-be-found': [null, 'Donnez d’abord la commune du lieu : sans elle, personne ne le trouverait.'],
  'not-yours': [null, 'Seules la structure qui fait vivre le lieu et la tête du réseau peuvent faire cela.'],
  'no-such-organisation': ['structure', 'Choisissez une structure de la liste.'],
  'no-such-person': ['personne', 'Choisissez une personne de la liste.'],
  'already-tied': [null, 'Ce rattachement existe déjà.'],
  'no-such-link': [null, 'Ce rattachement est déjà terminé.'],
  'no-such-version': [null, 'Ce changement ne peut pas être annulé d’ici.'],
  'changed-since': [null, 'Ce champ a encore changé depuis : revenez sur le changement le plus récent.'],
  'no-such-change': [null, 'Ce changement n’attend plus de décision.'],
  'already-decided': [null, 'Quelqu’un vient de décider de ce changement.'],
}

export function problemOfLife({ refused }: Refusal<AnyRefusal>): Problem {
  const [field, message] = SENTENCES[refused]
  return { field, message }
}

/** What became of the point of a place that has another address. */
const POINT_SENTENCES = {
  kept: 'L’adresse a changé, mais le point de la carte a été placé à la main : il reste où il était. Vérifiez qu’il est bien à la nouvelle adresse.',
  dropped:
    'L’adresse a changé : le point de l’ancienne est retiré de la carte, et le lieu s’y dessine au milieu de sa commune. Écrivez sa latitude et sa longitude si vous les connaissez.',
} as const

/** A point that nobody moves, and that somebody should look at. DIR-21. */
export function farPointSentence({ kilometres }: FarPoint): string {
  return `Le point est à ${formatNumber(kilometres)}\u00a0km de la commune : vérifiez-le.`
}

/** What is to be looked at on the map after a place was written; empty: nothing. */
export function pointSentences({ point, far }: Pick<Written, 'point' | 'far'>): readonly string[] {
  return [...(point ? [POINT_SENTENCES[point]] : []), ...(far ? [farPointSentence(far)] : [])]
}

/** « Enregistré. », what still waits, and what is to be looked at. */
export function writtenSentence(written: Pick<Written, 'saved' | 'awaited' | 'point' | 'far'>): string {
  return [savedSentence(written), ...pointSentences(written)].join(' ')
}

function savedSentence({ saved, awaited, point }: Pick<Written, 'saved' | 'awaited' | 'point'>): string {
  if (point !== null) return 'Enregistré.'
  if (awaited.length > 0) {
    return saved.length > 0
      ? 'Enregistré. Les changements de nom, d’adresse ou d’identifiant attendent l’accord de la tête du réseau.'
      : 'Votre changement est transmis à la tête du réseau, qui le relit avant qu’il soit affiché.'
  }
  return saved.length > 0
    ? 'Enregistré. La fiche est à jour dès maintenant.'
    : 'Rien n’a changé : la fiche disait déjà cela.'
}
