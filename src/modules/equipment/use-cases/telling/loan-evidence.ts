import type { Day } from '../../../../kernel/day.ts'
import type { EvidenceFact, EvidenceProvider } from '../../../agreements/index.ts'
import { type LentUnder, lentUnder } from '../../data/borrowing/evidence.queries.ts'

/**
 * What the loans made under an agreement prove of its duties: equipment that was lent (000 art. 3, 002 art. 3), brought back
 * in time (002 art. 4). What is still out, or leaves, after the end is told like the rest: the lead looks at it. AGR-39,
 * AGR-121.
 */
export const loanEvidence: EvidenceProvider = async (db, agreement, from, until) => {
  const loans = await lentUnder(db, agreement.id)
  return loans.flatMap((loan) => factsOf(loan, until)).filter(({ on }) => from <= on && on <= until)
}

function factsOf({ what, placeId, outOn, backOn, dueOn }: LentUnder, today: Day): EvidenceFact[] {
  const own = {
    kind: 'equipment',
    by: 'le matériel partagé',
    link: null,
    ...(placeId && { place: placeId }),
  } as const
  const lent: EvidenceFact = { ...own, duty: 'shared_equipment', on: outOn, says: `${what} prêté` }
  if (backOn === null)
    return [lent, { ...own, duty: 'shared_equipment', on: today, says: `${what} est toujours en prêt` }]
  const inTime = backOn <= dueOn
  return [
    lent,
    ...(inTime ? [{ ...own, duty: 'loan_rules', on: backOn, says: `${what} rendu à la date prévue` }] : []),
    // Late or not, it came back: after the end, the lead reads when.
    ...(inTime ? [] : [{ ...own, duty: 'shared_equipment', on: backOn, says: `${what} rendu en retard` }]),
  ]
}
