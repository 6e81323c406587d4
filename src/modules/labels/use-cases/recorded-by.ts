import type { Instant } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/context.ts'
import { type PersonId, personOf } from '../../../platform/session/actor.ts'

/** When, and by whom; nobody for the program itself. */
export function recordedBy({ actor, now }: Pick<Context, 'actor' | 'now'>): {
  at: Instant
  by: PersonId | null
} {
  return { at: now, by: personOf(actor)?.personId ?? null }
}
