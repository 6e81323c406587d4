import { byRole, everybody, ROLES } from '../../../platform/session/actor.ts'

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
  /** Whoever may be called to sign in the application; the call itself names one person. */
  sign: byRole('agreements.sign', { officer: 'all', reader: 'all', partner: 'own' }),
  /** How each signature was given: both parties, and those who check. */
  readEvidence: byRole('agreements.read-evidence', {
    officer: 'all',
    reader: 'all',
    data_protection_officer: 'all',
    auditor: 'all',
    partner: 'own',
  }),
  /** Having one's calendar follow the deadlines of what one reads. */
  follow: byRole('agreements.follow', { officer: 'all', reader: 'all', partner: 'own', facilitator: 'own' }),
  /** What the address of a calendar opens: its secret says whose it is. */
  calendar: everybody('agreements.calendar'),
  /** The agreements the network may tell of. */
  register: everybody('agreements.register'),
}
