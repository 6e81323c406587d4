import type { View } from '../../../../../platform/http/page.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import type { FormalNoticeState } from '../../../domain/notices.ts'
import type { AgreementState } from '../../../domain/state.ts'
import { boardPaths } from '../../board/board.paths.ts'
import { noticeTag } from '../../letters/letters-wording.ts'
import { ambiguitySentences } from '../../readings/ambiguity-wording.ts'

/** What the text leaves unclear, told on the page of the agreement and not hidden in settings. AGR-78. */
export function AmbiguitiesSection({
  view,
  agreement,
  state,
}: {
  view: View
  agreement: Agreement
  state: AgreementState
}) {
  const sentences = ambiguitySentences(state.termsInForce, state)
  if (sentences.length === 0) return null
  return (
    <section aria-labelledby="points-a-lire">
      <h2 id="points-a-lire">Ce que le texte ne dit pas clairement</h2>
      <ul>
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p>
        <a href={boardPaths.readings(view.network.base, agreement.id)}>
          Voir toutes les lectures, et ce qu’une autre changerait
        </a>
      </p>
    </section>
  )
}

interface NoticeReadingsProps {
  view: View
  agreement: Agreement
  /** By the reading that leaves the days to remedy, and by the one that leaves them to terminate. */
  cure: AgreementState
  window: AgreementState
  isWindow: boolean
}

/** The two readings of a formal notice side by side, while they do not say the same. AGR-53. */
export function NoticeReadings({ cure, window, isWindow }: NoticeReadingsProps) {
  const other = new Map(window.formalNotices.map((notice) => [notice.id, notice]))
  const rows = cure.formalNotices.flatMap((notice) => {
    const same = other.get(notice.id)
    return same && isOpen(notice, same) && words(notice) !== words(same) ? [{ notice, same }] : []
  })
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="deux-lectures">
      <h2 id="deux-lectures">La mise en demeure, selon deux lectures</h2>
      <Table
        caption="Les jours de la mise en demeure"
        silentCaption
        columns={[
          {
            label: isWindow ? 'Délai pour réparer' : 'Délai pour réparer (lecture retenue)',
            cell: ({ notice }) => words(notice),
          },
          {
            label: isWindow ? 'Délai pour résilier (lecture retenue)' : 'Délai pour résilier',
            cell: ({ same }) => words(same),
          },
        ]}
        rows={rows}
      />
    </section>
  )
}

function isOpen(...notices: readonly FormalNoticeState[]): boolean {
  return notices.some(({ status }) => status === 'running' || status === 'termination_available')
}

function words({ status, cureLastDay, terminationAvailableFrom }: FormalNoticeState): string {
  const from = terminationAvailableFrom
    ? ` Résilier : à partir du ${formatDay(terminationAvailableFrom)}.`
    : ''
  const until = cureLastDay ? ` Dernier jour du délai : ${formatDay(cureLastDay)}.` : ''
  return `${noticeTag[status].word}.${until}${from}`
}
