import { join } from 'node:path'
import { declareSource, importFile } from '../../src/modules/places/index.ts'
import type { Context } from '../../src/platform/context.ts'
import { root } from '../../src/platform/root.ts'
import type { Services } from '../../src/platform/services.ts'
import { sure } from './sure.ts'

const SOURCE = 'Annuaire des bibliothèques'

/** A second source, whose file brings a row much like a known place and a row without a name: both wait. DIR-33, DIR-35. */
export async function seedImports(services: Services, context: Context): Promise<void> {
  sure(
    await declareSource(context, {
      ...{ name: SOURCE, pageUrl: 'https://bibliotheques.example.fr/', licence: 'Licence Ouverte 2.0' },
      ...{ isReusable: true, contact: 'donnees@example.fr', url: null, schedule: 'never', priority: 40 },
      ...{ defaultDay: null, isActive: true },
    }),
  )
  sure(await importFile(services, context, join(root, 'db/seeds/lieux-bibliotheques.csv'), SOURCE))
}
