import { opensTo } from '../../../../platform/http/page.tsx'
import { takeoverOf } from '../../data/takeover.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import { underReadings } from '../../domain/what-if.ts'
import type { AgreementPanel } from '../panel.ts'
import { policy } from '../policy.ts'
import { AmbiguitiesSection, NoticeReadings } from './pages/ambiguities-section.tsx'
import { HistorySection } from './pages/history-section.tsx'

/** Where the agreement comes from, what its text leaves unclear, and the way to its history. */
export const agreementPast: AgreementPanel = async ({ view, context, agreement }) => {
  const { terms, acts } = agreement
  const state = stateOn(terms, acts, context.today)
  const takeover = await takeoverOf(context.db, agreement.id)
  return (
    <>
      <AmbiguitiesSection view={view} agreement={agreement} state={state} />
      <HistorySection
        view={view}
        agreement={agreement}
        takeover={takeover}
        mayReadEvidence={opensTo(view, policy.readEvidence)}
      />
    </>
  )
}

/** Beside the letters, while a formal notice is open and its two readings differ. */
export const bothReadings: AgreementPanel = async ({ view, context, agreement }) => (
  <NoticeReadings view={view} agreement={agreement} {...noticeReadings(agreement, context.today)} />
)

/** The formal notices by the reading retained and by the other one. AGR-53. */
function noticeReadings({ terms, acts }: Agreement, today: Parameters<typeof stateOn>[2]) {
  const { readings } = stateOn(terms, acts, today)
  const isWindow = readings.formalNoticeReading === 'window'
  const { before, after } = underReadings(
    terms,
    acts,
    { formalNoticeReading: isWindow ? 'cure_period' : 'window' },
    today,
  )
  return isWindow ? { cure: after, window: before, isWindow } : { cure: before, window: after, isWindow }
}
