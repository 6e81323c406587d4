import type { Act } from './acts.ts'
import type { AgreementState } from './state.ts'

/** What lets an agreement be shown to the public: its own clause, or the other party's approval. AGR-68. */
export type PublicGround = 'clause' | 'approval'

/** Null: nothing frees the head of the network to tell that the agreement exists; the register keeps silent. */
export function publicGround(state: AgreementState, acts: readonly Act[]): PublicGround | null {
  if (state.enteredIntoForceOn === null) return null
  const { communication, parties } = state.termsInForce
  const existence = communication?.existence ?? 'approval'
  const isFree = Array.isArray(existence)
    ? existence.includes(parties[0])
    : existence === 'free' || (existence === 'unwritten' && state.readings.existenceUnwritten === 'free')
  if (isFree) return 'clause'
  const approved = state.communications.some(
    ({ id, status }) =>
      status === 'approved' &&
      acts.some(
        (act) =>
          act.type === 'communication_requested' && act.id === id && act.kind === 'existence_and_content',
      ),
  )
  return approved ? 'approval' : null
}
