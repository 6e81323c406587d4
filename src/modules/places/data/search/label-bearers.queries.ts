import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'

/** A label borne today at one level, and by whom. */
export interface LabelBearers {
  readonly code: string
  readonly name: string
  readonly level: number | null
  readonly places: readonly PlaceId[]
}

/** Read live, like the label itself: nothing keeps it. DIR-8. */
export async function labelBearers(db: Database, network: NetworkId, today: Day): Promise<LabelBearers[]> {
  const { rows } = await sql<{ code: string; name: string; level: number | null; places: string | null }>`
    select code, name, level, places from places.label_bearers(${network}, ${today})
    order by name collate public.french`.execute(db)
  return rows.map(({ places, ...label }) => ({ ...label, places: (places?.split(',') ?? []) as PlaceId[] }))
}

/** Who bears any of these: `epn` whatever the level, `villes-internet:4` that one. */
export function bearersOf(labels: readonly LabelBearers[], wanted: readonly string[]): PlaceId[] {
  const borne = labels.filter(({ code, level }) =>
    wanted.some((one) => one === code || one === `${code}:${level}`),
  )
  return borne.flatMap(({ places }) => places)
}
