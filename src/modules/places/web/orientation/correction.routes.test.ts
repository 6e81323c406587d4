import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { privacyParts } from '../../../../privacy-parts.ts'
import { addOrganisation } from '../../../identity/index.ts'
import type { FollowUpId } from '../../data/orientation/follow-ups.store.ts'
import { outcomeLines } from '../../data/orientation/outcomes.queries.ts'
import type { Outcome } from '../../domain/orientation/outcome.ts'
import type { PlaceId } from '../../domain/place.ts'
import { addPlace } from '../../testing.ts'
import { runBy } from '../../testing-life.ts'
import { aFollowedOrientation } from '../../testing-orientation.ts'

const app = useApp()
const LIST = '/fiche-orientation/suivis'
let place: PlaceId
let keeper: Browser
let colleague: Browser

beforeAll(async () => {
  const { db } = app.services
  place = await addPlace(db, app.networks.estuaire, {
    slug: 'atelier',
    name: 'Atelier',
    commune: 'Coutances',
  })
  const fields = { name: 'Les Unelles', kind: 'association', siret: null, commune: 'Coutances' }
  const organisation = await addOrganisation(db, app.networks.estuaire, fields, app.services.clock.now())
  await runBy(app.context(), place, organisation)
  keeper = await app.signIn('partner', { organisation })
  colleague = await app.signIn('facilitator', { organisation })
})
beforeEach(async () => {
  app.moveTo('2026-06-17')
  await app.database.pool.query('truncate places.orientation_answer, places.orientation_outcome')
})

async function answered(suite: Outcome | 'withdrawn'): Promise<FollowUpId> {
  const id = await aFollowedOrientation(app.context(), place)
  await keeper.post(`${LIST}/${id}`, { suite })
  return id
}
const correct = (id: FollowUpId, suite: string, browser = keeper) =>
  browser.post(`${LIST}/${id}/correction`, { suite })
const counts = async () =>
  (await outcomeLines(app.services.db, app.networks.estuaire)).map(({ sheets }) => sheets)
const journalled = async () =>
  (
    await app.database.pool.query(
      `select details::text as told from platform.journal where action = 'orientation.corrected'`,
    )
  ).rows.map(({ told }) => told as string)
const nightOf = (name: string) =>
  privacyParts.retentionRules.find((rule) => rule.name === name)?.apply(app.services)

describe('an answer that was wrong is corrected (DIR-76)', () => {
  it('by whoever gave it: the counts follow, the names stay erased, and the journal does not say which', async () => {
    await answered('came')
    const id = await answered('came')
    const page = await read(await keeper.get(LIST))
    expect(page.text).toContain('Corriger une réponse')
    expect(page.text).toContain('À corriger jusqu’au 24 juin 2026')
    expect(page.text).not.toContain('Camille')
    const before = (await journalled()).length
    expect((await correct(id, 'absent')).status).toBe(303)
    expect(await counts()).toEqual([{ came: 1, absent: 1 }])
    expect((await journalled()).slice(before)).toEqual(['{}'])
    await correct(id, 'unknown')
    expect(await counts()).toEqual([{ came: 1, unknown: 1 }])
    const { rows } = await app.database.pool.query('select * from places.orientation_follow_up')
    expect(rows).toEqual([])
  })

  it('two at the same time: each is counted once', async () => {
    const ids = [await answered('came'), await answered('came'), await answered('came')]
    await Promise.all(ids.map((id) => correct(id, 'absent')))
    expect(await counts()).toEqual([{ absent: 3 }])
  })

  it('until the seventh day, whatever was corrected meanwhile', async () => {
    const id = await answered('came')
    app.moveTo('2026-06-24')
    expect((await correct(id, 'absent')).status).toBe(303)
    app.moveTo('2026-06-25')
    const refused = await correct(id, 'came')
    const page = await read(refused)
    expect([refused.status, page.problems]).toEqual([
      409,
      [expect.stringContaining('ne se corrige plus : elle a plus de 7 jours')],
    ])
    expect(page.text).not.toContain('Corriger une réponse')
    expect(await counts()).toEqual([{ absent: 1 }])
  })
})

describe('an answer that is not corrected (DIR-76)', () => {
  it('is one of somebody else, even of a colleague, or one that was never given', async () => {
    const id = await answered('came')
    expect((await read(await colleague.get(LIST))).text).not.toContain('Corriger une réponse')
    expect((await correct(id, 'absent', colleague)).status).toBe(404)
    const followed = await aFollowedOrientation(app.context(), place)
    expect((await correct(followed, 'absent')).status).toBe(404)
    expect(await counts()).toEqual([{ came: 1 }])
    await keeper.post(`${LIST}/${followed}`, { suite: 'withdrawn' })
  })

  it('withdraws nobody’s consent: nothing is left of it', async () => {
    const id = await answered('withdrawn')
    expect((await correct(id, 'came')).status).toBe(404)
    const other = await answered('came')
    expect((await correct(other, 'withdrawn')).status).toBe(422)
    expect(await counts()).toEqual([{ came: 1 }])
  })
})

describe('who answered', () => {
  it('is forgotten two weeks later, and the number stays', async () => {
    await answered('came')
    app.moveTo('2026-07-01')
    expect(await nightOf('places.orientation-answers')).toBe(0)
    app.moveTo('2026-07-02')
    expect(await nightOf('places.orientation-answers')).toBe(1)
    expect(await nightOf('places.orientation-answers')).toBe(0)
    expect(await counts()).toEqual([{ came: 1 }])
  })

  it('goes with their account, and the number stays', async () => {
    await answered('came')
    const { rows } = await app.database.pool.query('select answered_by from places.orientation_answer')
    const { db, clock } = app.services
    const person = { id: rows[0].answered_by, email: 'nobody' }
    for (const part of privacyParts.personalData.filter(({ module }) => module === 'places'))
      await part.erase(db, person, clock.now())
    const left = await app.database.pool.query('select from places.orientation_answer')
    expect(left.rowCount).toBe(0)
    expect(await counts()).toEqual([{ came: 1 }])
  })
})
