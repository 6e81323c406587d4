import { type Actor, ROLES, type Role } from '../../../platform/session/actor.ts'
import type { Line } from '../data/journal.queries.ts'

interface SubjectPage {
  path: string
  /** Whom the page opens to: those of the head, wherever the subject is; others, for their own organisation. */
  roles: readonly Role[]
}

const HEAD: readonly Role[] = ['officer', 'reader', 'data_protection_officer', 'auditor']
const agreement: SubjectPage = { path: '/conventions/:id', roles: [...HEAD, 'partner', 'facilitator'] }
const scheme: SubjectPage = { path: '/reglages/labels/:id', roles: ['officer', 'reader', 'auditor'] }
const labelReaders: readonly Role[] = ['officer', 'reader', 'auditor', 'partner', 'facilitator']
const labelDecision: SubjectPage = { path: '/decisions-labels/:id', roles: labelReaders }
/** Whoever wrote such a line instructed the file. */
const instructedFile: SubjectPage = { path: '/instruction/:id', roles: ROLES }
const ownAnswers: SubjectPage = { path: '/candidatures/:id/complements', roles: ['partner', 'facilitator'] }
const ownVisits: SubjectPage = { path: '/candidatures/:id/visites', roles: ['partner', 'facilitator'] }
const instructorGroup: SubjectPage = {
  path: '/instruction/groupes/:id',
  roles: ['officer', 'reader', 'auditor'],
}
const borneLabel: SubjectPage = { path: '/attributions/:id', roles: labelReaders }
const placeList: SubjectPage = {
  path: '/listes-labels/:id',
  roles: ['officer', 'reader', 'auditor', 'partner', 'facilitator'],
}
const membership: SubjectPage = { path: '/reglages/membres/:id', roles: [...HEAD, 'partner'] }

/** Where the subject of a line is shown, by family of action; a family that is not here has no page of its own. */
const SUBJECT_PAGES: Readonly<Record<string, SubjectPage>> = {
  agreement,
  amendment: agreement,
  annex: agreement,
  draft: agreement,
  communication: agreement,
  'committee-decision': agreement,
  evidence: agreement,
  meeting: agreement,
  minutes: agreement,
  operation: agreement,
  dispute: agreement,
  authority: agreement,
  damages: agreement,
  'linked-office': agreement,
  office: agreement,
  'publication-basis': agreement,
  'waiting-act': agreement,
  renewal: agreement,
  denunciation: agreement,
  'formal-notice': agreement,
  document: agreement,
  letter: agreement,
  application: { path: '/candidatures/:id', roles: ['partner', 'facilitator'] },
  completion: ownAnswers,
  instruction: instructedFile,
  visit: ownVisits,
  instructor: instructorGroup,
  'instructor-group': instructorGroup,
  label: agreement,
  charter: placeList,
  place: {
    path: '/lieux/:id/fiche',
    roles: ['officer', 'reader', 'auditor', 'partner', 'facilitator'],
  },
  'place-list': placeList,
  'label-appeal': labelDecision,
  'label-award': borneLabel,
  'label-decision': labelDecision,
  'label-hearing': borneLabel,
  'label-edition': scheme,
  'label-scheme': scheme,
  signature: agreement,
  signing: agreement,
  act: agreement,
  reading: agreement,
  'takeover-import': { path: '/conventions/reprise/imports/:id', roles: ['officer'] },
  source: { path: '/lieux/imports/sources/:id', roles: ['officer', 'reader', 'auditor'] },
  import: { path: '/lieux/imports/:id', roles: ['officer', 'reader', 'auditor', 'partner'] },
  initiative: {
    path: '/mes-initiatives/:id',
    roles: ['officer', 'reader', 'auditor', 'partner', 'facilitator'],
  },
  invitation: { path: '/reglages/membres/invitations/:id', roles: [...HEAD, 'partner'] },
  membership,
  support: membership,
  organisation: { path: '/structures/:id', roles: [...HEAD, 'partner', 'facilitator'] },
  template: { path: '/conventions/modeles/:id', roles: [...HEAD, 'partner', 'facilitator'] },
  'place-report': {
    path: '/lieux/signalements/:id',
    roles: ['officer', 'reader', 'auditor', 'partner', 'facilitator'],
  },
  request: { path: '/reglages/vie-privee/demandes/:id', roles: HEAD },
}

/** The page of a line's subject, when there is one that opens to whoever reads the line. */
export function subjectHref(
  base: string,
  reader: Actor,
  { action, subject, organisationId }: Pick<Line, 'action' | 'subject' | 'organisationId'>,
): string | null {
  const page = SUBJECT_PAGES[action.split('.')[0] ?? '']
  if (!page || reader.kind !== 'member' || !page.roles.includes(reader.role)) return null
  const isOwn = organisationId !== null && reader.organisations.includes(organisationId)
  const isInReach = HEAD.includes(reader.role) || isOwn
  return isInReach && /^[0-9a-f-]{36}$/.test(subject) ? `${base}${page.path.replace(':id', subject)}` : null
}

/** These pages: a test holds that the application has them, and opens them to these roles. */
export const subjectPages: readonly SubjectPage[] = Object.values(SUBJECT_PAGES)
