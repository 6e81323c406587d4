import { opensTo, type View } from '../../../../platform/http/page.tsx'
import { amendmentsOf } from '../../data/amendments.store.ts'
import { disputeFiles } from '../../domain/dispute-files.ts'
import { openRenewal } from '../../domain/open-renewal.ts'
import { stateOn } from '../../domain/state.ts'
import { DisputesSection } from '../disputes/pages/disputes-section.tsx'
import type { AgreementPanel } from '../panel.ts'
import { policy } from '../policy.ts'
import { RenewalSection } from '../renewal/pages/renewal-section.tsx'
import { AmendmentsSection } from './pages/amendments-section.tsx'

/** What may change an agreement in force, or oppose its parties: nothing while it is a draft. */
export const agreementLife: AgreementPanel = async ({ view, context, agreement }) => {
  const state = stateOn(agreement.terms, agreement.acts, context.today)
  if (state.enteredIntoForceOn === null) return null
  const shown = { view, agreement, state, mayManage: mayManage(view) }
  const mayAsk = opensTo(view, policy.act)
  return (
    <>
      <RenewalSection {...shown} open={openRenewal(agreement, context.today)} />
      <AmendmentsSection {...shown} mayAsk={mayAsk} drafts={await amendmentsOf(context.db, agreement.id)} />
      <DisputesSection {...shown} files={disputeFiles(agreement, context.today)} />
    </>
  )
}

function mayManage(view: View): boolean {
  return opensTo(view, policy.manage)
}
