import { createHash } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { folded } from './fold.ts'
import type { PlaceFields } from './place.ts'
import type { StandardRow } from './standard-columns.ts'

export type ImportId = Id<'import-run'>

/** What becomes of a row: `held` waits for a decision, and is not published. */
export type Outcome = 'create' | 'update' | 'unchanged' | 'held'

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

/** `unreadable`, `applied` and `abandoned` are final. */
export type ImportStep =
  | 'mapping'
  | 'checking'
  | 'checked'
  | 'applying'
  | 'applied'
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
  /** Its columns are not those of the standard, and nobody said yet what they are. */
  awaitsMapping: boolean
  /** Why the file cannot be read, in French. */
  refusal: string | null
  counts: ImportCounts | null
}

export function stepOf(run: Import): ImportStep {
  if (run.refusal !== null) return 'unreadable'
  if (run.abandonedAt !== null) return 'abandoned'
  if (run.appliedAt !== null) return 'applied'
  if (run.confirmedAt !== null) return 'applying'
  if (run.awaitsMapping) return 'mapping'
  return run.checkedAt === null ? 'checking' : 'checked'
}

/** Something to publish: a file that changes nothing is only closed. */
export function changesSomething({ created, updated }: ImportCounts): boolean {
  return created + updated > 0
}

/** What a source said of a place, as we understood it: the same content has the same fingerprint (DIR-34). */
export function fingerprintOf(fields: PlaceFields): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

/** The producer's id; without one, a stable id made of what identifies the place to a reader (DIR-35). */
export function externalIdOf(row: StandardRow): { id: string; derived: boolean } {
  const given = row.id.replace(/\s+/g, ' ').trim()
  if (given !== '' && given.length <= LONGEST_ID) return { id: given, derived: false }
  const words = [row.nom, row.adresse, row.code_postal, row.commune].map((text) => folded(text)).join('|')
  return { id: `sans-id-${createHash('sha256').update(words).digest('hex').slice(0, 24)}`, derived: true }
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
const LONGEST_SLUG = 80
