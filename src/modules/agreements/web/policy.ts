import { byRole } from '../../../platform/session/actor.ts'

export const policy = {
  /** A partner reads the agreements it is party to; the head reads all. */
  read: byRole('agreements.read', { officer: 'all', reader: 'all', partner: 'own', facilitator: 'own' }),
  /** Drafting and recording acts is the head's. */
  manage: byRole('agreements.manage', { officer: 'all' }),
}
