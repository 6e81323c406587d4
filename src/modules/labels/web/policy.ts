import { byRole, everybody, ROLES, type Role } from '../../../platform/session/actor.ts'

const everyRole = Object.fromEntries(ROLES.map((role) => [role, 'own'])) as Record<Role, 'own'>

/** Whoever may sit in a jury: an auditor reads and changes nothing. */
const mayJudge: Partial<Record<Role, 'own'>> = Object.fromEntries(
  ROLES.filter((role) => role !== 'auditor').map((role) => [role, 'own']),
)

export const policy = {
  /** The members' way into the labels: each finds the parts that open to them. */
  home: byRole('labels.home', {
    officer: 'all',
    reader: 'all',
    auditor: 'all',
    ...{ partner: 'own', facilitator: 'own', committee_member: 'own', expert: 'own', juror: 'own' },
  }),
  /** The head writes what its labels are, and opens their campaigns. */
  schemes: byRole('labels.schemes', { officer: 'all' }),
  readSchemes: byRole('labels.read-schemes', { officer: 'all', reader: 'all', auditor: 'all' }),
  /** What a label asks, version by version. */
  criteria: everybody('labels.criteria'),
  /** The register and the proof of each label: for whoever scans a plaque. */
  proof: everybody('labels.proof'),
  /** What labelled places owe of their information, and those that moved: the head reads, its officers act. */
  readFollowUp: byRole('labels.read-follow-up', { officer: 'all', reader: 'all', auditor: 'all' }),
  followUp: byRole('labels.follow-up', { officer: 'all' }),
  /** Files that were sent: the head reads them all, an instructor those of their groups, which `deskOf` knows. */
  seeInstruction: byRole('labels.see-instruction', {
    ...everyRole,
    ...{ officer: 'all', reader: 'all', auditor: 'all' },
  }),
  instruct: byRole('labels.instruct', {
    ...Object.fromEntries(ROLES.filter((role) => role !== 'auditor').map((role) => [role, 'own'])),
    officer: 'all',
  }),
  /** Who finds the files to instruct among the ways into the labels. */
  instructionMenu: byRole('labels.instruction-menu', {
    ...{ officer: 'all', reader: 'all', auditor: 'all' },
    ...{ partner: 'own', facilitator: 'own', committee_member: 'own', expert: 'own' },
  }),
  /** Who instructs what. */
  readGroups: byRole('labels.read-groups', { officer: 'all', reader: 'all', auditor: 'all' }),
  keepGroups: byRole('labels.keep-groups', { officer: 'all' }),
  /** What an expert is asked: the question itself says what opens. */
  giveOpinion: byRole('labels.give-opinion', { expert: 'own' }),
  /** An applicant's own files and proofs: drafts are nobody else's. */
  apply: byRole('labels.apply', { partner: 'own', facilitator: 'own' }),
  /** What an applicant answers to those who instruct its file. */
  answerInstruction: byRole('labels.answer-instruction', { partner: 'own', facilitator: 'own' }),
  /** Lists of places a partner proposes together; the head reads them once their charter is signed, and decides. */
  proposePlaces: byRole('labels.propose-places', { partner: 'own' }),
  readLists: byRole('labels.read-lists', {
    ...{ officer: 'all', reader: 'all', auditor: 'all' },
    ...{ partner: 'own', facilitator: 'own' },
  }),
  decideLists: byRole('labels.decide-lists', { officer: 'all' }),
  /** Decisions on labels: the head takes them, those they concern open, read and contest them. */
  decide: byRole('labels.decide', { officer: 'all' }),
  readDecisions: byRole('labels.read-decisions', {
    ...{ officer: 'all', reader: 'all', auditor: 'all' },
    ...{ partner: 'own', facilitator: 'own' },
  }),
  openDecision: byRole('labels.open-decision', { partner: 'own' }),
  appeal: byRole('labels.appeal', { officer: 'all', partner: 'own' }),
  grant: byRole('labels.grant', { officer: 'all' }),
  /** The secretary of a jury; and the jury's own, who are let in by their seat, whatever their role. */
  runJury: byRole('labels.run-jury', { officer: 'all' }),
  followJury: byRole('labels.follow-jury', { ...mayJudge, officer: 'all' }),
  /** To whom the way into that desk is shown; anybody else who sits is led there by its address. */
  juryEntry: byRole('labels.jury-entry', {
    ...{ officer: 'own', reader: 'own', juror: 'own', expert: 'own', committee_member: 'own' },
  }),
  /** A juror's own desk. */
  readForJury: byRole('labels.read-for-jury', mayJudge),
  /** An applicant beside its like, once the results are public. */
  compare: byRole('labels.compare', { partner: 'own', facilitator: 'own' }),
  /** Badges answer whoever holds one, and whatever program checks it. */
  badges: everybody('labels.badges'),
  verifyBadge: everybody('labels.verify-badge'),
  /** What a label gives to print, for those who bear it. */
  signs: byRole('labels.signs', {
    officer: 'all',
    reader: 'all',
    auditor: 'all',
    partner: 'own',
    facilitator: 'own',
  }),
  /** The keys that sign the badges of the network. */
  readBadgeKeys: byRole('labels.read-badge-keys', { officer: 'all', reader: 'all', auditor: 'all' }),
  badgeKeys: byRole('labels.badge-keys', { officer: 'all' }),
}
