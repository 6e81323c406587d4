import { byRole, signedIn } from '../../../platform/session/actor.ts'

export const policy = {
  /** Those who answer for the network, and those who check it. */
  read: byRole('journal.read', { officer: 'all', data_protection_officer: 'all', auditor: 'all' }),
  own: signedIn('journal.own'),
}
