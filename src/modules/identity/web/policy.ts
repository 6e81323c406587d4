import { byRole, everybody } from '../../../platform/session/actor.ts'

export const policy = {
  publicPages: everybody('identity.public-pages'),
  signIn: everybody('identity.sign-in'),
  ownAccount: byRole('identity.own-account', {
    officer: 'own',
    reader: 'own',
    partner: 'own',
    facilitator: 'own',
  }),
}
