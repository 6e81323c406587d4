import { day } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/id.ts'
import type { Instant } from '../src/kernel/instant.ts'
import { addDesk } from '../src/modules/equipment/data/desks.store.ts'
import { addImport, findImport } from '../src/modules/equipment/data/exchange/imports.store.ts'
import { addInventory, findInventory } from '../src/modules/equipment/data/inventory.store.ts'
import type { ImportId } from '../src/modules/equipment/domain/exchange/import.ts'
import { applyImport } from '../src/modules/equipment/use-cases/exchange/apply-import.ts'
import { checkImport } from '../src/modules/equipment/use-cases/exchange/check-import.ts'
import { confirmImport } from '../src/modules/equipment/use-cases/exchange/decide-import.ts'
import { importQueues } from '../src/modules/equipment/use-cases/exchange/import-queues.ts'
import type { Context } from '../src/platform/context.ts'
import { createDatabase, createPool } from '../src/platform/db/database.ts'
import { withScratchDatabase } from '../src/platform/db/testing.ts'
import { installJobs } from '../src/platform/jobs/install.ts'
import type { NetworkId, OrganisationId } from '../src/platform/session/actor.ts'
import { report } from './national.ts'

// EQP-1804: a file of 5,000 units is written in at most 100 statements.

const UNITS = 5000
const NOW = '2026-06-17T10:00:00.000Z' as Instant

await withScratchDatabase(async (_db, address) => {
  const pool = createPool(address)
  let statements = 0
  const db = createDatabase(pool, () => {
    statements += 1
  })
  await installJobs(pool, [importQueues.check.name, importQueues.apply.name])
  const network: NetworkId = newId()
  const owner: OrganisationId = newId<'organisation'>()
  await db
    .insertInto('identity.network')
    .values({ id: network, slug: 'mesure', name: 'Mesure', head_name: 'Tête', theme: '{}', created_at: NOW })
    .execute()
  await db
    .insertInto('identity.organisation')
    .values({ id: owner, network_id: network, name: 'Tête', kind: 'departement', created_at: NOW })
    .execute()
  const zone = { timeZone: 'Europe/Paris' }
  const shown = { ...zone, holidayCalendar: 'metropole', shownTo: 'members' as const, contact: '' }
  const id = await addInventory(db, network, { ownerId: owner, name: 'Mesure', ...shown }, NOW)
  await addDesk(db, id, { name: 'Guichet', location: '', ...zone }, NOW)
  const reach = { kind: 'all' as const, network }
  const context: Context = {
    ...{ db, reach, today: day('2026-06-17'), now: NOW, actor: { kind: 'system' } },
    network: {
      ...{ id: network, slug: 'mesure', name: 'Mesure', headName: 'Tête', tagline: '', base: '' },
      ...{ themeSheet: '', host: null, logo: null },
    },
    ...{ requestId: null, origin: null, journalled: new Set<string>() },
  }
  const inventory = await findInventory(db, reach, id)
  if (!inventory) throw new Error('no inventory')
  const place = { context, inventory, role: 'manager' as const }

  const imported = async (text: string) => {
    const content = new TextEncoder().encode(text)
    const run: ImportId = newId()
    statements = 0
    const before = performance.now()
    await addImport(db, id, { id: run, fileName: 'mesure.csv', fileSha256: '', createdBy: null }, NOW)
    const found = await findImport(db, id, run)
    if (!found) throw new Error('no import')
    await checkImport(place, found, content)
    const checked = performance.now() - before
    await confirmImport(place, run, 'all')
    await applyImport(place, found, content)
    return {
      checked,
      all: performance.now() - before,
      statements,
      counts: (await findImport(db, id, run))?.counts,
    }
  }

  await imported('nom;categorie\nModèle;Mesure\n')
  const lines = Array.from({ length: UNITS }, (_, rank) => `M-${rank};Modèle;S-${rank};Guichet;note ${rank}`)
  const first = await imported(`numero;modele;numero_serie;guichet;notes\n${lines.join('\n')}\n`)
  report(`lending import, units written of ${UNITS}`, first.counts?.exemplaires?.created ?? 0, 'units')
  report(`lending import of ${UNITS} units, statements`, first.statements, 'statements')
  report(`lending import of ${UNITS} units, check`, first.checked, 'ms')
  report(`lending import of ${UNITS} units, check and writing`, first.all, 'ms')
  const changed = lines.map((line) => `${line} changée`)
  const again = await imported(`numero;modele;numero_serie;guichet;notes\n${changed.join('\n')}\n`)
  report(`lending import, update of ${UNITS} units, statements`, again.statements, 'statements')
  await pool.end()
})
