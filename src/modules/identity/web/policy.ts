import { byRole, everybody, type Policy, personOf, ROLES, signedIn } from '../../../platform/session/actor.ts'
import { NO_NETWORK } from './networks/first-run-network.ts'

export const policy = {
  publicPages: everybody('identity.public-pages'),
  signIn: everybody('identity.sign-in'),
  /** The link of the mail says who may: it proves the mailbox. */
  answerInvitation: everybody('identity.answer-invitation'),
  /** What is a person's own, whatever they may do in this network. */
  ownAccount: signedIn('identity.own-account'),
  /** Where a second factor is set up or given. */
  ownFactors: signedIn('identity.own-factors', { whileFactorOwed: true }),
  menu: byRole('identity.menu', Object.fromEntries(ROLES.map((role) => [role, 'own']))),
  /** Whoever is behind the session may end it. */
  signOut: {
    name: 'identity.sign-out',
    evenReadOnly: true,
    reach: (actor, network) =>
      personOf(actor) ? { kind: 'these', network, organisations: [] } : { kind: 'nobody' },
  } satisfies Policy,
  /** The page that leads to every setting a person may see. */
  settings: byRole('identity.settings', {
    officer: 'all',
    reader: 'all',
    data_protection_officer: 'all',
    auditor: 'all',
    partner: 'own',
    facilitator: 'own',
  }),
  /** Organisations, their contacts, mandates and delegations: a partner sees and keeps its own. */
  readOrganisations: byRole('identity.read-organisations', {
    officer: 'all',
    reader: 'all',
    data_protection_officer: 'all',
    auditor: 'all',
    partner: 'own',
    facilitator: 'own',
  }),
  keepOrganisation: byRole('identity.keep-organisation', { officer: 'all', partner: 'own' }),
  /** Adding organisations, joining duplicates and separating them is the head's. */
  manageOrganisations: byRole('identity.manage-organisations', { officer: 'all' }),
  /** Who may act for whom: a partner's manager sees and invites for its own organisation. */
  readMembers: byRole('identity.read-members', {
    officer: 'all',
    reader: 'all',
    data_protection_officer: 'all',
    auditor: 'all',
    partner: 'own',
  }),
  manageMembers: byRole('identity.manage-members', { officer: 'all', partner: 'own' }),
  /** Opening an account again to whoever lost their phone: never one's own, see `resetBarrier`. */
  resetSecondFactor: byRole('identity.reset-second-factor', { officer: 'all' }),
  readNetwork: byRole('identity.read-network', {
    officer: 'all',
    reader: 'all',
    data_protection_officer: 'all',
    auditor: 'all',
  }),
  manageNetwork: byRole('identity.manage-network', { officer: 'all' }),
  /** While no network exists, whoever holds the one-time key; afterwards, what an officer does first. */
  firstSteps: {
    name: 'identity.first-steps',
    reach: (actor, network) =>
      network === NO_NETWORK.id
        ? { kind: 'all', network }
        : byRole('identity.first-steps', { officer: 'all' }).reach(actor, network),
  } satisfies Policy,
  /** Closed to everybody once a network exists. */
  foundNetwork: {
    name: 'identity.found-network',
    reach: (_actor, network) => (network === NO_NETWORK.id ? { kind: 'all', network } : { kind: 'nobody' }),
  } satisfies Policy,
  /** Looking, or acting, in somebody's place. */
  support: byRole('identity.support', { officer: 'all' }),
  /** The way back to oneself: open to support alone. */
  endSupport: {
    name: 'identity.end-support',
    evenReadOnly: true,
    reach: (actor, network) =>
      actor.kind === 'member' && actor.impersonator
        ? { kind: 'these', network, organisations: [] }
        : { kind: 'nobody' },
  } satisfies Policy,
}
