import { dayOf } from '../../../../../kernel/instant.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import type { OwnLine } from '../../../data/borrowing/borrowing.queries.ts'
import type { Alternative } from '../../../domain/alternatives.ts'
import type { AfterRefusal } from '../../../use-cases/borrowing/after-refusal.ts'
import { borrowingPaths } from '../borrowing.paths.ts'
import { alternativeText } from '../catalogue-wording.ts'

interface RefusedLoanProps {
  base: string
  line: OwnLine
  /** Where the rule behind the refusal is written; null: nowhere. */
  ground: string | null
  after: AfterRefusal
}

/** Why a loan was refused, by which text, and what can still be had. EQP-504. */
export function RefusedLoan({ base, line, ground, after }: RefusedLoanProps) {
  const { ways, zone, nameOf } = after
  const href = (way: Alternative) => {
    const span = 'span' in way ? way.span : { from: line.pickupAt, until: line.returnAt }
    return borrowingPaths.request(base, {
      modele: way.kind === 'substitute' ? way.modelId : line.modelId,
      nombre: '1',
      exemplaire: way.kind === 'other_unit' || way.kind === 'other_dates' ? way.unitId : '',
      du: span.from ? dayOf(span.from, zone) : '',
      au: span.until ? dayOf(span.until, zone) : '',
    })
  }
  return (
    <>
      {ground && <p>Ce refus s’appuie sur {ground}.</p>}
      {ways.length > 0 && (
        <>
          <h2>Ce qui reste possible</h2>
          <LinkList
            items={ways.map((way) => ({ label: alternativeText(way, zone, nameOf), href: href(way) }))}
          />
        </>
      )}
    </>
  )
}
