import type { Job } from '../../../../platform/jobs/jobs.ts'
import type { PlaceListId } from '../../data/bulk/place-lists.store.ts'

export interface ListTold {
  readonly list: PlaceListId
  readonly what: 'charter' | 'decision'
}

/** Named apart from its job, which needs the acts that put work in this queue. */
export const tellListQueue: Pick<Job<ListTold>, 'name'> = { name: 'labels/tell-list' }
