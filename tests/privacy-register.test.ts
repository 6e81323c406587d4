import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../src/platform/db/testing.ts'
import { privacyParts } from '../src/privacy-parts.ts'

/** Named like people's data, and not: each says why. */
const NOT_PERSONAL: Record<string, string> = {
  'identity.organisation.email': 'an address of the organisation',
  'identity.organisation.phone': 'a telephone of the organisation',
  'identity.organisation.address': 'where the organisation is',
  'identity.person.email_verified': 'a yes or no about the address, which is marked',
  'federation.peer.address': 'where another network answers',
  'identity.network.head_name': 'the name of an organisation',
  'places.confirmation.said_by': 'a quality: owner, staff or a file',
  'places.revision.said_by': 'a quality: owner, staff or a file',
  'places.place.address': 'where the place is',
  'places.place.address_extra': 'where the place is',
}

const LOOKS_PERSONAL =
  /(^|_)(emails?|phone|given_name|family_name|holder_name|requester_name|representative_name|dpo_name|recipient|address|user_agent|birth[a-z_]*)($|_)|_by$/

describe('the register of processing', () => {
  const { db } = useColumns()

  it('names every column marked personal, and no other', async () => {
    const marked = (await db()).filter(({ comment }) => comment?.startsWith('personal: ')).map(nameOf)
    const named = privacyParts.register.flatMap(({ columns }) => columns)
    expect(marked.length).toBeGreaterThan(50)
    expect([...new Set(named)].sort()).toEqual(marked.sort())
    expect(new Set(named).size, 'a column has one entry').toBe(named.length)
  })

  it('forgets no column that looks like people’s data', async () => {
    const unmarked = (await db())
      .filter(
        ({ comment, column, references }) =>
          !comment?.startsWith('personal: ') && (LOOKS_PERSONAL.test(column) || references),
      )
      .map(nameOf)
      .filter((name) => !(name in NOT_PERSONAL) && !name.endsWith('.ended_by'))
    expect(unmarked).toEqual([])
  })

  it('names rules that exist, and every rule is somebody’s', () => {
    const named = [...new Set(privacyParts.register.flatMap(({ rules }) => rules))].sort()
    expect(named).toEqual(privacyParts.retentionRules.map(({ name }) => name).sort())
  })

  it('has one anchor per entry', () => {
    const ids = privacyParts.register.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

interface Column {
  table: string
  column: string
  comment: string | null
  references: boolean
}

function nameOf({ table, column }: Column): string {
  return `${table}.${column}`
}

function useColumns() {
  const database = useTestDatabase()
  return {
    db: async () =>
      (
        await sql<Column>`
        select n.nspname || '.' || c.relname as "table", a.attname as "column",
          col_description(c.oid, a.attnum) as comment,
          exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
            and k.confrelid = 'identity.person'::regclass and k.conkey = array[a.attnum]) as "references"
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where a.attnum > 0 and not a.attisdropped and c.relkind = 'r'
          and n.nspname not in ('public', 'jobs', 'information_schema') and n.nspname not like 'pg\\_%'
        order by 1, 2`.execute(database.db)
      ).rows,
  }
}
