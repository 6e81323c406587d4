import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { WithdrawalAct } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { standingDenunciations } from '../../domain/correspondence.ts'
import type { Party } from '../../domain/terms.ts'
import type { Target } from '../act-on-agreement.ts'
import { recordAct } from '../record-act.ts'

export interface DenunciationWithdrawal {
  letter: string
  agreedBy: readonly Party[]
  /** Day on which the last of them agreed. */
  on: Day
}

export type WithdrawalRefusal =
  | 'dated-in-the-future'
  | 'no-such-denunciation'
  | 'before-deposit'
  | 'nobody-agreed'

/** Undoes a denunciation by the agreement of all parties; of some only, it is kept without effect. AGR-48. */
export function withdrawDenunciation(context: Context, target: Target, withdrawal: DenunciationWithdrawal) {
  return recordAct(context, target, 'denunciation.withdrawn', (agreement) =>
    withdrawalAct(agreement, withdrawal, context.today),
  )
}

export function withdrawalAct(
  agreement: Agreement,
  { letter, agreedBy, on }: DenunciationWithdrawal,
  today: Day,
): WithdrawalAct | Refusal<WithdrawalRefusal> {
  if (on > today) return refuse('dated-in-the-future', { day: on })
  const denunciation = standingDenunciations(agreement, today).find(({ name }) => name === letter)
  if (!denunciation) return refuse('no-such-denunciation')
  const sent = denunciation.act.occurredOn
  if (on < sent) return refuse('before-deposit', { day: on, sent })
  if (agreedBy.length === 0) return refuse('nobody-agreed')
  return { type: 'denunciation_withdrawn', letter, agreedBy, occurredOn: on, id: newId<'act'>() }
}
