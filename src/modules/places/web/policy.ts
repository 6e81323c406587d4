import { byRole, everybody } from '../../../platform/session/actor.ts'

export const policy = {
  readDirectory: everybody('places.read'),
  readImports: byRole('places.read-imports', { officer: 'all', reader: 'all', auditor: 'all' }),
  importPlaces: byRole('places.import', { officer: 'all' }),
}
