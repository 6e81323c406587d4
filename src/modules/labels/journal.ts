import type { JournalFamilies, JournalSubject } from '../../platform/journal/families.ts'
import { HEAD_ROLES, ROLES, type Role } from '../../platform/session/actor.ts'

const labelReaders: readonly Role[] = ['officer', 'reader', 'auditor', 'partner', 'facilitator']
const scheme: JournalSubject = { path: '/reglages/labels/:id', roles: ['officer', 'reader', 'auditor'] }
const instructorGroup: JournalSubject = {
  path: '/instruction/groupes/:id',
  roles: ['officer', 'reader', 'auditor'],
}
const labelDecision: JournalSubject = { path: '/decisions-labels/:id', roles: labelReaders }
const placeList: JournalSubject = {
  path: '/listes-labels/:id',
  roles: ['officer', 'reader', 'auditor', 'partner', 'facilitator'],
}
const borneLabel: JournalSubject = { path: '/attributions/:id', roles: labelReaders }

/** What its lines of the journal say. */
export const labelsActions: JournalFamilies = {
  application: {
    name: 'Candidatures aux labels',
    page: { path: '/candidatures/:id', roles: ['partner', 'facilitator'] },
    actions: {
      'checked-for-jury': 'a vérifié si un jury peut juger une candidature',
      deliberated: 'a noté ce qu’un jury décide d’une candidature',
      opened: 'a commencé un dossier de label',
      'opened-by-expert': 'a ouvert ce qu’un avis demandé ouvre d’une candidature',
      'opened-by-juror': 'a ouvert une candidature, comme membre du jury',
      'section-saved': 'a rempli une rubrique d’un dossier de label',
      sent: 'a envoyé une candidature à un label',
      'version-followed': 'a fait suivre à un dossier la nouvelle version d’un label',
      withdrawn: 'a retiré une candidature à un label',
    },
  },
  'badge-key': {
    name: 'Clés des badges',
    actions: {
      changed: 'a renouvelé les clés des badges du réseau',
      compromised: 'a signalé qu’une clé des badges n’était plus sûre',
    },
  },
  charter: {
    name: 'Chartes de labels',
    page: placeList,
    actions: { signed: 'a signé la charte d’un label pour les lieux d’une liste' },
  },
  comparison: {
    name: 'Comparaisons entre candidats',
    actions: { consented: 'a dit si les autres candidats voient ses résultats' },
  },
  completion: {
    name: 'Compléments de candidatures',
    page: { path: '/candidatures/:id/complements', roles: ['partner', 'facilitator'] },
    actions: {
      answered: 'a envoyé les compléments demandés pour une candidature',
      asked: 'a demandé des compléments à une candidature',
      'item-answered': 'a préparé la réponse à un complément demandé',
      reminded: 'a rappelé une demande de compléments',
    },
  },
  edition: {
    name: 'Résultats des campagnes',
    actions: { published: 'a publié les résultats d’une campagne' },
  },
  grid: {
    name: 'Grilles de jury',
    actions: {
      finished: 'a fini sa grille de jury',
      saved: 'a gardé sa grille de jury',
    },
  },
  instruction: {
    name: 'Instruction des candidatures',
    // Whoever wrote such a line instructed the file.
    page: { path: '/instruction/:id', roles: ROLES },
    actions: {
      examined: 'a examiné une rubrique d’une candidature',
      'not-followed-up': 'a classé une candidature sans suite',
      proposed: 'a proposé une décision sur une candidature',
      reassigned: 'a réaffecté une candidature',
      reopened: 'a repris l’instruction d’une candidature',
      routed: 'a réparti une candidature par territoire',
      'taken-up': 'a pris une candidature en charge',
    },
  },
  instructor: {
    name: 'Instructeurs',
    page: instructorGroup,
    actions: {
      ended: 'a retiré quelqu’un d’un groupe d’instruction',
      placed: 'a placé quelqu’un dans un groupe d’instruction',
    },
  },
  'instructor-group': {
    name: 'Groupes d’instruction',
    page: instructorGroup,
    actions: {
      changed: 'a modifié un groupe d’instruction',
      closed: 'a fermé un groupe d’instruction',
      opened: 'a ouvert un groupe d’instruction',
    },
  },
  juror: {
    name: 'Membres de jury',
    actions: {
      dismissed: 'a mis fin au mandat d’un membre de jury',
      named: 'a nommé un membre de jury',
    },
  },
  jury: {
    name: 'Jurys',
    actions: {
      constituted: 'a constitué un jury, ou changé ses dates',
      'files-given': 'a réparti les dossiers d’un jury',
      'grids-closed': 'a clos les grilles d’un jury',
      met: 'a ouvert une séance de jury',
      'results-read': 'a consulté les résultats confidentiels d’un jury',
    },
  },
  'jury-reading': {
    name: 'Lectures de jury',
    actions: { declared: 'a déclaré ses liens avec une candidature' },
  },
  label: {
    name: 'Labels',
    page: { path: '/conventions/:id', roles: [...HEAD_ROLES, 'partner', 'facilitator'] },
    actions: {
      'address-confirmed': 'a confirmé qu’un label suit son lieu dans une autre commune',
      granted: 'a attribué un label',
    },
  },
  'label-appeal': {
    name: 'Recours sur les labels',
    page: labelDecision,
    actions: {
      filed: 'a déposé un recours contre une décision sur un label',
      moved: 'a fait avancer un recours contre une décision sur un label',
    },
  },
  'label-award': {
    name: 'Labels portés',
    page: borneLabel,
    actions: { decided: 'a pris une décision sur un label porté' },
  },
  'label-decision': {
    name: 'Décisions sur les labels',
    page: labelDecision,
    actions: {
      notified: 'a noté le suivi de la lettre d’une décision sur un label',
      opened: 'a ouvert une décision sur un label',
      replaced: 'a remplacé une décision sur un label',
      signed: 'a enregistré la décision signée d’une candidature à un label',
    },
  },
  'label-edition': {
    name: 'Campagnes de labels',
    page: scheme,
    actions: {
      extended: 'a prolongé la campagne d’un label',
      opened: 'a ouvert la campagne d’un label',
    },
  },
  'label-hearing': {
    name: 'Observations de titulaires de labels',
    page: borneLabel,
    actions: {
      answered: 'a donné les observations d’un titulaire de label',
      asked: 'a demandé ses observations au titulaire d’un label',
    },
  },
  'label-scheme': {
    name: 'Définition des labels',
    page: scheme,
    actions: {
      changed: 'a modifié un label en préparation',
      created: 'a créé un label',
      drafted: 'a préparé une nouvelle version d’un label',
      dropped: 'a abandonné la version d’un label en préparation',
      named: 'a changé le nom ou la présentation d’un label',
      published: 'a publié ce que demande un label',
    },
  },
  opinion: {
    name: 'Avis d’experts',
    actions: {
      asked: 'a demandé un avis sur une candidature',
      given: 'a rendu un avis sur une candidature',
      revoked: 'a retiré une question posée à un expert',
    },
  },
  'place-list': {
    name: 'Listes de lieux proposées pour un label',
    page: placeList,
    actions: {
      compared: 'a comparé un tableau de lieux à l’annuaire',
      decided: 'a décidé d’une liste de lieux proposés pour un label',
      filled: 'a changé les lieux d’une liste proposée pour un label',
      judged: 'a noté un avis sur un lieu d’une liste proposée pour un label',
      opened: 'a ouvert une liste de lieux proposés pour un label',
    },
  },
  proof: {
    name: 'Pièces justificatives',
    actions: {
      added: 'a déposé une pièce justificative',
      replaced: 'a remplacé une pièce justificative',
    },
  },
  visit: {
    name: 'Visites de labels',
    page: { path: '/candidatures/:id/visites', roles: ['partner', 'facilitator'] },
    actions: {
      cancelled: 'a annulé une visite de label',
      confirmed: 'a confirmé une visite de label',
      declined: 'a demandé une autre date de visite',
      proposed: 'a proposé une visite de label',
      replied: 'a répondu au compte rendu d’une visite',
      reported: 'a écrit le compte rendu d’une visite',
    },
  },
}
