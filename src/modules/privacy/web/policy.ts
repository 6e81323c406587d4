import { everybody } from '../../../platform/session/actor.ts'

export const policy = {
  publicPages: everybody('privacy.public-pages'),
}
