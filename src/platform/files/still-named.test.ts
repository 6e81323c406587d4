import { describe, expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import { useTestDatabase } from '../db/testing.ts'
import { stillNamed } from './still-named.ts'

const database = useTestDatabase()
const hash = (digit: string) => digit.repeat(64)

describe('a content that a row names', () => {
  it('is found in the table of files, and nowhere once nothing names it', async () => {
    const { db, pool } = database
    const network = newId<'network'>()
    await pool.query(
      `insert into identity.network (id, slug, name, head_name, theme, created_at)
       values ($1, 'essai', 'Réseau d’essai', 'Région', '{}', now())`,
      [network],
    )
    await db
      .insertInto('platform.file')
      .values({
        network_id: network,
        ...{ id: newId<'file'>(), sha256: hash('a'), name: 'a.pdf', media_type: 'application/pdf', bytes: 1 },
        added_at: '2026-06-17T10:00:00.000Z' as Instant,
      })
      .execute()
    expect(await stillNamed(db, hash('a'))).toBe(true)
    expect(await stillNamed(db, hash('b'))).toBe(false)
  })

  it('is found in any table that names the bytes it received', async () => {
    const { db, pool } = database
    await pool.query(`create table public.sent_tomorrow (file_sha256 text)`)
    await pool.query('insert into public.sent_tomorrow values ($1)', [hash('c')])
    expect(await stillNamed(db, hash('c'))).toBe(true)
    await pool.query('drop table public.sent_tomorrow')
    expect(await stillNamed(db, hash('c'))).toBe(false)
  })
})
