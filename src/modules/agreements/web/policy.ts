import { byRole, ROLES } from '../../../platform/session/actor.ts'

export const policy = {
  /** The members' first page: everybody has one, with what is theirs. */
  today: byRole('agreements.today', Object.fromEntries(ROLES.map((role) => [role, 'own']))),
  /** A partner reads the agreements it is party to; the head reads all. */
  read: byRole('agreements.read', {
    officer: 'all',
    reader: 'all',
    data_protection_officer: 'all',
    auditor: 'all',
    partner: 'own',
    facilitator: 'own',
  }),
  /** Drafting and recording acts is the head's. */
  manage: byRole('agreements.manage', { officer: 'all' }),
}
