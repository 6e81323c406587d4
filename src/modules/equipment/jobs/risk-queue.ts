import type { Job } from '../../../platform/jobs/jobs.ts'
import type { InventoryId, LineId } from '../domain/equipment.ts'
import type { AnnouncementKind } from '../domain/telling/announcements.ts'

/** The same thing to tell about many loans: each is then announced on its own. */
export interface ManyAnnouncements {
  readonly kind: AnnouncementKind
  readonly lines: readonly { readonly id: LineId; readonly seq: number }[]
}

export const announcingMany: Pick<Job<ManyAnnouncements>, 'name'> = {
  name: 'equipment/announce-many',
}
export const reviewing: Pick<Job<{ inventory?: InventoryId }>, 'name'> = { name: 'equipment/review-risks' }
