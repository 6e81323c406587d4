import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { newId } from '../src/kernel/id.ts'
import { loadCommunes } from '../src/modules/places/data/communes.ts'
import { toColumns } from '../src/modules/places/data/place-columns.ts'
import { searchDirectory } from '../src/modules/places/data/search/places.results.ts'
import { folded } from '../src/modules/places/domain/fold.ts'
import { askingNothing } from '../src/modules/places/domain/search/asked.ts'
import { placesOfColumns, toStandardRow } from '../src/modules/places/domain/standard/standard.ts'
import { validateRow } from '../src/modules/places/domain/standard/validate-row.ts'
import { systemClock } from '../src/platform/clock.ts'
import type { Context } from '../src/platform/context.ts'
import { root } from '../src/platform/root.ts'
import { report, withNational } from './national.ts'

// DIR-92, DIR-61: the consolidated national file, each of its rows a place, asked for « mediatheque » without an accent: what
// places say of themselves, and not the streets they stand in.

const NATIONAL = join(root, '../shared/data/places/national-consolide-standard-1.0.2.csv')
const BATCH = 500

if (existsSync(NATIONAL))
  await withNational(async ({ db, network }) => {
    const [now, today] = [systemClock.now(), systemClock.today()]
    const [header = [], ...rows] = parse(await readFile(NATIONAL)) as string[][]
    const columns = placesOfColumns(header)
    const places = rows.map((cells, rank) => {
      const { fields } = validateRow(toStandardRow(cells, columns), { communes: loadCommunes(), today })
      return {
        ...toColumns({ ...fields, name: fields.name || 'Sans nom' }),
        ...{ id: newId<'place'>(), network_id: network, slug: `ligne-${rank + 2}`, created_at: now },
      }
    })
    for (let first = 0; first < places.length; first += BATCH)
      await db
        .insertInto('places.place')
        .values(places.slice(first, first + BATCH) as never)
        .execute()
    await sql`vacuum analyze places.place`.execute(db)
    const context = { db, today, now, network: { id: network } } as Context
    const found = await searchDirectory(context, { ...askingNothing, text: 'mediatheque' }, 1000)
    const named = found.places.filter(({ name }) => folded(name).includes('mediatheque'))
    report('directory.search.mediatheque', found.total, 'places')
    report('directory.search.mediatheque, by name', named.length, 'places')
  }, 0)
else console.error(`Banc sauté : ${NATIONAL} est absent.`)
