import type { CommunicationAnsweredAct, CommunicationRequestedAct, OperationReportedAct } from './acts.ts'
import type { StoredAct } from './agreement.ts'
import type { CommunicationState } from './communications.ts'
import { inReadingOrder } from './reading-order.ts'
import type { AgreementState } from './state.ts'

/** A request to communicate, with the answers it got and what came of the operation. */
export interface CommunicationFile {
  readonly act: CommunicationRequestedAct & StoredAct
  readonly state: CommunicationState
  readonly answers: readonly CommunicationAnsweredAct[]
  readonly report: OperationReportedAct | null
}

/** The requests of an agreement, the last first. */
export function communicationFiles(
  acts: readonly StoredAct[],
  { communications }: Pick<AgreementState, 'communications'>,
): CommunicationFile[] {
  const known = inReadingOrder(acts, null).map(({ act }) => act)
  return communications
    .flatMap((state): CommunicationFile[] => {
      const act = known.find((one) => one.type === 'communication_requested' && one.id === state.id)
      if (act?.type !== 'communication_requested') return []
      const about = (one: { communication: string }) => one.communication === state.id
      return [
        {
          act: act as CommunicationFile['act'],
          state,
          answers: known.filter((one) => one.type === 'communication_answered').filter(about),
          report: known.filter((one) => one.type === 'operation_reported').find(about) ?? null,
        },
      ]
    })
    .reverse()
}
