import { followChanges, makeEmbedKey, makeTerritory } from '../../src/modules/places/index.ts'
import type { Config } from '../../src/platform/config.ts'
import type { Context } from '../../src/platform/context.ts'
import { sure } from './sure.ts'

/** A territory that no code names, two fictional sites that show the map, and a program told of changes. DIR-83, DIR-85. */
export async function seedOpenData(context: Context, config: Pick<Config, 'secret'>): Promise<void> {
  // Lisieux, Honfleur and Trouville-sur-Mer.
  const members = { communes: ['14366', '14333', '14715'], epcis: [] }
  sure(await makeTerritory(context, { name: 'Pays d’Auge', ...members }))
  await makeEmbedKey(context, {
    name: 'Site de la ville de Valmer',
    lock: { kind: 'departement', code: '14' },
    origins: ['https://www.valmer.example'],
  })
  await makeEmbedKey(context, {
    name: 'Portail de la Région',
    lock: null,
    origins: ['https://services.region.example'],
  })
  if (config.secret)
    sure(
      await followChanges(context, config, {
        name: 'Annuaire social du Département',
        url: 'https://annuaire.departement.example/avis',
      }),
    )
}
