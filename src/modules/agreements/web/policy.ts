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
  /** The two parties work on a draft: the head's officers, and the partner's managers once it is shared. */
  negotiate: byRole('agreements.negotiate', { officer: 'all', partner: 'own' }),
  /** Each party acts for itself: asks, answers, validates, declares, confirms. Which one is the agreement's to say. */
  act: byRole('agreements.act', { officer: 'all', partner: 'own' }),
  /** « Rien n’a changé » for a listed place: those who keep it too. 000 art. 4. */
  /** The head speaks for no place: what it says of one fulfils nothing (DIR-57). */
  confirmPlaces: byRole('agreements.confirm-places', { partner: 'own', facilitator: 'own' }),
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
  /** A party keeps its own people and papers on an agreement; the head keeps both sides. */
  keepOffices: byRole('agreements.keep-offices', { officer: 'all', partner: 'own' }),
  /** How the network wants its agreements kept. */
  settings: byRole('agreements.settings', { officer: 'all' }),
  /** What the bodies of the network decided and published. */
  decisions: everybody('agreements.decisions'),
  /** The agreements the network may tell of. */
  register: everybody('agreements.register'),
  /** Whether a file is a signed document of the network: yes or no. */
  verify: everybody('agreements.verify'),
}
