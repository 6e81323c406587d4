import { addDays, type Day, parseDay } from '../../../kernel/day.ts'
import { startOfDay } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import { NO_SUCH_DAY } from '../../../platform/http/fields.ts'
import type { Problem } from '../../../platform/http/form.ts'
import type { JournalFamilies } from '../../../platform/journal/families.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import { organisationsNamed, peopleNamed } from '../../identity/index.ts'
import type { LinesAsked } from '../data/journal.queries.ts'
import { NOTHING_TYPED, type Typed } from './paths.ts'

/** What was typed, from an address or from a form: cut to what a name or an id may be. */
export function typedIn(read: (name: keyof Typed) => string | undefined): Typed {
  const names = Object.keys(NOTHING_TYPED) as (keyof Typed)[]
  const given = names.map((name) => [name, (read(name) ?? '').trim().slice(0, 200)])
  return Object.fromEntries(given) as unknown as Typed
}

/** What is asked of the journal, and what could not be read in it: a day that does not exist asks nothing. */
export async function askedIn(
  db: Database,
  families: JournalFamilies,
  network: NetworkId,
  { personne, structure, famille, du, au, objet }: Typed,
): Promise<{ asked: LinesAsked; problems: Problem[] }> {
  const [from, until] = [parseDay(du), parseDay(au)]
  const asked: LinesAsked = {
    people: personne === '' ? null : await peopleNamed(db, network, personne),
    organisations: structure === '' ? null : await organisationsNamed(db, network, structure),
    family: Object.hasOwn(families, famille) ? famille : null,
    from: from && startOfDay(from),
    before: until && startOfDay(addDays(until, 1)),
    subject: objet === '' ? null : objet,
  }
  return { asked, problems: [...problemIn('du', du, from), ...problemIn('au', au, until)] }
}

function problemIn(field: string, typed: string, read: Day | null): Problem[] {
  return typed !== '' && read === null ? [{ field, message: NO_SUCH_DAY }] : []
}

/** The line after which the page begins. */
export function afterIn(text: string | undefined): number | null {
  return /^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : null
}
