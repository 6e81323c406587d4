import type { Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { GrantRefusal } from '../../use-cases/awards/grant-label.ts'

const sentences: Record<GrantRefusal, (day: string) => Problem> = {
  'no-such-agreement': () => ({
    field: null,
    message: 'Cette convention n’existe pas ou n’est pas à votre portée.',
  }),
  'no-such-scheme': () => ({ field: 'label', message: 'Choisissez un label de la liste.' }),
  'place-not-listed': () => ({
    field: 'lieux',
    message:
      'Un des lieux n’est pas, ou n’est plus, dans la liste de la convention : un avenant peut l’y mettre.',
  }),
  'dated-in-the-future': (day) => ({
    field: 'date',
    message: `L’attribution est datée du ${day} : elle ne pourra être enregistrée qu’à partir de ce jour.`,
  }),
  'agreement-not-in-force': (day) => ({
    field: 'date',
    message: `La convention n’est pas en vigueur le ${day} : choisissez un jour où elle l’est.`,
  }),
  'already-granted': () => ({
    field: 'lieux',
    message: 'Un de ces lieux porte déjà ce label sous cette convention : décochez-le.',
  }),
}

export function problemOfRefusal({ refused, details }: Refusal<GrantRefusal>): Problem {
  return sentences[refused](details.day ? formatDay(details.day as Day) : '')
}
