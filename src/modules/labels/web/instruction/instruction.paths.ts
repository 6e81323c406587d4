import type { Id } from '../../../../kernel/id.ts'

const ROOT = '/instruction'
const GROUPS = `${ROOT}/groupes`
const ONE = `${ROOT}/:id`
const OWN = '/candidatures/:id'
const EXPERT = '/avis-labels'

export const instructionRoutesOf = {
  queue: ROOT,
  groups: GROUPS,
  group: `${GROUPS}/:id`,
  groupClosing: `${GROUPS}/:id/fermeture`,
  seats: `${GROUPS}/:id/membres`,
  seatEnd: `${GROUPS}/:id/membres/:membre/fin`,
  file: ONE,
  charge: `${ONE}/prise-en-charge`,
  assignment: `${ONE}/affectation`,
  section: `${ONE}/rubriques/:rubrique`,
  completion: `${ONE}/complements`,
  closing: `${ONE}/sans-suite`,
  opinions: `${ONE}/avis`,
  revocation: `${ONE}/avis/:avis/retrait`,
  visits: `${ONE}/visites`,
  visit: `${ONE}/visites/:visite`,
  visitSheet: `${ONE}/visites/:visite/grille`,
  visitCancelling: `${ONE}/visites/:visite/annulation`,
  proposal: `${ONE}/proposition`,
  takingBack: `${ONE}/reprise`,
  document: `${ONE}/documents/:fichier`,
  expertList: EXPERT,
  expertOne: `${EXPERT}/:avis`,
  expertDocument: `${EXPERT}/:avis/documents/:fichier`,
  ownCompletion: `${OWN}/complements`,
  ownItem: `${OWN}/complements/:critere`,
  ownDocument: `${OWN}/complements/documents/:fichier`,
  ownVisits: `${OWN}/visites`,
  ownVisitAnswer: `${OWN}/visites/:visite/reponse`,
  ownVisitReply: `${OWN}/visites/:visite/replique`,
} as const

type Application = Id<'application'>
type FilePath =
  | 'prise-en-charge'
  | 'affectation'
  | 'complements'
  | 'sans-suite'
  | 'avis'
  | 'visites'
  | 'proposition'
  | 'reprise'

export const instructionPaths = {
  /** What lies on one's desk; `query`: its filters. */
  queue: (base: string, query: Readonly<Record<string, string>> = {}) => {
    const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString()
    return `${base}${ROOT}${asked && `?${asked}`}`
  },
  groups: (base: string) => `${base}${GROUPS}`,
  group: (base: string, id: Id<'instructor-group'>) => `${base}${GROUPS}/${id}`,
  groupClosing: (base: string, id: Id<'instructor-group'>) => `${base}${GROUPS}/${id}/fermeture`,
  seats: (base: string, id: Id<'instructor-group'>) => `${base}${GROUPS}/${id}/membres`,
  seatEnd: (base: string, id: Id<'instructor-group'>, seat: Id<'instructor'>) =>
    `${base}${GROUPS}/${id}/membres/${seat}/fin`,
  file: (base: string, id: Application) => `${base}${ROOT}/${id}`,
  of: (base: string, id: Application, part: FilePath) => `${base}${ROOT}/${id}/${part}`,
  /** Sections are counted from one, in the order of the form. */
  section: (base: string, id: Application, rank: number) => `${base}${ROOT}/${id}/rubriques/${rank}`,
  revocation: (base: string, id: Application, opinion: Id<'opinion'>) =>
    `${base}${ROOT}/${id}/avis/${opinion}/retrait`,
  visit: (base: string, id: Application, visit: Id<'visit'>) => `${base}${ROOT}/${id}/visites/${visit}`,
  visitSheet: (base: string, id: Application, visit: Id<'visit'>) =>
    `${base}${ROOT}/${id}/visites/${visit}/grille`,
  visitCancelling: (base: string, id: Application, visit: Id<'visit'>) =>
    `${base}${ROOT}/${id}/visites/${visit}/annulation`,
  document: (base: string, id: Application, file: Id<'file'>) => `${base}${ROOT}/${id}/documents/${file}`,
  expertList: (base: string) => `${base}${EXPERT}`,
  expertOne: (base: string, opinion: Id<'opinion'>) => `${base}${EXPERT}/${opinion}`,
  expertDocument: (base: string, opinion: Id<'opinion'>, file: Id<'file'>) =>
    `${base}${EXPERT}/${opinion}/documents/${file}`,
  ownCompletion: (base: string, id: Application) => `${base}/candidatures/${id}/complements`,
  ownItem: (base: string, id: Application, code: string) =>
    `${base}/candidatures/${id}/complements/${encodeURIComponent(code)}`,
  ownDocument: (base: string, id: Application, file: Id<'file'>) =>
    `${base}/candidatures/${id}/complements/documents/${file}`,
  ownVisits: (base: string, id: Application) => `${base}/candidatures/${id}/visites`,
  ownVisitAnswer: (base: string, id: Application, visit: Id<'visit'>) =>
    `${base}/candidatures/${id}/visites/${visit}/reponse`,
  ownVisitReply: (base: string, id: Application, visit: Id<'visit'>) =>
    `${base}/candidatures/${id}/visites/${visit}/replique`,
} as const
