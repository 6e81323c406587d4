import { beforeEach, describe, expect, it } from 'vitest'
import { useApp } from '../../../tests/support.ts'
import { day } from '../../kernel/day.ts'
import { inTransaction } from '../db/transaction.ts'
import { writeJournal } from './journal.ts'
import { purgeJournal } from './retention.ts'
import { verifyJournal } from './verify.ts'

const app = useApp({ today: day('2016-03-01') })
const origin = { address: '192.0.2.7', userAgent: 'Essai' }

/** One line a year in each network from 2016 on, and one without network. */
beforeEach(async () => {
  const { rows } = await app.database.pool.query('select count(*) from platform.journal')
  if (rows[0].count > 0) return
  for (const year of [2016, 2018, 2020, 2022, 2024, 2026]) {
    app.moveTo(`${year}-03-01`)
    for (const network of [app.networks.estuaire, app.networks.baie])
      await inTransaction(app.services.db, (tx) => {
        const context = app.context({ origin })
        const inNetwork = { ...context, network: { ...context.network, id: network } }
        return writeJournal(tx, inNetwork, 'essay.done', `${year}`)
      })
    await app.database.pool.query(
      `insert into platform.journal (at, action, subject_id) values ($1, 'essay.done', 'nowhere')`,
      [app.clock.now()],
    )
  }
  await app.database.pool.query(
    `update identity.network set journal_years = 5, origin_months = 3 where slug = 'baie'`,
  )
})

async function yearsKept(slug: string): Promise<string[]> {
  const { rows } = await app.database.pool.query(
    `select subject_id from platform.journal j join identity.network n on n.id = j.network_id
     where n.slug = $1 and action = 'essay.done' order by j.id`,
    [slug],
  )
  return rows.map(({ subject_id }) => subject_id)
}

const origins = async () =>
  (await app.database.pool.query('select at from platform.journal_origin order by at')).rows.length

describe('the retention of the journal', () => {
  it('removes what outlived each network’s own delay, says how many, and breaks no chain', async () => {
    app.moveTo('2026-03-02')
    expect(await purgeJournal(app.services)).toEqual([
      { rule: 'platform.journal', removed: 1 + 3 + 1 },
      { rule: 'platform.journal-origins', removed: 10 },
    ])
    expect(await yearsKept('estuaire')).toEqual(['2018', '2020', '2022', '2024', '2026'])
    expect(await yearsKept('baie')).toEqual(['2022', '2024', '2026'])
    expect(await origins()).toBe(2)
    const { verified, purged, faults } = await verifyJournal(app.services.db, { batch: 4 })
    expect({ verified, purged, faults }).toEqual({ verified: 18 - 5 + 3, purged: 5, faults: [] })
  })

  it('finds nothing more the same night, and leaves no line then', async () => {
    expect(await purgeJournal(app.services)).toEqual([
      { rule: 'platform.journal', removed: 0 },
      { rule: 'platform.journal-origins', removed: 0 },
    ])
    const { rows } = await app.database.pool.query('select count(*) from platform.journal_purge')
    expect(rows).toEqual([{ count: 3 }])
  })

  it('goes on with the years: origins first, then lines, never what tells of a purge', async () => {
    app.moveTo('2026-06-02')
    expect((await purgeJournal(app.services))[1]).toEqual({ rule: 'platform.journal-origins', removed: 1 })
    app.moveTo('2037-01-01')
    expect(await purgeJournal(app.services)).toEqual([
      { rule: 'platform.journal', removed: 5 + 3 + 5 },
      { rule: 'platform.journal-origins', removed: 1 },
    ])
    const { verified, purged, faults } = await verifyJournal(app.services.db)
    expect({ verified, purged, faults }).toEqual({ verified: 6, purged: 18, faults: [] })
  })

  it('closes the door behind it: nothing else may remove a line', async () => {
    await expect(app.database.pool.query('delete from platform.journal')).rejects.toThrow(/append_only/)
    await inTransaction(app.services.db, async () => {})
    await expect(app.database.pool.query('delete from platform.journal')).rejects.toThrow(/append_only/)
  })
})
