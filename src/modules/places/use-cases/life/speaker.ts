import type { Context } from '../../../../platform/context.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import type { Authorship } from '../../data/life/place.store.ts'
import type { Speaker } from '../../domain/life/changes.ts'

/** Whoever reaches the whole network speaks for its head; the others for the places they keep. DIR-57. */
export function speakerOf({ reach }: Pick<Context, 'reach'>): Speaker {
  return reach.kind === 'all' ? 'staff' : 'owner'
}

export function authorship(context: Context, act: string): Authorship {
  return { saidBy: speakerOf(context), by: personOf(context.actor)?.personId ?? null, at: context.now, act }
}
