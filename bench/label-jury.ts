import { sql } from 'kysely'
import { newId } from '../src/kernel/id.ts'
import { progressOf } from '../src/modules/labels/data/jury/progress.queries.ts'
import type { EditionId } from '../src/modules/labels/data/schemes/editions.store.ts'
import { aCampaign, JURY_SCHEME } from '../src/modules/labels/testing-jury.ts'
import { resultsOf } from '../src/modules/labels/use-cases/jury/results.ts'
import { withScratchDatabase } from '../src/platform/db/testing.ts'
import { type LendingSetting, lendingSetting } from './lending-setting.ts'
import { p95, report } from './national.ts'

// LAB-56: the dashboard of a jury of 1,500 applications read by five each, and the results of 2,000 read by twelve, in
// milliseconds of server time and in statements, whatever the number of files.

const TIMES = 20

await withScratchDatabase(async (_db, address) => {
  const setting = await lendingSetting(address)
  await dashboard(setting, { files: 1_500, readers: 5 })
  await results(setting, { files: 2_000, readers: 12 })
  await setting.end()
})

async function dashboard(setting: LendingSetting, size: Size): Promise<void> {
  const edition = await aReadCampaign(setting, size)
  const wanted = { readers: size.readers, scientific: 2 }
  const figure = await timed(setting, async () => {
    const { counts } = await progressOf(setting.context.db, edition, wanted, {})
    return [...counts.values()].reduce((sum, count) => sum + count, 0)
  })
  const name = `dashboard of ${size.files} applications × ${size.readers} readers`
  report(`${name}, applications counted`, figure.found, 'applications')
  report(`${name} (target 200)`, figure.milliseconds, 'ms, p95')
  report(name, figure.statements, 'statements')
}

async function results(setting: LendingSetting, size: Size): Promise<void> {
  const edition = await aReadCampaign(setting, size)
  const figure = await timed(setting, async () => {
    const found = await resultsOf(setting.context.db, { id: edition, content: JURY_SCHEME })
    return [...found.values()].filter(({ median }) => median !== null).length
  })
  const name = `results of ${size.files} applications × ${size.readers} jurors`
  report(`${name}, medians found`, figure.found, 'applications')
  report(name, figure.milliseconds, 'ms, p95')
  report(name, figure.statements, 'statements')
}

interface Size {
  readonly files: number
  readonly readers: number
}

async function timed({ counted }: LendingSetting, work: () => Promise<number>) {
  await work()
  counted()
  const found = await work()
  const statements = counted()
  const times: number[] = []
  for (let time = 0; time < TIMES; time += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return { found, statements, milliseconds: p95(times) }
}

/** Every file read to the end by each juror of a jury of that size. */
async function aReadCampaign(
  { context, owner }: LendingSetting,
  { files, readers }: Size,
): Promise<EditionId> {
  const { db, network, now } = context
  const { editionId, scheme } = await aCampaign(context, {
    files: 0,
    name: `Mesure ${files}`,
    marksUntil: '2027-06-30' as never,
  })
  const people = Array.from({ length: readers }, () => newId<'person'>())
  await sql`insert into identity.person (id, given_name, family_name, email, created_at)
    select id, 'Juré', id::text, id::text || '@example.fr', ${now} from unnest(${people}::uuid[]) id`.execute(
    db,
  )
  await sql`insert into labels.juror (id, edition_id, person_id, kind, is_chair, from_day, named_at)
    select gen_random_uuid(), ${editionId}, id, 'scientific', false, '2026-01-01', ${now}
    from unnest(${people}::uuid[]) id`.execute(db)
  await sql`with holder as (
      insert into identity.organisation (id, network_id, name, kind, created_at)
      select gen_random_uuid(), ${network.id}, 'Commune ' || n, 'commune', ${now} from generate_series(1, ${files}::int) n
      returning id)
    insert into labels.application (id, network_id, scheme_id, version_id, purpose, edition_id, organisation_id,
      applicant_id, state, created_at, submitted_at)
    select gen_random_uuid(), ${network.id}, ${scheme.id}, e.version_id, 'application', e.id, h.id, ${owner},
      'under_instruction', ${now}, ${now} from holder h, labels.edition e where e.id = ${editionId}`.execute(
    db,
  )
  await sql`insert into labels.admission (application_id, is_eligible, checked_at)
    select id, true, ${now} from labels.application where edition_id = ${editionId}`.execute(db)
  await sql`insert into labels.interest_declaration (id, application_id, juror_id, seq, interest, declared_at)
    select gen_random_uuid(), a.id, j.id, 1, 'none', ${now} from labels.application a
    join labels.juror j on j.edition_id = a.edition_id where a.edition_id = ${editionId}`.execute(db)
  await sql`insert into labels.reading (id, application_id, juror_id, assigned_at)
    select gen_random_uuid(), a.id, j.id, ${now} from labels.application a
    join labels.juror j on j.edition_id = a.edition_id where a.edition_id = ${editionId}`.execute(db)
  for (const code of ['A1', 'S1'])
    await sql`insert into labels.mark (reading_id, code, mark, comment, saved_at)
      select r.id, ${code}, 1 + floor(random() * 5)::int, 'Vu', ${now} from labels.reading r
      join labels.juror j on j.id = r.juror_id where j.edition_id = ${editionId}`.execute(db)
  await sql`update labels.reading r set finished_at = ${now} from labels.juror j
    where j.id = r.juror_id and j.edition_id = ${editionId}`.execute(db)
  await sql`analyze`.execute(db)
  return editionId
}
