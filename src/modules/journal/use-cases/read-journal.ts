import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Member, OrganisationId, Person, PersonId } from '../../../platform/session/actor.ts'
import { mandateWords, organisationNames, ownSubjects, peopleNames } from '../../identity/index.ts'
import {
  LINES_PER_PAGE,
  type Line,
  type LinesAsked,
  listLines,
  listOwnLines,
} from '../data/journal.queries.ts'

/** A line with the names of those it is about. */
export interface NamedLine extends Line {
  person: string | null
  organisation: string | null
  impersonator: string | null
  /** The quality of the mandate or of the delegation acted under. */
  mandate: string | null
}

export interface LinesPage {
  lines: NamedLine[]
  /** The line after which the next page begins; null at the end. */
  next: number | null
}

export async function readJournal(
  { db, reach }: Context,
  asked: LinesAsked,
  after: number | null,
): Promise<LinesPage> {
  return pageOf(db, await listLines(db, reach, asked, { after, limit: LINES_PER_PAGE + 1 }))
}

/** What concerns one person: what they did, and what was done about them. */
export async function readOwnJournal(
  { db, network }: Context,
  { personId: person }: Person | Member,
  after: number | null,
): Promise<LinesPage> {
  const subjects = await ownSubjects(db, person, network.id)
  const limit = LINES_PER_PAGE + 1
  return pageOf(db, await listOwnLines(db, network.id, { person, subjects }, { after, limit }))
}

async function pageOf(db: Database, found: Line[]): Promise<LinesPage> {
  const shown = found.slice(0, LINES_PER_PAGE)
  const next = found.length > shown.length ? (shown.at(-1)?.id ?? null) : null
  return { lines: await withNames(db, shown), next }
}

export async function withNames(db: Database, lines: readonly Line[]): Promise<NamedLine[]> {
  const people = await peopleNames(db, known<PersonId>(lines.flatMap((l) => [l.personId, l.impersonatorId])))
  const organisations = await organisationNames(db, known<OrganisationId>(lines.map((l) => l.organisationId)))
  const mandates = await mandateWords(db, known(lines.flatMap((l) => [l.mandateId, l.delegationId])))
  return lines.map((line) => ({
    ...line,
    person: line.personId && (people.get(line.personId) ?? null),
    organisation: line.organisationId && (organisations.get(line.organisationId) ?? null),
    impersonator: line.impersonatorId && (people.get(line.impersonatorId) ?? null),
    mandate: mandates.get(line.delegationId ?? line.mandateId ?? '') ?? null,
  }))
}

function known<T extends string>(ids: readonly (T | null)[]): T[] {
  return [...new Set(ids.filter((id): id is T => id !== null))]
}
