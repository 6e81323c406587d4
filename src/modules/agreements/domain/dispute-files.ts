import type { Day } from '../../../kernel/day.ts'
import type { Act, DisputeOpenedAct, DisputeSettledAct, LetterFactAct, LetterSentAct } from './acts.ts'
import type { Agreement } from './agreement.ts'
import type { DisputeState } from './disputes.ts'
import { stateOn } from './state.ts'

/** A dispute and the acts that make it. */
export interface DisputeFile {
  readonly state: DisputeState
  /** A registered letter where the clause gives a delay. */
  readonly opening: DisputeOpenedAct | LetterSentAct
  readonly letterFacts: readonly LetterFactAct[]
  readonly settlement: DisputeSettledAct | null
}

/** The disputes of an agreement as known on `on`, in the order they were opened. AGR-65. */
export function disputeFiles({ terms, acts }: Agreement, on: Day): DisputeFile[] {
  return stateOn(terms, acts, on).disputes.flatMap((state) => {
    const opening = acts.find((act): act is Opening => act.id === state.id && isOpening(act))
    if (!opening) return []
    const letterFacts = acts.filter(
      (act): act is StoredFact => 'letter' in act && isFact(act) && act.letter === state.id,
    )
    const settlement = acts.find(
      (act): act is StoredSettlement => act.type === 'dispute_settled' && act.dispute === state.id,
    )
    return [{ state, opening, letterFacts, settlement: settlement ?? null }]
  })
}

type StoredActs = Agreement['acts'][number]
type Opening = StoredActs & (DisputeOpenedAct | LetterSentAct)
type StoredFact = StoredActs & LetterFactAct
type StoredSettlement = StoredActs & DisputeSettledAct

function isOpening(act: Act): boolean {
  return act.type === 'dispute_opened' || (act.type === 'registered_letter_sent' && act.purpose === 'dispute')
}

function isFact(act: Act): act is LetterFactAct {
  return act.type !== 'denunciation_withdrawn'
}
