import { beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, useTestDatabase } from '../db/testing.ts'
import { lastSeal, parseSeal, type Seal, sealText } from './seals.ts'
import { verificationText } from './verification-wording.ts'
import { type Fault, verifyJournal } from './verify.ts'

const database = useTestDatabase()
/** Its functions are tampered with too. */
const other = useTestDatabase()
let journal: Pick<TestDatabase, 'db' | 'pool'>

/** Ten lines; whoever owns the database puts the guards aside before a crime. */
beforeEach(async () => {
  journal = database
  await asOwner('truncate platform.journal, platform.journal_seal, platform.journal_purge restart identity')
  for (let line = 1; line <= 10; line += 1)
    await journal.pool.query(
      `insert into platform.journal (at, action, subject_id, details) values (now(), 'essay.done', $1, '{"n": 1}')`,
      [`subject ${line}`],
    )
})

async function asOwner(crime: string): Promise<void> {
  const client = await journal.pool.connect()
  try {
    await client.query(`begin; set local session_replication_role = replica; ${crime}; commit`)
  } finally {
    client.release()
  }
}

async function faults(anchor: Seal | null = null): Promise<Fault[]> {
  return (await verifyJournal(journal.db, { batch: 3, anchor })).faults
}

const seal = async (): Promise<Seal> => (await lastSeal(journal.db)) ?? { position: 0, hex: '' }

describe('the verification of the journal', () => {
  it('says how many lines it read and up to which seal', async () => {
    const found = await verifyJournal(journal.db, { batch: 3 })
    expect(found).toEqual({ verified: 10, purged: 0, last: await seal(), faults: [] })
    expect(verificationText(found)).toBe(`10 lignes vérifiées, sceau ${sealText(await seal())}`)
    expect(await faults(await seal())).toEqual([])
  })

  it('has nothing to say of an empty journal, unless a seal was noted', async () => {
    const noted = await seal()
    await asOwner('truncate platform.journal, platform.journal_seal restart identity')
    expect(verificationText(await verifyJournal(journal.db))).toBe('Le journal est vide.')
    expect(await faults(noted)).toEqual([{ kind: 'anchor-not-found', position: 10, line: null }])
  })
})

describe('the verification finds', () => {
  it.each([
    [`update platform.journal set subject_id = 'x' where id = 4`],
    [`update platform.journal set at = at + interval '1 microsecond' where id = 4`],
    [`update platform.journal set person_id = gen_random_uuid() where id = 4`],
    [`update platform.journal set membership_id = gen_random_uuid() where id = 4`],
    [`update platform.journal set mandate_id = gen_random_uuid() where id = 4`],
    [`update platform.journal set delegation_id = gen_random_uuid() where id = 4`],
    [`update platform.journal set impersonator_id = gen_random_uuid() where id = 4`],
    [`update platform.journal set organisation_id = gen_random_uuid() where id = 4`],
    [`update platform.journal set network_id = gen_random_uuid() where id = 4`],
    [`update platform.journal set action = 'essay.undone' where id = 4`],
    [`update platform.journal set details = '{"n": 2}' where id = 4`],
    [`update platform.journal set changes = '{"name": ["a", "b"]}' where id = 4`],
    [`update platform.journal set request_id = 'x' where id = 4`],
  ])('a line that was altered: %s', async (crime) => {
    await asOwner(crime)
    expect(await faults()).toEqual([{ kind: 'altered-line', position: 4, line: 4 }])
  })

  it('a line altered together with the function that digests it', async () => {
    journal = other
    await other.pool.query(
      `insert into platform.journal (at, action, subject_id) values (now(), 'essay.done', 'one')`,
    )
    await asOwner(`
      update platform.journal set subject_id = 'x';
      create or replace function platform.journal_digest(line platform.journal) returns bytea language sql stable as
        $$ select digest from platform.journal_seal s where s.line = line.id $$`)
    expect(await faults()).toEqual([{ kind: 'altered-line', position: 1, line: 1 }])
  })

  it('a line that was removed', async () => {
    await asOwner('delete from platform.journal where id = 10')
    expect(await faults()).toEqual([{ kind: 'missing-line', position: 10, line: 10 }])
  })

  it('a line removed under the name of a purge', async () => {
    await asOwner(`
      delete from platform.journal where id in (4, 5);
      insert into platform.journal_purge (id, at, before, lines, positions)
      values (gen_random_uuid(), now(), now(), 2, '{[4,6)}')`)
    expect(await faults()).toEqual([
      { kind: 'missing-line', position: 4, line: 4 },
      { kind: 'missing-line', position: 5, line: 5 },
      { kind: 'untold-purge', position: 4, line: null },
    ])
  })

  it('a seal that was altered, and where the chain goes on', async () => {
    await asOwner(`update platform.journal_seal set seal = sha256('x') where position = 4`)
    expect(await faults()).toEqual([
      { kind: 'altered-seal', position: 4, line: 4 },
      { kind: 'altered-seal', position: 5, line: 5 },
    ])
  })

  it('a line altered with its digest', async () => {
    await asOwner(`
      update platform.journal set subject_id = 'x' where id = 4;
      update platform.journal_seal s set digest = platform.journal_digest(j) from platform.journal j
      where j.id = s.line and s.line = 4`)
    expect(await faults()).toEqual([{ kind: 'altered-seal', position: 4, line: 4 }])
  })

  it('a seal that is missing, with or without its line', async () => {
    await asOwner('delete from platform.journal_seal where position = 4')
    expect(await faults()).toEqual([
      { kind: 'gap', position: 4, line: null },
      { kind: 'unsealed-line', position: null, line: 4 },
    ])
    await asOwner('delete from platform.journal where id = 4')
    expect(await faults()).toEqual([{ kind: 'gap', position: 4, line: null }])
    await asOwner(
      'delete from platform.journal_seal where position = 1; delete from platform.journal where id = 1',
    )
    expect((await faults())[0]).toEqual({ kind: 'gap', position: 1, line: null })
  })

  it('a line slipped in without a seal', async () => {
    await asOwner(
      `insert into platform.journal (at, action, subject_id) values (now(), 'essay.done', 'slipped in')`,
    )
    expect(await faults()).toEqual([{ kind: 'unsealed-line', position: null, line: 11 }])
  })

  it('two lines that changed places', async () => {
    await asOwner(`
      update platform.journal_seal set line = -1 where position = 3;
      update platform.journal_seal set line = 3 where position = 4;
      update platform.journal_seal set line = 4 where position = 3`)
    expect((await faults()).map(({ kind, position }) => [kind, position])).toEqual([
      ['altered-line', 3],
      ['altered-line', 4],
    ])
  })

  it('an end cut off, when a seal was noted', async () => {
    const noted = await seal()
    await asOwner(
      'delete from platform.journal where id > 8; delete from platform.journal_seal where position > 8',
    )
    expect(await faults()).toEqual([])
    expect(await faults(noted)).toEqual([{ kind: 'anchor-not-found', position: 10, line: null }])
  })

  it('a chain rewritten to its end, when a seal was noted', async () => {
    const noted = await seal()
    await asOwner('truncate platform.journal, platform.journal_seal restart identity')
    for (let line = 1; line <= 10; line += 1)
      await journal.pool.query(
        `insert into platform.journal (at, action, subject_id) values (now(), 'essay.done', 'rewritten')`,
      )
    expect(await faults()).toEqual([])
    const found = await verifyJournal(journal.db, { anchor: noted })
    expect(found.faults).toEqual([{ kind: 'anchor-differs', position: 10, line: null }])
    expect(verificationText(found)).toContain('- position 10 : le sceau n’est pas celui du repère')
  })
})

describe('a noted seal', () => {
  it('is read as it was written, and nothing else is', async () => {
    const noted = await seal()
    expect(parseSeal(` ${sealText(noted).toUpperCase()}\n`)).toEqual(noted)
    for (const wrong of [
      '',
      '12',
      ':',
      '0:ab',
      `1:${'g'.repeat(64)}`,
      `1:${'a'.repeat(63)}`,
      `x${sealText(noted)}`,
    ])
      expect(parseSeal(wrong), wrong).toBeNull()
  })
})
