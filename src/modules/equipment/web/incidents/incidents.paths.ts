import type { InventoryId, LineId, UnitId } from '../../domain/equipment.ts'
import type { IncidentId, IncidentKind } from '../../domain/incidents/incident.ts'

const WORK = '/materiel/gestion/:inventaire'
const ONE = `${WORK}/incidents/:incident`
const LOAN = '/materiel/prets/:pret'
const OWN = `${LOAN}/incidents/:incident`

export const incidentRoutesOf = {
  list: `${WORK}/incidents`,
  opening: `${WORK}/incidents/nouveau`,
  accounts: `${WORK}/incidents/frais.csv`,
  one: ONE,
  emergency: `${ONE}/urgence`,
  assessment: `${ONE}/examen`,
  beyondRepair: `${ONE}/irreparable`,
  found: `${ONE}/retrouve`,
  charge: `${ONE}/frais`,
  decision: `${ONE}/frais/decision`,
  settlement: `${ONE}/frais/reglement`,
  evidence: `${ONE}/frais/justificatif`,
  statement: `${ONE}/frais/releve`,
  cost: `${ONE}/couts`,
  closing: `${ONE}/cloture`,
  photo: `${ONE}/photos/:photo`,
  loanClosing: `${WORK}/prets/:ligne/cloture`,
  own: `${LOAN}/incidents`,
  answer: `${OWN}/reponse`,
  ownPhoto: `${OWN}/photos/:photo`,
  ownEvidence: `${OWN}/justificatif`,
  ownStatement: `${OWN}/releve`,
  dispute: `${LOAN}/contestation`,
} as const

export type IncidentActPath =
  | 'urgence'
  | 'examen'
  | 'irreparable'
  | 'retrouve'
  | 'frais'
  | 'frais/decision'
  | 'frais/reglement'
  | 'couts'
  | 'cloture'

/** What is already known of an incident to open. */
export interface OpeningAsked {
  readonly exemplaire?: UnitId
  readonly pret?: LineId
  readonly nature?: IncidentKind
  readonly piece?: string
  readonly recit?: string
}

const work = (base: string, id: InventoryId) => `${base}/materiel/gestion/${id}`
const own = (base: string, line: LineId) => `${base}/materiel/prets/${line}`

export const incidentPaths = {
  list: (base: string, id: InventoryId, query = '') => `${work(base, id)}/incidents${query}`,
  opening: (base: string, id: InventoryId, asked: OpeningAsked = {}) => {
    const query = new URLSearchParams(Object.entries(asked)).toString()
    return `${work(base, id)}/incidents/nouveau${query === '' ? '' : `?${query}`}`
  },
  accounts: (base: string, id: InventoryId) => `${work(base, id)}/incidents/frais.csv`,
  one: (base: string, id: InventoryId, incident: IncidentId) => `${work(base, id)}/incidents/${incident}`,
  act: (base: string, id: InventoryId, incident: IncidentId, act: IncidentActPath) =>
    `${work(base, id)}/incidents/${incident}/${act}`,
  evidence: (base: string, id: InventoryId, incident: IncidentId) =>
    `${work(base, id)}/incidents/${incident}/frais/justificatif`,
  statement: (base: string, id: InventoryId, incident: IncidentId) =>
    `${work(base, id)}/incidents/${incident}/frais/releve`,
  photo: (base: string, id: InventoryId, incident: IncidentId, photo: string) =>
    `${work(base, id)}/incidents/${incident}/photos/${photo}`,
  loanClosing: (base: string, id: InventoryId, line: LineId) => `${work(base, id)}/prets/${line}/cloture`,
  own: (base: string, line: LineId) => `${own(base, line)}/incidents`,
  answer: (base: string, line: LineId, incident: IncidentId) =>
    `${own(base, line)}/incidents/${incident}/reponse`,
  ownPhoto: (base: string, line: LineId, incident: IncidentId, photo: string) =>
    `${own(base, line)}/incidents/${incident}/photos/${photo}`,
  ownEvidence: (base: string, line: LineId, incident: IncidentId) =>
    `${own(base, line)}/incidents/${incident}/justificatif`,
  ownStatement: (base: string, line: LineId, incident: IncidentId) =>
    `${own(base, line)}/incidents/${incident}/releve`,
  dispute: (base: string, line: LineId) => `${own(base, line)}/contestation`,
}
