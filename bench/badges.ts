import { sql } from 'kysely'
import { addNationalAgreements } from '../scripts/national-agreements.ts'
import { type Id, newId } from '../src/kernel/id.ts'
import { networkById } from '../src/modules/identity/index.ts'
import { addScheme } from '../src/modules/labels/index.ts'
import { keepBadge } from '../src/modules/labels/use-cases/badges/keep-badge.ts'
import { statusList } from '../src/modules/labels/use-cases/badges/status-list.ts'
import { verifyBadge } from '../src/modules/labels/use-cases/badges/verify-badge.ts'
import { systemClock } from '../src/platform/clock.ts'
import { readBadge } from '../src/platform/credentials/read-badge.ts'
import { type National, p95, report, withNational } from './national.ts'

// LAB-56: verifying a badge without network, in each of its forms; the list of the statuses of 10,000 badges; a badge issued.

const AWARDS = 10_000
const TIMES = 30

await withNational(async (national) => {
  const { db, network: networkId, services } = national
  await addNationalAgreements(db, networkId, systemClock, AWARDS)
  const network = await networkById(db, networkId)
  if (!network) throw new Error('no network')
  const [today, now] = [systemClock.today(), systemClock.now()]
  const world = { config: services.config, today, now }
  const award = await anAward(national)
  const badge = await keepBadge(services.db, world, award)
  if (!badge) throw new Error('no badge was issued')

  const reader = { ...services, fetch: async () => ({ refused: 'no-answer', details: {} }) as const }
  for (const [form, text] of [
    ['JWT', badge.jwt],
    ['Data Integrity', badge.json],
  ] as const) {
    const found = readBadge(Buffer.from(text))
    if ('refused' in found) throw new Error(found.refused)
    await figure(`verifying a badge, ${form}`, async () => {
      const { verdict } = await verifyBadge(reader, found, { today, now })
      if (verdict !== 'valid') throw new Error(verdict)
    })
  }

  const more: Id<'award'>[] = []
  for (let rank = 0; rank <= TIMES; rank += 1) more.push(await anAward(national))
  await figure('issuing a badge in both forms', async () => {
    await keepBadge(services.db, world, more.pop() ?? award)
  })

  await addBadges(national, badge.place.list)
  await sql`analyze`.execute(db)
  const before = national.statements()
  let runs = 0
  await figure(`signed status list of ${AWARDS} badges`, async () => {
    runs += 1
    await statusList(services.db, world, network, badge.place.list, 'revocation')
  })
  report(`signed status list of ${AWARDS} badges`, (national.statements() - before) / runs, 'statements')
}, AWARDS)

/** A label of its own, borne today by a place of an agreement in force. */
async function anAward({ db, network }: National): Promise<Id<'award'>> {
  const id = newId<'award'>()
  const scheme = await addScheme(db, network, { code: `essai-${id.slice(-8)}`, name: 'Label essai' })
  const now = systemClock.now()
  const today = systemClock.today()
  await sql`insert into labels.award (id, scheme_id, place_id, agreement_id, granted_on, number, slug, recorded_at)
    select ${id}, ${scheme}, c.place_id, c.agreement_id, c.from_day, 'ESSAI-1', ${id}, ${now}
    from agreements.place_cover c
    where c.from_day <= ${today} and (c.until_day is null or c.until_day > ${today})
      and (c.label_until_day is null or c.label_until_day > ${today})
    limit 1`.execute(db)
  await sql`insert into labels.award_act (id, award_id, seq, kind, from_day, recorded_at)
    select gen_random_uuid(), id, 1, 'granted', granted_on, ${now} from labels.award where id = ${id}`.execute(
    db,
  )
  return id
}

/** One label per place of an agreement, each with its badge; one in fifty withdrawn. */
async function addBadges({ db, network }: National, list: string): Promise<void> {
  const id = await addScheme(db, network, { code: 'mesure', name: 'Label mesuré' })
  const now = systemClock.now()
  await sql`insert into labels.award (id, scheme_id, place_id, agreement_id, granted_on, number, slug, recorded_at)
    select gen_random_uuid(), ${id}, c.place_id, c.agreement_id, coalesce(c.from_day, '2020-01-01'),
      'MESURE-' || row_number() over (), substr(md5(c.place_id::text), 1, 12), ${now}
    from agreements.place_cover c limit ${AWARDS}`.execute(db)
  await sql`insert into labels.award_act (id, award_id, seq, kind, from_day, recorded_at)
    select gen_random_uuid(), id, 1, 'granted', granted_on, ${now} from labels.award where scheme_id = ${id}`.execute(
    db,
  )
  await sql`insert into labels.award_act (id, award_id, seq, kind, from_day, reason, recorded_at)
    select gen_random_uuid(), id, 2, 'withdrawn', granted_on + 20, 'mesure', ${now}
    from labels.award where scheme_id = ${id} and get_byte(uuid_send(id), 15) < 5`.execute(db)
  await sql`insert into labels.badge (id, network_id, award_id, list_id, list_index, valid_from, rsa_key_id, ed25519_key_id,
      jwt, json, issued_at)
    select gen_random_uuid(), ${network}, a.id, ${list}::uuid, row_number() over () + 60000, ${now}, k.rsa_key_id,
      k.ed25519_key_id, '', '', ${now}
    from labels.award a, (select rsa_key_id, ed25519_key_id from labels.badge limit 1) k
    where a.scheme_id = ${id} on conflict do nothing`.execute(db)
}

async function figure(name: string, work: () => Promise<void>): Promise<void> {
  await work()
  const times: number[] = []
  for (let time = 0; time < TIMES; time += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  report(name, p95(times), 'ms, p95')
}
