import type { FirstStep } from '../../../identity/index.ts'
import { countPlaces } from '../../data/search/places.counts.ts'
import { everything } from '../../data/search/places.filter.ts'
import { paths } from '../paths.ts'

export const importFirstStep: FirstStep = {
  label: 'Importer des lieux',
  hint: 'Un fichier au standard national, contrôlé avant d’être publié.',
  href: paths.newImport,
  isDone: async ({ db, network, today }) => (await countPlaces(db, everything(network.id, today))).total > 0,
}
