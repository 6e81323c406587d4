import type { PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { addDays, type Day, day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { anAgreementInForce, aPlace } from '../../../agreements/testing.ts'
import { type AwardAct, awardOn } from '../../domain/awards/award.ts'
import { standingOn } from '../../domain/proof/course.ts'
import { anAward, aPublishedScheme } from '../../testing-proof.ts'
import type { AwardId, Scheme } from '../awards/awards.store.ts'
import { coursesOf, publicAwards } from './course.queries.ts'
import { awardStatuses } from './statuses.queries.ts'

const app = useApp({ today: day('2026-01-12') })
let epn: Scheme
const START = day('2026-01-01')

beforeAll(async () => {
  epn = await aPublishedScheme(app.context(), { code: 'epn', name: 'EPN Essai' })
})

const query = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)

/** The same tale told to the database and to the domain. */
interface Tale {
  acts: { kind: AwardAct['kind']; from: Day; replaced?: boolean }[]
  validUntil: Day | null
  cover: { until: Day | null; outcome: 'ended' | 'withdrawn' | null }
}

const KINDS: readonly AwardAct['kind'][] = [
  'suspended',
  'lifted',
  'withdrawn',
  'ended',
  'restored',
  'level_changed',
]

/** Always the same tales: a chance that can be played again. */
function tales(count: number): Tale[] {
  let seed = 17
  const chance = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % most
  }
  const someDay = () => addDays(START, 20 + chance(100))
  return Array.from({ length: count }, () => {
    const acts = Array.from({ length: chance(4) }, () => ({
      kind: KINDS[chance(KINDS.length)] as AwardAct['kind'],
      from: someDay(),
      replaced: chance(4) === 0,
    }))
    const until = chance(2) === 0 ? someDay() : null
    const outcome = until === null ? null : chance(2) === 0 ? ('withdrawn' as const) : ('ended' as const)
    return { acts, validUntil: chance(3) === 0 ? someDay() : null, cover: { until, outcome } }
  })
}

async function told(tale: Tale, rank: number): Promise<AwardId> {
  const context = app.context()
  const place = await aPlace(context, `Conte ${rank}`)
  const agreementId = await anAgreementInForce(context, START, {
    places: [place],
    partner: `Conteur ${rank}`,
  })
  const { award } = await anAward(context, epn, { agreementId, place, on: addDays(START, 5) })
  await query('update labels.award set valid_until = $2 where id = $1', [award, tale.validUntil])
  await query(
    'update agreements.place_cover set label_until_day = $2, label_outcome = $3 where agreement_id = $1',
    [agreementId, tale.cover.until, tale.cover.outcome],
  )
  let seq = 1
  for (const { kind, from, replaced } of tale.acts) {
    const id = newId()
    seq += 1
    const row = [award, app.services.clock.now()]
    const insert = `insert into labels.award_act (id, award_id, seq, kind, from_day, reason, supersedes, recorded_at)
      values ($1, $2, $3, $4, $5, 'essai', $6, $7)`
    await query(insert, [id, row[0], seq, kind, from, null, row[1]])
    if (!replaced) continue
    // Replaced by the same act far in the future, which says nothing of these days.
    seq += 1
    await query(insert, [newId(), row[0], seq, kind, '2030-01-01', id, row[1]])
  }
  return award
}

describe('where a label stands is read, and read the same everywhere (LAB-30, LAB-34)', () => {
  it('by the published view and by the domain, on each day of forty tales', async () => {
    const all = tales(40)
    const wrong: string[] = []
    for (const [rank, tale] of all.entries()) {
      const award = await told(tale, rank)
      const course = (await coursesOf(app.services.db, [award])).get(award) ?? []
      const acts: AwardAct[] = [
        { kind: 'granted', from: addDays(START, 5), isSuperseded: false },
        ...tale.acts.map(({ kind, from, replaced }) => ({ kind, from, isSuperseded: replaced === true })),
      ]
      const carried = { validUntil: tale.validUntil, cover: { from: START, ...tale.cover } }
      for (let on = START; on < '2026-06-01'; on = addDays(on, 1)) {
        const [read, meant] = [standingOn(course, on).status, awardOn(acts, carried, on).status]
        if (read !== meant) wrong.push(`${rank}, ${on}: ${read} instead of ${meant} ${JSON.stringify(tale)}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('with as many statements for forty labels as for one (LAB-56)', async () => {
    const { db } = app.services
    const count = async (work: (counted: typeof db) => Promise<unknown>) => {
      let statements = 0
      const plugin = {
        transformQuery: ({ node }: PluginTransformQueryArgs) => {
          statements += 1
          return node
        },
        transformResult: async ({ result }: PluginTransformResultArgs) => result,
      }
      await work(db.withPlugin(plugin))
      return statements
    }
    const all = await publicAwards(db, app.networks.estuaire)
    expect(all.length).toBe(40)
    const one = all.slice(0, 1).map(({ id }) => id)
    const every = all.map(({ id }) => id)
    expect(await count((counted) => publicAwards(counted, app.networks.estuaire, { ids: one }))).toBe(2)
    expect(await count((counted) => publicAwards(counted, app.networks.estuaire, { ids: every }))).toBe(2)
    expect(await count((counted) => awardStatuses(counted, app.networks.estuaire, START))).toBe(1)
  })

  it('and by the reading of all labels at once, on days of every month', async () => {
    const { db } = app.services
    const awards = await publicAwards(db, app.networks.estuaire)
    for (let on = START; on < '2026-06-01'; on = addDays(on, 9)) {
      const all = await awardStatuses(db, app.networks.estuaire, on)
      const read = new Map(all.map(({ id, status }) => [id, status]))
      const wrong = awards.filter(({ id, course }) => read.get(id) !== standingOn(course, on).status)
      expect(
        wrong.map(({ number }) => number),
        on,
      ).toEqual([])
    }
  })
})

describe('a campaign under embargo (LAB-29, LAB-42)', () => {
  it('shows none of its labels until it is published, then all at once', async () => {
    const context = app.context()
    const place = await aPlace(context, 'Sous embargo')
    const agreementId = await anAgreementInForce(context, START, { places: [place], partner: 'Embargo' })
    const { award, proofSlug, number } = await anAward(context, epn, {
      agreementId,
      place,
      on: addDays(START, 5),
    })
    const edition = newId()
    const { rows } = await query('select id from labels.scheme_version where scheme_id = $1', [epn.id])
    await query(
      `insert into labels.edition (id, scheme_id, version_id, name, year, opens_on, closes_on, created_at)
       values ($1, $2, $3, 'Campagne 2026', 2026, '2026-01-01', '2026-01-05', $4)`,
      [edition, epn.id, rows[0].id, app.services.clock.now()],
    )
    await query('update labels.award set edition_id = $2 where id = $1', [award, edition])
    await query("update places.place set status = 'published' where id = $1", [place])
    const visitor = app.visitor()
    const everything = async () => {
      const answers = await Promise.all(
        [
          `/lieux/${place}`,
          '/lieux?label=epn',
          '/lieux/standard.csv',
          '/labels?label=epn',
          '/labels/donnees.csv',
          '/labels/donnees.json',
          `/l/${proofSlug}`,
          `/l/${proofSlug}/donnees.jsonld`,
        ].map(async (path) => (await visitor.get(path)).text()),
      )
      return answers.map((text) => text.includes(number) || text.includes(proofSlug))
    }
    const hidden = await everything()
    expect(hidden.slice(0, 6)).toEqual([false, false, false, false, false, false])
    expect((await visitor.get(`/l/${proofSlug}`)).status).toBe(404)
    await app.runJobs()
    const noted = await query('select 1 from labels.award_course where award_id = $1', [award])
    expect(noted.rows).toEqual([])

    await query('update labels.edition set published_at = $2 where id = $1', [
      edition,
      app.services.clock.now(),
    ])
    expect((await visitor.get(`/l/${proofSlug}`)).status).toBe(200)
    expect((await everything())[5]).toBe(true)
  })
})
