import { byRole, everybody, signedIn } from '../../../platform/session/actor.ts'

export const policy = {
  publicPages: everybody('privacy.public-pages'),
  /** Anybody may ask what is kept about them, and the link of the mail is the key. */
  ask: everybody('privacy.ask'),
  ownData: signedIn('privacy.own-data'),
  readRequests: byRole('privacy.read-requests', {
    data_protection_officer: 'all',
    officer: 'all',
    auditor: 'all',
    reader: 'all',
  }),
  answerRequests: byRole('privacy.answer-requests', { data_protection_officer: 'all', officer: 'all' }),
}
