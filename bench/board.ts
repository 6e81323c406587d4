import { sql } from 'kysely'
import { addNationalAgreements } from '../scripts/national-agreements.ts'
import { newId } from '../src/kernel/id.ts'
import { feedDigest, feedToken } from '../src/modules/agreements/use-cases/board/feed-token.ts'
import { systemClock } from '../src/platform/clock.ts'
import type { PersonId } from '../src/platform/session/actor.ts'
import { type National, officerOf, p95, report, withNational } from './national.ts'

// AGR-116: the pages an officer opens over 10,000 agreements, in milliseconds of the whole answer and in statements,
// and how the statements grow when the agreements are ten times fewer.

const AGREEMENTS = 10_000
const TIMES = 20
const PAGES = [
  ['board', '/conventions/echeances'],
  ['board, renewals in twelve months', '/conventions/echeances?theme=fin'],
  ['renewals', '/conventions/reconductions'],
  ['today', '/aujourdhui'],
  ['agreements', '/conventions'],
  ['public register, searched', '/conventions-du-reseau?q=fictive+99'],
] as const

const few = await measured(AGREEMENTS / 10)
const many = await measured(AGREEMENTS)
for (const [name, { milliseconds }] of few) {
  report(`${name} page of ${AGREEMENTS / 10} agreements`, milliseconds, 'ms, p95')
}
for (const [name, { milliseconds, statements }] of many) {
  report(`${name} page of ${AGREEMENTS} agreements`, milliseconds, 'ms, p95')
  report(`${name} page of ${AGREEMENTS} agreements`, statements, 'statements')
  const before = few.get(name)?.statements ?? 0
  report(`${name} page, statements for ten times the agreements`, statements / before, 'times')
}

interface Figure {
  milliseconds: number
  statements: number
}

async function measured(count: number): Promise<Map<string, Figure>> {
  const figures = new Map<string, Figure>()
  await withNational(async (national) => {
    await addNationalAgreements(national.db, national.network, systemClock, count)
    await sql`analyze`.execute(national.db)
    const { person, cookie } = await officerOf(national)
    // The first reading of what every agreement asks for is the night's work, not the page's.
    await visit(national, '/conventions/echeances', cookie)
    for (const [name, path] of PAGES) figures.set(name, await figureOf(national, path, cookie))
    const calendar = await calendarOf(national, person)
    const figure = await figureOf(national, calendar, cookie)
    const events = (await visit(national, calendar, cookie)).split('BEGIN:VEVENT').length - 1
    figures.set('calendar, for 1000 deadlines, in the', {
      ...figure,
      milliseconds: (figure.milliseconds * 1000) / events,
    })
  }, count)
  return figures
}

async function figureOf(national: National, path: string, cookie: string): Promise<Figure> {
  await visit(national, path, cookie)
  const before = national.statements()
  await visit(national, path, cookie)
  const statements = national.statements() - before
  const times: number[] = []
  for (let time = 0; time < TIMES; time++) {
    const start = performance.now()
    await visit(national, path, cookie)
    times.push(performance.now() - start)
  }
  return { milliseconds: p95(times), statements }
}

async function visit({ url }: National, path: string, cookie: string): Promise<string> {
  const answer = await fetch(url + path, { headers: { cookie } })
  const text = await answer.text()
  if (answer.status !== 200 || text.length < 1000) throw new Error(`${path}: ${answer.status}`)
  return text
}

async function calendarOf({ db, network, services }: National, person: PersonId): Promise<string> {
  const id = newId<'feed'>()
  const token = feedToken(services.config, id)
  await db
    .insertInto('agreements.feed')
    .values({
      id,
      network_id: network,
      digest: feedDigest(services.config, token),
      created_at: systemClock.now(),
      created_by: person,
    })
    .execute()
  return `/conventions/echeances.ics?jeton=${token}`
}
