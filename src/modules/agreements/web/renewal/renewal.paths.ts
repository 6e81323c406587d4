import type { Id } from '../../../../kernel/id.ts'

export const RENEWAL_ROUTE = '/conventions/:id/renouvellement'

export const renewalPath = (base: string, id: Id<'agreement'>) => `${base}/conventions/${id}/renouvellement`
