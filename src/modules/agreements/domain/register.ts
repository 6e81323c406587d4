import type { Act } from './acts.ts'
import type { AgreementState } from './state.ts'

/** What lets an agreement be shown to the public: its own clause, the other party's approval, a text. AGR-68. */
export type PublicGround = 'clause' | 'approval' | 'legal_basis'

/**
 * Null: nothing in the agreement frees the head of the network to tell that it exists. The register then keeps silent,
 * unless an officer recorded the text that obliges to publish it.
 */
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
