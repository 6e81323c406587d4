import { everybody } from '../../../platform/session/actor.ts'

export const policy = {
  readDirectory: everybody('places.read'),
}
