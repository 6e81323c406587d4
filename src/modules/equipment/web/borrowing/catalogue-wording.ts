import { formatNumber, plural } from '../../../../ui/french.ts'
import type { Alternative } from '../../domain/alternatives.ts'
import { spanText } from '../moment-wording.ts'

/** What an alternative offers, as the words of its button. `nameOf` names a unit or a model. */
export function alternativeText(one: Alternative, zone: string, nameOf: (id: string) => string): string {
  switch (one.kind) {
    case 'other_unit':
      return `Prendre ${nameOf(one.unitId)} aux mêmes dates`
    case 'other_dates':
      return `Prendre ${nameOf(one.unitId)} ${spanText(one.span, zone)}`
    case 'substitute':
      return `Prendre plutôt « ${nameOf(one.modelId)} » aux mêmes dates`
    case 'waiting_list':
      return 'Rejoindre la liste d’attente pour ces dates'
  }
}

/** « 3,5 kg, 60 litres »: what one has to carry; nothing when nobody weighed it. EQP-103. */
export function caseText({ caseGrams, caseLitres }: { caseGrams: number | null; caseLitres: number | null }) {
  return [
    caseGrams !== null && `${formatNumber(Math.round(caseGrams / 100) / 10)} kg`,
    caseLitres !== null && plural(caseLitres, 'litre', 'litres'),
  ]
    .filter((part) => part !== false)
    .join(', ')
}
