import { SummaryList, type SummaryRow } from '../../../../../ui/summary-list.tsx'

/** What nobody has to compare, folded under what differs. */
export function SaidAlike({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <details>
      <summary>Ce que les deux disent pareil</summary>
      <SummaryList rows={rows} />
    </details>
  )
}
