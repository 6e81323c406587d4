import type { Day } from '../../../../kernel/day.ts'
import { isId } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import { formatDay } from '../../../../ui/french.ts'
import { findPlaces } from '../../../places/index.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { type AgreementState, stateOn } from '../../domain/state.ts'
import { titlesOf } from '../../use-cases/templates/catalogue.ts'

/** What the public reads of an agreement: organisations, offices, dates, places. Nobody's name. AGR-68. */
export interface RegisterLine {
  readonly reference: string
  readonly partner: string
  readonly object: string
  readonly offices: readonly string[]
  readonly enteredOn: Day | null
  readonly lastDay: Day | null
  readonly state: string
  readonly isInForce: boolean
  readonly places: readonly { name: string; hasLabel: boolean }[]
}

export async function registerLines(
  db: Database,
  network: Network,
  agreements: readonly Agreement[],
  today: Day,
): Promise<RegisterLine[]> {
  const listed = agreements.flatMap(({ acts }) =>
    acts.flatMap((act) => (act.type === 'place_listed' && isId<'place'>(act.place) ? [act.place] : [])),
  )
  const names = new Map<string, string>(
    (await findPlaces(db, network.id, [...new Set(listed)])).map(({ id, name }) => [id, name]),
  )
  const titleOf = await titlesOf(db, network.id)
  return agreements.map((agreement) => {
    const state = stateOn(agreement.terms, agreement.acts, today)
    return {
      reference: agreement.reference,
      partner: agreement.partner.name,
      object: titleOf(agreement),
      offices: officesOf(agreement),
      enteredOn: state.enteredIntoForceOn,
      lastDay: state.lastDayInForce,
      state: publicSentence(state),
      isInForce: state.inForce,
      places: state.labels.flatMap(({ place, status }) => {
        const name = names.get(place)
        return name ? [{ name, hasLabel: status === 'active' }] : []
      }),
    }
  })
}

/** « Présidente », « directeur »: the quality in which each signed. */
function officesOf({ acts }: Agreement): string[] {
  const offices = acts.flatMap((act) => (act.type === 'signature' ? [act.signatory?.quality ?? ''] : []))
  return [...new Set(offices.filter(Boolean))]
}

/** The end in the public's words; nothing about breaches, and one word for a termination. AGR-69. */
export function publicSentence({ status, endReason, lastDayInForce }: AgreementState): string {
  const on = lastDayInForce ? formatDay(lastDayInForce) : ''
  if (status === 'denunciation_pending') return `Dénoncée, prend fin le ${on}`
  if (status !== 'ended')
    return on ? `En vigueur jusqu’au ${on}` : 'En vigueur, sans terme fixé (reconduction annuelle)'
  if (endReason === 'terminated') return `Résiliée le ${on}`
  return endReason === 'denounced' ? `Dénoncée, a pris fin le ${on}` : `Arrivée à son terme le ${on}`
}
