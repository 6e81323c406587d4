import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { type Day, day } from '../../../../kernel/day.ts'
import type { Context } from '../../../../platform/context.ts'
import { createDatabase } from '../../../../platform/db/database.ts'
import type { CapacityRef } from '../../../identity/index.ts'
import type { ApplicationId } from '../../data/applications/applications.store.ts'
import { decidedOf } from '../../data/jury/deliberations.store.ts'
import { progressOf } from '../../data/jury/progress.queries.ts'
import { othersMarks, readingsOf } from '../../data/jury/readings.store.ts'
import { juryRetention } from '../../data/jury/retention.ts'
import type { JurorId } from '../../domain/jury/juror.ts'
import { aHeadWhoSigns } from '../../testing-decisions.ts'
import {
  type ACampaign,
  aCampaign,
  admitted,
  aJuror,
  aPerson,
  finished,
  got,
  JURY_SCHEME,
} from '../../testing-jury.ts'
import { closeGrids } from './close-grids.ts'
import { declareInterest } from './declare-interest.ts'
import { deliberate } from './deliberate.ts'
import { fillGrid } from './fill-grid.ts'
import { giveFiles } from './give-files.ts'
import { openDeliberation } from './open-deliberation.ts'
import { publishEdition } from './publish-edition.ts'
import { resultsOf } from './results.ts'

const app = useApp({ today: '2026-06-17' as Day })
const JURORS = 4
let campaign: ACampaign
let jurors: JurorId[]
let file: ApplicationId

const scheme = () => ({ id: campaign.editionId, content: JURY_SCHEME })
const asked = () => ({ edition: campaign.editionId, file })
const WORDS = {
  signer: null as CapacityRef | null,
  decidedOn: day('2026-06-17'),
  remedies: 'Recours devant le tribunal administratif, dans les deux mois.',
}
const LETTER = {
  reasons: () => 'Motifs du jury',
  ineligible: (reason: string) => reason,
  medians: async () => new Map(),
}

async function aRunCampaign(context: Context, files = 1): Promise<void> {
  campaign = await aCampaign(context, { files, name: `Villes ${Math.random()}` })
  jurors = []
  for (let rank = 0; rank < JURORS; rank += 1)
    jurors.push(
      await aJuror(context, campaign.editionId, {
        isChair: rank === 0,
        kind: rank < 3 ? 'scientific' : 'practitioner',
      }),
    )
  file = campaign.files[0] as ApplicationId
  await admitted(context, campaign)
}

async function readers(of = file) {
  const all = await readingsOf(app.services.db, jurors)
  return all
    .filter(({ applicationId }) => applicationId === of)
    .sort((one, other) => (one.id < other.id ? -1 : 1))
}

async function refusedByDatabase(statement: string, values: unknown[]): Promise<string> {
  try {
    await app.database.pool.query(statement, values)
    return ''
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? String(error)
  }
}

const decided = (change = {}) => ({
  chairedBy: jurors[0] as JurorId,
  leaving: [] as JurorId[],
  level: 3 as number | null,
  deviation: '',
  reasons: ['Accueil', 'Services'].map((group) => ({ group, text: `${group} : un effort réel.` })),
  vote: { for: 3, against: 0, abstentions: 0 },
  ...change,
})

describe('files are given to read (LAB-24)', () => {
  beforeAll(() => aRunCampaign(app.context(), 12))

  it('three readers each, two of the science, the load shared out', async () => {
    expect(await giveFiles(app.context(), campaign.editionId)).toEqual({ given: 36, short: 0 })
    const { files, counts } = await progressOf(
      app.services.db,
      campaign.editionId,
      { readers: 3, scientific: 2 },
      {},
    )
    expect(counts.get('being_read')).toBe(12)
    for (const { readers, scientific } of files) expect([readers, scientific >= 2]).toEqual([3, true])
    expect(await giveFiles(app.context(), campaign.editionId)).toEqual({ given: 0, short: 0 })
  })

  it('the dashboard and the results are one statement each, however many files (LAB-56)', async () => {
    let statements = 0
    const db = createDatabase(app.database.pool, () => {
      statements += 1
    })
    const wanted = { readers: 3, scientific: 2 }
    const { files } = await progressOf(db, campaign.editionId, wanted, {})
    expect([files.length, statements]).toEqual([12, 1])
    await resultsOf(db, scheme())
    expect(statements).toBe(2)
  })

  it('a recusal leaves a gap that is filled by somebody else, never by the same', async () => {
    const [first] = await readers()
    got(await declareInterest(app.context(), first as never, { interest: 'family', words: '' }))
    expect(await giveFiles(app.context(), campaign.editionId)).toEqual({ given: 1, short: 0 })
    expect((await readers()).filter(({ standing }) => standing !== 'recused')).toHaveLength(3)
  })

  it('nobody reads a file of a territory they declared', async () => {
    const near = await aCampaign(app.context(), { files: 2, name: 'Voisines' })
    for (let rank = 0; rank < 3; rank += 1)
      await aJuror(app.context(), near.editionId, { territories: rank === 0 ? ['14'] : [] })
    await admitted(app.context(), near)
    expect(await giveFiles(app.context(), near.editionId)).toEqual({ given: 4, short: 2 })
  })
})

describe('the grid (LAB-25, LAB-26, LAB-54)', () => {
  beforeAll(async () => {
    await aRunCampaign(app.context())
    got(await giveFiles(app.context(), campaign.editionId))
  })

  it('takes no mark before a declaration, whatever the page does', async () => {
    const [one] = await readers()
    const marks = [{ code: 'A1', mark: 3, comment: '' }]
    const grid = { marks, isFinal: false }
    expect(await fillGrid(app.context(), (one as never as { id: never }).id, [], grid)).toMatchObject({
      refused: 'undeclared',
    })
    expect(
      await refusedByDatabase('insert into labels.mark values ($1, $2, 3, $3, now())', [one?.id, 'A1', '']),
    ).toBe('mark_follows_a_declaration')
  })

  it('takes one mark per juror and criterion, from one to five, the ends explained', async () => {
    const [one] = await readers()
    if (!one) throw new Error('no reader')
    got(await declareInterest(app.context(), one, { interest: 'none', words: '' }))
    const insert = 'insert into labels.mark values ($1, $2, $3, $4, $5)'
    const at = app.clock.now()
    expect(await refusedByDatabase(insert, [one.id, 'A1', 6, 'x', at])).toBe('mark_is_from_one_to_five')
    expect(await refusedByDatabase(insert, [one.id, 'A1', 5, ' ', at])).toBe(
      'lowest_and_highest_marks_are_explained',
    )
    expect(await refusedByDatabase(insert, [one.id, 'A1', 3, '', at])).toBe('')
    expect(await refusedByDatabase(insert, [one.id, 'A1', 4, '', at])).toBe(
      'one_mark_per_juror_and_criterion',
    )
  })

  it('shows the others only to whoever has finished, without a name', async () => {
    const [first, second] = await readers()
    if (!first || !second) throw new Error('no readers')
    await finished(app.context(), second, [2, 5])
    expect(await othersMarks(app.services.db, first)).toEqual([])
    const marks = ['A1', 'S1'].map((code) => ({ code, mark: 4, comment: '' }))
    got(await fillGrid(app.context(), first.id, JURY_SCHEME.criteria, { marks, isFinal: true }))
    expect(await othersMarks(app.services.db, first)).toEqual([
      { code: 'A1', marks: [2] },
      { code: 'S1', marks: [5] },
    ])
  })

  it('stays as it is once finished; a recused juror marks no more, and what they marked counts no more', async () => {
    const [first, second, third] = await readers()
    if (!first || !second || !third) throw new Error('no readers')
    const update = 'update labels.mark set mark = 3, saved_at = $2 where reading_id = $1'
    expect(await refusedByDatabase(update, [first.id, app.clock.now()])).toBe('finished_grid_is_kept')
    await finished(app.context(), third, [4, 5])
    const median = async () => (await resultsOf(app.services.db, scheme(), [file])).get(file)
    expect((await median())?.criteria.map(({ median: middle }) => middle)).toEqual([4, 5])
    expect((await median())?.median).toBe(4.5)
    got(await declareInterest(app.context(), third, { interest: 'adviser', words: '' }))
    expect(await median()).toMatchObject({ readers: 2, median: null })
    expect(
      await refusedByDatabase('insert into labels.mark values ($1, $2, 3, $3, $4)', [
        third.id,
        'X',
        '',
        app.clock.now(),
      ]),
    ).toBe('recused_juror_gives_no_mark')
    expect(await declareInterest(app.context(), third, { interest: 'none', words: '' })).toMatchObject({
      refused: 'recusal-stands',
    })
  })

  it('is closed by hand or by its last day, in Paris', async () => {
    got(await giveFiles(app.context(), campaign.editionId))
    const last = (await readers()).find(({ standing }) => standing === 'undeclared')
    if (!last) throw new Error('nobody was given the file')
    got(await declareInterest(app.context(), last, { interest: 'none', words: '' }))
    const insert = 'insert into labels.mark values ($1, $2, 3, $3, $4)'
    const late = '2026-07-31T22:00:00Z'
    expect(await refusedByDatabase(insert, [last.id, 'A1', '', late])).toBe('grids_are_closed')
    expect(await refusedByDatabase(insert, [last.id, 'A1', '', '2026-07-31T21:59:59Z'])).toBe('')
    got(await closeGrids(app.context(), campaign.editionId))
    expect(
      await fillGrid(app.context(), last.id, [], {
        marks: [{ code: 'S1', mark: 3, comment: '' }],
        isFinal: false,
      }),
    ).toMatchObject({ refused: 'grids-closed' })
  })
})

describe('the jury decides (LAB-28, LAB-52)', () => {
  beforeAll(async () => {
    await aRunCampaign(app.context())
    got(await giveFiles(app.context(), campaign.editionId))
    for (const [rank, reading] of (await readers()).entries())
      await finished(app.context(), reading, [[3, 4, 3][rank] ?? 3, 4])
  })

  it('only once the grids are closed, in number, with a chair who is there', async () => {
    const meeting = { heldOn: day('2026-06-17'), present: jurors }
    const open = (change = {}) =>
      openDeliberation(app.context(), campaign.editionId, { ...meeting, ...change })
    expect(await open()).toMatchObject({ refused: 'grids-open' })
    got(await closeGrids(app.context(), campaign.editionId))
    expect(await open({ present: jurors.slice(0, 2) })).toMatchObject({ refused: 'no-quorum' })
    const deliberationId = got(await open())
    const decide = (change: object) =>
      deliberate(app.context(), asked(), { ...decided(change), deliberationId })
    expect(await decide({ vote: { for: 4, against: 1, abstentions: 0 } })).toMatchObject({
      refused: 'more_votes_than_present',
    })
    expect(await decide({ vote: { for: 2, against: 2, abstentions: 0 } })).toMatchObject({
      refused: 'no_majority',
    })
    expect(await decide({ level: 5 })).toMatchObject({ refused: 'deviation-missing' })
    expect(await decide({ level: 6 })).toMatchObject({ refused: 'unknown-level' })
    expect(await decide({ reasons: [] })).toMatchObject({ refused: 'reasons-missing' })
    expect(await decide({ chairedBy: jurors[0], leaving: [jurors[0]] })).toMatchObject({
      refused: 'chair-recused',
    })
  })
})

describe('the embargo (LAB-29)', () => {
  it('lets no decision, no award and no second publication into the database', async () => {
    const context = app.context()
    const { rows } = await app.database.pool.query(
      'select a.scheme_id, a.network_id, a.edition_id, a.organisation_id from labels.application a where id = $1',
      [file],
    )
    const { scheme_id, network_id, edition_id, organisation_id } = rows[0]
    expect(
      await refusedByDatabase(
        `insert into labels.decision (id, network_id, scheme_id, kind, edition_id, authority, signer_name, signer_title,
           decided_on, effect_from, recorded_at)
         values (gen_random_uuid(), $1, $2, 'granted', $3, 'x', 'y', '', current_date, current_date, now())`,
        [network_id, scheme_id, edition_id],
      ),
    ).toBe('jury_decides_at_publication')
    expect(
      await refusedByDatabase(
        `insert into labels.award (id, scheme_id, organisation_id, granted_on, number, slug, edition_id, recorded_at)
         values (gen_random_uuid(), $1, $2, current_date, 'X-1', 'x', $3, now())`,
        [scheme_id, organisation_id, edition_id],
      ),
    ).toBe('jury_decides_at_publication')
    expect(await publishEdition(context, campaign.editionId, WORDS, LETTER)).toMatchObject({
      refused: 'signer-unknown',
    })
    WORDS.signer = { mandateId: (await aHeadWhoSigns(app.context())).mandate, delegationId: null }
    expect(
      await publishEdition(context, campaign.editionId, { ...WORDS, remedies: ' ' }, LETTER),
    ).toMatchObject({
      refused: 'remedies-missing',
    })
    expect(await publishEdition(context, campaign.editionId, WORDS, LETTER)).toMatchObject({
      refused: 'files-undecided',
    })
    const meetings = await app.database.pool.query(
      'select id from labels.deliberation where edition_id = $1',
      [edition_id],
    )
    const deliberationId = meetings.rows[0].id
    got(await deliberate(context, asked(), { ...decided(), deliberationId }))
    expect(await decidedOf(app.services.db, campaign.editionId)).toMatchObject([
      { level: 3, proposedLevel: 3, median: 3.5 },
    ])
    const at = async () =>
      (
        await app.database.pool.query('select count(*)::int as n from labels.award where edition_id = $1', [
          edition_id,
        ])
      ).rows[0].n
    expect(await at()).toBe(0)
    expect(await publishEdition(context, campaign.editionId, WORDS, LETTER)).toEqual({
      granted: 1,
      declined: 0,
    })
    expect(await at()).toBe(1)
    expect(await publishEdition(context, campaign.editionId, WORDS, LETTER)).toMatchObject({
      refused: 'already-published',
    })
    expect(await deliberate(context, asked(), { ...decided(), deliberationId })).toMatchObject({
      refused: 'already-published',
    })
    expect(
      await refusedByDatabase('update labels.edition set published_at = null where id = $1', [edition_id]),
    ).toBe('edition_is_published_once')
  })
})

describe('a recusal (LAB-25, LAB-73)', () => {
  it('never lets the database seat a recused juror', async () => {
    const context = app.context()
    await aRunCampaign(context)
    const person = await aPerson(context, 'Salarié', { organisation: campaign.holders[0] as never })
    const employee = await aJuror(context, campaign.editionId, { personId: person, kind: 'partner' })
    jurors.push(employee)
    got(await giveFiles(context, campaign.editionId))
    await app.database.pool.query(
      `insert into labels.interest_declaration (id, application_id, juror_id, seq, interest, declared_at)
       values (gen_random_uuid(), $1, $2, 1, 'employment', now())`,
      [file, employee],
    )
    got(await closeGrids(context, campaign.editionId))
    const deliberationId = got(
      await openDeliberation(context, campaign.editionId, { heldOn: day('2026-06-17'), present: jurors }),
    )
    expect(
      await refusedByDatabase(
        `insert into labels.deliberated (id, deliberation_id, application_id, seq, chair_id, reasons, present, votes_for,
           votes_against, abstentions, recorded_at) values (gen_random_uuid(), $1, $2, 1, $3, '[]', 1, 1, 0, 0, now())`,
        [deliberationId, file, employee],
      ),
    ).toBe('recused_juror_leaves_the_meeting')
    got(
      await deliberate(context, asked(), {
        ...decided({ level: null, vote: { for: 4, against: 0, abstentions: 0 } }),
        deliberationId,
      }),
    )
    const [line] = await decidedOf(app.services.db, campaign.editionId)
    expect(line?.seats.find(({ jurorId }) => jurorId === employee)?.seat).toBe('recused')
    expect(line?.proposedLevel).toBeNull()
  })
})

describe('what is kept (LAB-55)', () => {
  it('goes once the results may no more be contested: the medians of the minutes stay', async () => {
    const count = async (table: string) =>
      (
        await app.database.pool.query(
          `select count(*) filter (where e.published_at is null)::int as open,
             count(*) filter (where e.published_at is not null)::int as published
           from ${table} join labels.juror j on j.id = t.juror_id join labels.edition e on e.id = j.edition_id`,
        )
      ).rows[0]
    const marks = () => count('labels.mark m join labels.reading t on t.id = m.reading_id')
    const links = () => count('labels.interest_declaration t')
    const before = await marks()
    expect(before.published).toBeGreaterThan(0)
    const apply = async () => juryRetention[0]?.apply(app.services)
    await apply()
    expect(await marks()).toEqual(before)
    app.moveTo('2028-10-01')
    await apply()
    expect(await marks()).toEqual({ open: before.open, published: 0 })
    expect((await links()).published).toBe(0)
    const { rows } = await app.database.pool.query(
      `select t.median::float8 from labels.deliberated t join labels.deliberation d on d.id = t.deliberation_id
       join labels.edition e on e.id = d.edition_id where e.published_at is not null`,
    )
    expect(rows).toEqual([{ median: 3.5 }])
  })
})
