import { sql } from 'kysely'
import { addNationalAgreements } from '../scripts/national-agreements.ts'
import { newId } from '../src/kernel/id.ts'
import { publicAwards } from '../src/modules/labels/data/proof/course.queries.ts'
import { awardStatuses } from '../src/modules/labels/data/proof/statuses.queries.ts'
import { shownLabels } from '../src/modules/places/data/places.queries.ts'
import { systemClock } from '../src/platform/clock.ts'
import { type National, p95, report, withNational } from './national.ts'

// LAB-56: the public statuses of the labels of 15,000 places, in milliseconds of server time and in statements: where each
// label stands on a day, the labels shown by the directory, and the whole courses of the open data.

const PLACES = 15_000
const TIMES = 20

await withNational(async (national) => {
  const { db, network, services } = national
  await addNationalAgreements(db, network, systemClock, PLACES)
  await addAwards(national)
  await sql`analyze`.execute(db)
  const today = systemClock.today()
  const places = (
    await db.selectFrom('places.place').select('id').where('network_id', '=', network).execute()
  ).map(({ id }) => id)
  await figure(national, 'public label statuses of', () => awardStatuses(services.db, network, today))
  await figure(national, 'labels shown of', () => shownLabels(services.db, network, places, today))
  await figure(national, 'whole courses of the labels of', () => publicAwards(services.db, network))
}, PLACES)

/** One label per place, carried by its agreement; one in fifty withdrawn by an act. */
async function addAwards({ db, network }: National): Promise<void> {
  const scheme = newId<'scheme'>()
  const now = systemClock.now()
  await db
    .insertInto('labels.scheme')
    .values({ id: scheme, network_id: network, code: 'essai', name: 'Label essai' })
    .execute()
  await sql`insert into labels.award (id, scheme_id, place_id, agreement_id, granted_on, number, slug, recorded_at)
    select gen_random_uuid(), ${scheme}, c.place_id, c.agreement_id, coalesce(c.from_day, '2020-01-01'),
      'ESSAI-' || row_number() over (), substr(md5(c.place_id::text), 1, 12), ${now}
    from agreements.place_cover c`.execute(db)
  await sql`insert into labels.award_act (id, award_id, seq, kind, from_day, recorded_at)
    select gen_random_uuid(), id, 1, 'granted', granted_on, ${now} from labels.award`.execute(db)
  await sql`insert into labels.award_act (id, award_id, seq, kind, from_day, reason, recorded_at)
    select gen_random_uuid(), id, 2, 'withdrawn', granted_on + 200, 'mesure', ${now}
    from labels.award where get_byte(uuid_send(id), 15) < 5`.execute(db)
}

async function figure(
  { statements }: National,
  name: string,
  work: () => Promise<{ readonly size: number } | readonly unknown[]>,
): Promise<void> {
  const times: number[] = []
  let size = 0
  let asked = 0
  for (let time = 0; time < TIMES; time += 1) {
    const before = statements()
    const start = performance.now()
    const read = await work()
    times.push(performance.now() - start)
    asked = statements() - before
    size = 'size' in read ? read.size : read.length
  }
  report(`${name} ${PLACES} places (${size} read)`, p95(times), 'ms, p95')
  report(`${name} ${PLACES} places`, asked, 'statements')
}
