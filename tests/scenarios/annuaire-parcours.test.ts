import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../support.ts'

// Un programme parcourt dix mille lieux, cinq cents à la fois, pendant que d’autres travaillent.

const app = useApp()
const PLACES = 10_000
const CREATED = 500
const MERGED = 200
const PAGES = PLACES / 500

/** Ids leave room between them: what is added during the walk falls before, under and after the cursor. */
const ID = "('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid"
const idOf = (n: number) => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const STEP = 16

async function add(numbers: readonly number[]): Promise<void> {
  await app.database.pool.query(
    `insert into places.place (id, network_id, slug, name, commune, insee_code, postal_code, address, services, created_at)
     select ${ID}, $1, 'lieu-' || n, 'Lieu ' || n, 'Coutances', '50147', '50200', n || ' rue Haute',
       case when n % 32 = 0 then '{everyday-tools}'::text[] else '{}' end, $2
     from unnest($3::int[]) n`,
    [app.networks.estuaire, app.clock.now(), numbers],
  )
}

/** Each of them joined to the place before it. */
async function merge(numbers: readonly number[]): Promise<void> {
  await app.database.pool.query(
    `update places.place set status = 'merged', merged_at = $1,
       merged_into = (select ${ID} from (select m.n - ${STEP}) kept (n))
     from unnest($2::int[]) m (n) where id = (select ${ID} from (select m.n) own (n))`,
    [app.clock.now(), numbers],
  )
}

/** One page after another, by the cursor of each. */
function walk(query: string) {
  const seen: string[] = []
  let cursor: string | null = ''
  return {
    seen,
    get isOver() {
      return cursor === null
    },
    async on() {
      const at = cursor ? `&cursor=${cursor}` : ''
      const answer = await app.app.request(
        `http://localhost:3000/api/v1/places?limit=500&fields=nom${query}${at}`,
      )
      expect(answer.status).toBe(200)
      const { items, next } = (await answer.json()) as { items: { id: string }[]; next: string | null }
      seen.push(...items.map(({ id }) => id))
      cursor = next
    },
  }
}

beforeAll(async () => {
  await add(Array.from({ length: PLACES }, (_, rank) => (rank + 1) * STEP))
  await app.database.pool.query('analyze places.place')
})

describe('le parcours de l’API (DIR-83, scénario 34)', { timeout: 60_000 }, () => {
  it('ne saute ni ne répète aucun des lieux que personne ne touche', async () => {
    const [whole, part] = [walk(''), walk('&services=maitrise-des-outils-numeriques-du-quotidien')]
    const merged = new Set<number>()
    let created = 0
    for (let page = 0; !whole.isOver || !part.isOver; page += 1) {
      if (!whole.isOver) await whole.on()
      if (!part.isOver) await part.on()
      if (page >= PAGES) continue
      // All over the directory, what was read as well as what is to come.
      const fresh = Array.from({ length: CREATED / PAGES }, (_, rank) => {
        created += 1
        return ((rank * 397 + page * 211) % PLACES) * STEP + 1 + (page % (STEP - 1))
      })
      const joined = Array.from(
        { length: MERGED / PAGES },
        (_, rank) => ((rank * PAGES + page) * 47 + 2) * STEP,
      )
      for (const one of joined) merged.add(one)
      await add(fresh)
      await merge(joined)
      await app.forgetLimits()
    }
    const { rows } = await app.database.pool.query(
      "select count(*)::int as places, (count(*) filter (where status = 'merged'))::int as merged from places.place",
    )
    expect(rows).toEqual([{ places: PLACES + CREATED, merged: MERGED }])
    expect(created).toBe(CREATED)
    const untouched = Array.from({ length: PLACES }, (_, rank) => (rank + 1) * STEP).filter(
      (one) => !merged.has(one),
    )
    for (const [{ seen }, expected] of [
      [whole, untouched],
      [part, untouched.filter((one) => one % 32 === 0)],
    ] as const) {
      expect(new Set(seen).size, 'none is told twice').toBe(seen.length)
      const known = new Set(seen)
      expect(expected.filter((one) => !known.has(idOf(one)))).toEqual([])
      expect(expected.length).toBeGreaterThan(PLACES / 3)
    }
    // What was added ahead of the cursor is met; what was joined ahead of it is not.
    expect(whole.seen.length).toBeGreaterThan(untouched.length)
    expect(whole.seen.length).toBeLessThan(PLACES + CREATED)
  })
})
