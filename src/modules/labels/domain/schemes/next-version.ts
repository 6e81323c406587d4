import type { SchemeContent } from './scheme.ts'
import { type CriterionChange, criterionChanges } from './scheme-changes.ts'

/** The rules of a label: changing one asks something else of those who hold it. */
export const RULES = [
  'holderKind',
  'grading',
  'cadence',
  'route',
  'agreement',
  'duties',
  'validity',
  'maySuspend',
  'jury',
] as const
/** What goes with them: nobody is asked anything else. */
export const MANNERS = [
  'instructionDays',
  'completionDays',
  'keptMonths',
  'remedies',
  'publicNames',
  'isStarter',
  'standardLabel',
  'criteria',
] as const
export type Rule = (typeof RULES)[number]
export type Manner = (typeof MANNERS)[number]

export interface NextVersion {
  /** `revision`: words only, for whoever holds the label nothing changes. LAB-6. */
  readonly kind: 'version' | 'revision' | 'nothing'
  readonly version: number
  readonly revision: number
  readonly criteria: readonly CriterionChange[]
  readonly rules: readonly Rule[]
  readonly manners: readonly Manner[]
}

interface Published {
  readonly version: number
  readonly revision: number
  readonly content: SchemeContent
}

/** What publishing a draft makes of it, and what it changes since the last one published; null: nothing yet. LAB-4. */
export function nextVersion(last: Published | null, draft: SchemeContent): NextVersion {
  if (last === null) return { kind: 'version', version: 1, revision: 1, criteria: [], rules: [], manners: [] }
  const { content, version, revision } = last
  const criteria = criterionChanges(content.criteria, draft.criteria)
  const differs = (key: Rule | Manner) => !isSame(content[key], draft[key])
  const rules = RULES.filter(differs)
  // Of criteria only their order, or what is filled in advance: the rest is told one by one.
  const manners = MANNERS.filter((key) => differs(key) && (key !== 'criteria' || criteria.length === 0))
  const changes = { criteria, rules, manners }
  const isAsked = rules.length > 0 || criteria.some(({ kind }) => kind !== 'reworded')
  if (isAsked) return { kind: 'version', version: version + 1, revision: 1, ...changes }
  if (manners.length > 0 || criteria.length > 0)
    return { kind: 'revision', version, revision: revision + 1, ...changes }
  return { kind: 'nothing', version, revision, ...changes }
}

/** Compared by content, whatever the order of the keys: the database keeps its own. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
