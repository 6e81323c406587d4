import { newId } from '../../../../../kernel/id.ts'
import type { Line } from '../../../data/lines.store.ts'

/** What makes an act done once, and refused when the loan has changed since this page. EQP-1305, EQP-1704. */
export function SentFields({ line }: { line: Line }) {
  return (
    <>
      <input type="hidden" name="cle" value={newId()} />
      <input type="hidden" name="vu" value={String(line.seq)} />
    </>
  )
}
