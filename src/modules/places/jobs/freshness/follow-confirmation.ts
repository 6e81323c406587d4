import type { Job } from '../../../../platform/jobs/jobs.ts'
import type { Services } from '../../../../platform/services.ts'
import type { PlaceId } from '../../domain/place.ts'

/** Enqueued with the word of a place, in its transaction. */
export const placeConfirmed = { name: 'places/follow-confirmation' } as const

/**
 * What a module does once a place said that its sheet is true: it reads the directory as it stands, so that a second
 * call changes nothing. Put together in `src/jobs.ts`.
 */
export type ConfirmationFollower = (services: Services, place: PlaceId) => Promise<void>

/** Tells each of them, once the word is committed. */
export function followConfirmation(followers: readonly ConfirmationFollower[]): Job<{ place: PlaceId }> {
  return {
    ...placeConfirmed,
    async work(services, { place }) {
      for (const follow of followers) await follow(services, place)
    },
  }
}
