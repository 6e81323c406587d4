/**
 * Agreements (conventions): typed terms, dated acts, and the state read from them on any day.
 * Other modules ask whether one is in force and which places it lists; nobody else writes its acts.
 */
import type { Day } from '../../kernel/day.ts'
import type { Agreement } from './domain/agreement.ts'
import { stateOn } from './domain/state.ts'
import { callSigners } from './jobs/call-signers.ts'
import { remindAboutDeadlines } from './jobs/remind-about-deadlines.ts'
import { sendSigningCode } from './jobs/send-signing-code.ts'
import { tellParties } from './jobs/tell-parties.ts'
import { publishedTemplates } from './templates/catalogue.ts'
import { paths } from './web/paths.ts'

export { findAgreement, lockAgreement } from './data/agreements.store.ts'
export { type AnnexLine, annexOf } from './data/annex.store.ts'
export { agreementsPersonalData } from './data/personal-data.ts'
export type { Agreement, AgreementId } from './domain/agreement.ts'
export { agreementsRegister } from './privacy.ts'
export { addToAnnex, removeFromAnnex } from './use-cases/drafting/change-annex.ts'
export { completeDraft } from './use-cases/drafting/complete-draft.ts'
export { type Draft, draftAgreement } from './use-cases/drafting/draft-agreement.ts'
export { recordDenunciation } from './use-cases/letters/record-denunciation.ts'
export { recordSignature } from './use-cases/signing/record-signature.ts'
export { draftFirstStep } from './web/drafting/first-step.ts'
export { agreementNavigation, registerNavigation } from './web/navigation.ts'
export { agreementsOfOrganisation } from './web/organisation-panel.tsx'
export type { AgreementPanel } from './web/panel.ts'
export { agreementRoutes } from './web/routes.tsx'

/** The templates an officer may draft from, for a network to choose among. */
export function offeredTemplates(): { id: string; title: string }[] {
  return publishedTemplates().map(({ id, title }) => ({ id, title }))
}

export const agreementJobs = [tellParties, remindAboutDeadlines, callSigners, sendSigningCode]

export const agreementPaths = { agreement: paths.agreement }

/** Does the agreement produce its effects on that day, as far as its acts tell? Last day included. */
export function agreementInForce({ terms, acts }: Agreement, on: Day): boolean {
  return stateOn(terms, acts, on).inForce
}
