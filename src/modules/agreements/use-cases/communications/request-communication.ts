import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { CommunicationKind } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import type { Party } from '../../domain/terms.ts'
import type { Target, TargetRefusal } from '../act-on-agreement.ts'
import { actingParties } from '../acting-parties.ts'
import { recordFollowing } from '../record-following.ts'
import type { PutDocument } from '../signing/keep-signature-document.ts'

export interface CommunicationRequest {
  from: Party
  kind: CommunicationKind
  audience: string
  media: string
  /** The day of the operation: its results are owed from then on. */
  operationOn: Day
  text: string
  /** Whose logos are shown. */
  logos: string
  visuals: readonly PutDocument[]
}

export type CommunicationRefusal = TargetRefusal | 'not-their-party' | 'communication-outside-life'

/** Asks the other party to agree to an operation. Whether it must is the template's to say; silence says nothing. AGR-66. */
export function requestCommunication(
  context: Context,
  target: Target,
  { from, kind, operationOn, visuals, ...words }: CommunicationRequest,
): Promise<Agreement | Refusal<CommunicationRefusal>> {
  return recordFollowing<CommunicationRefusal>(context, target, {
    action: 'communication.requested',
    documents: visuals,
    whyNot: (agreement) => {
      if (!actingParties(context, agreement).includes(from)) return refuse('not-their-party')
      const { inForce } = stateOn(agreement.terms, agreement.acts, context.today)
      return inForce ? null : refuse('communication-outside-life')
    },
    acts: (_agreement, files) => [
      {
        ...{ type: 'communication_requested', id: newId(), from, kind, operationOn },
        ...{ occurredOn: context.today, ...written(words) },
        ...(files.length > 0 && { files }),
      },
    ],
  })
}

/** What was left empty is not kept. */
function written(words: Record<'audience' | 'media' | 'text' | 'logos', string>) {
  return Object.fromEntries(Object.entries(words).filter(([, said]) => said !== ''))
}
