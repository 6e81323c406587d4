import type { Alternative } from '../../domain/alternatives.ts'
import type { Span } from '../../domain/availability.ts'
import { momentText } from '../moment-wording.ts'

/** « du 3 mai 2027 à 9 h au 10 mai 2027 à 9 h ». */
export function spanText({ from, until }: Span, zone: string): string {
  return `du ${momentText(from, zone)} au ${momentText(until, zone)}`
}

/** What an alternative offers, as the words of its button. `nameOf` names a unit or a model. */
export function alternativeText(one: Alternative, zone: string, nameOf: (id: string) => string): string {
  switch (one.kind) {
    case 'other_unit':
      return `Prendre ${nameOf(one.unitId)} aux mêmes dates`
    case 'other_dates':
      return `Prendre ${nameOf(one.unitId)} ${spanText(one.span, zone)}`
    case 'substitute':
      return `Prendre plutôt « ${nameOf(one.modelId)} » aux mêmes dates`
    case 'waiting_list':
      return 'Rejoindre la liste d’attente pour ces dates'
  }
}
