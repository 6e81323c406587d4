import { hash } from 'node:crypto'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import { folded } from '../fold.ts'
import type { SourceRow } from '../mapping/mapping.ts'
import type { PlaceFields } from '../place.ts'
import type { StandardRow } from '../standard/standard-columns.ts'

export type ImportId = Id<'import-run'>

/** What becomes of a row: `held` waits for a decision, `ignored` was set aside for good; neither is published. */
export type Outcome = 'create' | 'update' | 'unchanged' | 'held' | 'ignored'

/** Why a row is not published: it cannot be a place, its id is that of another row, or it is much like a known place. */
export type HeldWhy = 'refused' | 'id-repeated' | 'match'

/** `same`: the place it is like. `replace`: instead of the row of the same id. `separate`: a place of its own. */
export type HeldDecision = 'same' | 'replace' | 'separate' | 'ignore'

/** Rows unless said otherwise: `read` = `created` + `updated` + `unchanged` + `held` + `rejected` + `grouped` (DIR-32). */
export interface ImportCounts {
  read: number
  created: number
  updated: number
  unchanged: number
  held: number
  /** That only add services to the place of another row. DIR-29. */
  grouped: number
  rejected: number
  /** With at least one repair. */
  corrected: number
  /** With at least one field left empty. */
  warnings: number
  /** Whose id is already that of an earlier row of the file. */
  duplicates: number
  /** Places of this source that the file no longer has: reported, never deleted (DIR-38). */
  missing: number
}

/**
 * `unreadable`, `abandoned` and `returned` are final; `applied` may be `undone`, and done again. The file of an organisation is
 * `submitted` before it is published, or `returned` with a reason.
 */
export type ImportStep =
  | 'mapping'
  | 'checking'
  | 'checked'
  | 'submitted'
  | 'applying'
  | 'applied'
  | 'undone'
  | 'abandoned'
  | 'returned'
  | 'unreadable'

/** One reading of one file. */
export interface Import {
  id: ImportId
  /** Who made the file: its ids are local to it (DIR-3). */
  source: string
  fileName: string
  /** Null for a file read from the command line, which is not kept. */
  fileSha256: string | null
  createdAt: Instant
  createdBy: PersonId | null
  /** Whose places it speaks of, and of no other; null: sent by the head of the network. DIR-73. */
  organisation: { id: OrganisationId; name: string } | null
  checkedAt: Instant | null
  /** Its organisation asks for it to be published. */
  submittedAt: Instant | null
  returnedAt: Instant | null
  /** Why it is not published, for its organisation to read. */
  returnedBecause: string | null
  confirmedAt: Instant | null
  appliedAt: Instant | null
  abandonedAt: Instant | null
  undoneAt: Instant | null
  /** When its rows, its report and the way back were erased. */
  emptiedAt: Instant | null
  /** Made by a harvest, and not by a person who waits. */
  isScheduled: boolean
  /** Why a harvest waits for somebody before it is published, in French. */
  waitsBecause: string | null
  /** The headings of its file, in their order; null before it is read. */
  header: readonly string[] | null
  /** Nobody said yet what its columns are, or how to read it. */
  awaitsMapping: boolean
  /** Why the file cannot be read, in French: for good, or until somebody says how when it `awaitsMapping`. */
  refusal: string | null
  counts: ImportCounts | null
}

export function stepOf(run: Import): ImportStep {
  if (run.refusal !== null && !run.awaitsMapping) return 'unreadable'
  if (run.abandonedAt !== null) return 'abandoned'
  if (run.returnedAt !== null) return 'returned'
  if (run.undoneAt !== null) return 'undone'
  if (run.appliedAt !== null) return 'applied'
  if (run.confirmedAt !== null) return 'applying'
  if (run.awaitsMapping) return 'mapping'
  if (run.checkedAt === null) return 'checking'
  return run.submittedAt === null ? 'checked' : 'submitted'
}

/** Something to publish, to decide or to note (DIR-38): a file that changes nothing is only closed. */
export function changesSomething({ created, updated, held, missing }: ImportCounts): boolean {
  return created + updated + held + missing > 0
}

/** What a source said of a place, as we understood it: the same content has the same fingerprint (DIR-34). */
export function fingerprintOf(fields: PlaceFields): string {
  return hash('sha256', JSON.stringify(fields))
}

/** A row as received, whatever the order of its columns. */
export function rawDigestOf(raw: SourceRow): string {
  const headings = Object.keys(raw).sort()
  return hash('sha256', JSON.stringify(headings.map((heading) => [heading, raw[heading]])))
}

/**
 * The producer's id; without one, a stable id made of what identifies the place to a reader (DIR-35). `placeKey`: that, as
 * a digest, whatever the id.
 */
export function externalIdOf(row: StandardRow): { id: string; derived: boolean; placeKey: string } {
  const words = [row.nom, row.adresse, row.code_postal, row.commune].map((text) => folded(text)).join('|')
  const placeKey = hash('sha256', words).slice(0, 24)
  const given = row.id.replace(/\s+/g, ' ').trim()
  if (given !== '' && given.length <= LONGEST_ID) return { id: given, derived: false, placeKey }
  return { id: `sans-id-${placeKey}`, derived: true, placeKey }
}

/** The id of a place made of a row whose own id is that of another. DIR-36. */
export function separateId(externalId: string, key: string): string {
  return `${externalId}~${key.slice(0, SEPARATE_KEY)}`
}

/**
 * « Médiathèque de Gap », 05061 → `mediatheque-de-gap-05061`. Not yet unique: homonyms are numbered on writing. A
 * place without a code begins with `lieu-`, so that none takes the address of a page (`carte`, `imports`).
 */
export function slugOf({ name, inseeCode, postalCode }: PlaceFields): string {
  const words = folded(name, '-')
  const short = words.length <= LONGEST_SLUG ? words : words.slice(0, LONGEST_SLUG).replace(/-[^-]*$/, '')
  const code = (inseeCode ?? postalCode)?.toLowerCase()
  return (code ? [short, code] : ['lieu', short]).filter((part) => part !== '').join('-')
}

/** So long after an import its rows, its report and the way back are kept: a year to decide, to answer, to undo. */
export const ROWS_DAYS = 365

const LONGEST_ID = 200
/** Signs of the key that tell a separate place from the row whose id it shares. */
export const SEPARATE_KEY = 12
const LONGEST_SLUG = 80
