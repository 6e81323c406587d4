import { createHash } from 'node:crypto'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import { folded } from '../fold.ts'
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

/** `unreadable` and `abandoned` are final; `applied` may be `undone`, and done again. */
export type ImportStep =
  | 'mapping'
  | 'checking'
  | 'checked'
  | 'applying'
  | 'applied'
  | 'undone'
  | 'abandoned'
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
  checkedAt: Instant | null
  confirmedAt: Instant | null
  appliedAt: Instant | null
  abandonedAt: Instant | null
  undoneAt: Instant | null
  /** Made by a harvest, and not by a person who waits. */
  isScheduled: boolean
  /** Why a harvest waits for somebody before it is published, in French. */
  waitsBecause: string | null
  /** The headings of its file, in their order; null before it is read. */
  header: readonly string[] | null
  /** Its columns are not those of the standard, and nobody said yet what they are. */
  awaitsMapping: boolean
  /** Why the file cannot be read, in French. */
  refusal: string | null
  counts: ImportCounts | null
}

export function stepOf(run: Import): ImportStep {
  if (run.refusal !== null) return 'unreadable'
  if (run.abandonedAt !== null) return 'abandoned'
  if (run.undoneAt !== null) return 'undone'
  if (run.appliedAt !== null) return 'applied'
  if (run.confirmedAt !== null) return 'applying'
  if (run.awaitsMapping) return 'mapping'
  return run.checkedAt === null ? 'checking' : 'checked'
}

/** Something to publish or to decide: a file that changes nothing is only closed. */
export function changesSomething({ created, updated, held }: ImportCounts): boolean {
  return created + updated + held > 0
}

/** What a source said of a place, as we understood it: the same content has the same fingerprint (DIR-34). */
export function fingerprintOf(fields: PlaceFields): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

/**
 * The producer's id; without one, a stable id made of what identifies the place to a reader (DIR-35). `placeKey`: that, as
 * a digest, whatever the id.
 */
export function externalIdOf(row: StandardRow): { id: string; derived: boolean; placeKey: string } {
  const words = [row.nom, row.adresse, row.code_postal, row.commune].map((text) => folded(text)).join('|')
  const placeKey = createHash('sha256').update(words).digest('hex').slice(0, 24)
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

const LONGEST_ID = 200
/** Signs of the key that tell a separate place from the row whose id it shares. */
export const SEPARATE_KEY = 12
const LONGEST_SLUG = 80
