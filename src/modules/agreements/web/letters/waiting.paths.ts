import type { Id } from '../../../../kernel/id.ts'

type AgreementId = Id<'agreement'>

export const waitingRoutesOf = {
  confirmation: '/conventions/:id/a-confirmer/:acte',
  abandonment: '/conventions/:id/a-confirmer/:acte/abandon',
  damages: '/conventions/:id/dommages',
  damagesDocument: '/conventions/:id/dommages/:demande/document',
  settings: '/reglages/conventions',
} as const

const of = (base: string, id: AgreementId) => `${base}/conventions/${id}`

export const waitingPaths = {
  confirmation: (base: string, id: AgreementId, act: Id<'waiting-act'>) =>
    `${of(base, id)}/a-confirmer/${act}`,
  abandonment: (base: string, id: AgreementId, act: Id<'waiting-act'>) =>
    `${of(base, id)}/a-confirmer/${act}/abandon`,
  /** `replaces`: the claim it corrects. */
  damages: (base: string, id: AgreementId, replaces = '') =>
    `${of(base, id)}/dommages${replaces ? `?remplace=${replaces}` : ''}`,
  damagesDocument: (base: string, id: AgreementId, claim: Id<'damages-claim'>) =>
    `${of(base, id)}/dommages/${claim}/document`,
  settings: (base: string) => `${base}/reglages/conventions`,
}
