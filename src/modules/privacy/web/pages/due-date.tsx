import type { Day } from '../../../../kernel/day.ts'
import { formatDay } from '../../../../ui/french.ts'
import { DayText } from '../../../../ui/time.tsx'
import { Why } from '../../../../ui/why.tsx'
import type { RightsRequest } from '../../data/requests.store.ts'

/** « 17 juillet 2026, dans 12 jours. Pourquoi ? » */
export function DueDate({ request, today }: { request: RightsRequest; today: Day }) {
  return (
    <>
      <DayText day={request.dueOn} today={today} />
      <Why about="cette échéance" steps={dueSteps(request)} />
    </>
  )
}

/** Art. 12, 3 GDPR, step by step. */
export function dueSteps({ filedOn, dueOn, extensionReason }: RightsRequest) {
  const months = extensionReason ? 'trois mois (un mois, prolongé de deux)' : 'un mois'
  return [
    { term: 'Article', text: 'RGPD, article 12, paragraphe 3' },
    { term: 'Déclencheur', text: `Demande reçue le ${formatDay(filedOn)}` },
    { term: 'Calcul', text: `${formatDay(filedOn)} + ${months} = ${formatDay(dueOn)}` },
    ...(extensionReason ? [{ term: 'Motif', text: extensionReason }] : []),
  ]
}
