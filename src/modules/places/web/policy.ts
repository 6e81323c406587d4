import { byRole, everybody } from '../../../platform/session/actor.ts'

export const policy = {
  readDirectory: everybody('places.read'),
  importPlaces: byRole('places.import', { officer: 'all' }),
}
