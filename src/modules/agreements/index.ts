/**
 * Agreements (conventions): typed terms, dated acts, and the state read from them on any day.
 * Other modules ask whether one is in force and which places it lists; nobody else writes its acts.
 */
import type { Day } from '../../kernel/day.ts'
import type { Database } from '../../platform/db/database.ts'
import type { NetworkId } from '../../platform/session/actor.ts'
import type { Agreement } from './domain/agreement.ts'
import { stateOn } from './domain/state.ts'
import { callSigners } from './jobs/call-signers.ts'
import { digestChains } from './jobs/digest-chains.ts'
import { remindAboutDeadlines } from './jobs/remind-about-deadlines.ts'
import { remindSigners } from './jobs/remind-signers.ts'
import { resumeSeals, sealDocuments } from './jobs/seal-documents.ts'
import { sendSigningCode } from './jobs/send-signing-code.ts'
import { prepareSigningDocument } from './jobs/signing-document.ts'
import { takeOverTable } from './jobs/take-over-table.ts'
import { tellNegotiation } from './jobs/tell-negotiation.ts'
import { tellParties } from './jobs/tell-parties.ts'
import { REFERENCE_TEMPLATES } from './templates/reference-templates.ts'
import { publishedTemplatesOf } from './use-cases/templates/catalogue.ts'
import { documentPaths } from './web/documents/documents.paths.ts'
import { dutyPaths } from './web/duties/duties.paths.ts'
import { paths } from './web/paths.ts'

export { agreementsWith, partnersInForce } from './data/agreements.queries.ts'
export { findAgreement, lockAgreement } from './data/agreements.store.ts'
export { type AnnexLine, annexOf } from './data/annex.store.ts'
export { linkedOfficesOn, referentsOn } from './data/offices.store.ts'
export { agreementsPersonalData } from './data/personal-data.ts'
export type { Agreement, AgreementId } from './domain/agreement.ts'
export { bespokeTerms } from './domain/bespoke-terms.ts'
export { type Cover, coveredPlaces, coverOn } from './domain/cover.ts'
export type { EvidenceFact } from './domain/duties.ts'
export type { LendingTerms } from './domain/lending-terms.ts'
export type { LinkedOffice } from './domain/offices.ts'
export { actsOf } from './domain/takeover.ts'
export { articleOf, type Terms } from './domain/terms.ts'
export { type EndFollower, followEnd } from './jobs/follow-end.ts'
export { agreementsActions } from './journal.ts'
export { agreementsRegister } from './privacy.ts'
export { BESPOKE } from './templates/bespoke.ts'
export { answerMinutes } from './use-cases/committees/answer-minutes.ts'
export { recordMeeting } from './use-cases/committees/record-meeting.ts'
export { answerCommunication } from './use-cases/communications/answer-communication.ts'
export { requestCommunication } from './use-cases/communications/request-communication.ts'
export { prepareDecision } from './use-cases/decisions/prepare-decision.ts'
export { publishDecision } from './use-cases/decisions/publish-decision.ts'
export { approveDraft } from './use-cases/drafting/approve-draft.ts'
export { addToAnnex, removeFromAnnex } from './use-cases/drafting/change-annex.ts'
export { completeDraft } from './use-cases/drafting/complete-draft.ts'
export { type Draft, draftAgreement } from './use-cases/drafting/draft-agreement.ts'
export { contentOf } from './use-cases/drafting/draft-content.ts'
export { draftedClause } from './use-cases/drafting/drafted-clauses.ts'
export { commentClause, proposeTerm, proposeText } from './use-cases/drafting/propose-change.ts'
export { shareDraft } from './use-cases/drafting/share-draft.ts'
export { confirmListedPlace } from './use-cases/duties/confirm-listed-place.ts'
export { declareEvidence } from './use-cases/duties/declare-evidence.ts'
export type { EvidenceProvider } from './use-cases/duties/evidence.ts'
export { keepersUnderAgreements, readAgainAboutPlace } from './use-cases/duties/place-keepers.ts'
export { recordDenunciation } from './use-cases/letters/record-denunciation.ts'
export { declareLink } from './use-cases/offices/declare-link.ts'
export { keepOffice } from './use-cases/offices/keep-office.ts'
export { recordAuthority } from './use-cases/offices/record-authority.ts'
export { openSigning } from './use-cases/signing/open-signing.ts'
export { recordSignature } from './use-cases/signing/record-signature.ts'
export { takeOver } from './use-cases/takeover/take-over.ts'
export { changeTemplateTerms } from './use-cases/templates/change-template.ts'
export { copyTemplate } from './use-cases/templates/copy-template.ts'
export { draftVersion } from './use-cases/templates/draft-version.ts'
export { publishTemplate } from './use-cases/templates/publish-template.ts'
export { digestOf, findDraft } from './use-cases/templates/template-draft-of.ts'
export { WrittenDocumentView } from './web/documents/pages/written-document-view.tsx'
export { type PreparedLetterKind, prepareOwnLetter } from './web/documents/prepare-own-letter.ts'
export { draftFirstStep } from './web/drafting/first-step.ts'
export { agreementNavigation, registerNavigation } from './web/navigation.ts'
export { agreementsOfOrganisation } from './web/organisation-panel.tsx'
export type { AgreementPanel } from './web/panel.ts'
export { agreementRoutes } from './web/routes.tsx'

/** The templates a network may offer: the product's and its own. None of its own while it is not founded. */
export async function offeredTemplates(
  db: Database,
  network: NetworkId | null,
): Promise<{ id: string; title: string }[]> {
  const published = network
    ? await publishedTemplatesOf(db, network)
    : REFERENCE_TEMPLATES.filter(({ status }) => status === 'published')
  return published.map(({ id, title }) => ({ id, title }))
}

export const agreementJobs = [
  tellParties,
  remindAboutDeadlines,
  callSigners,
  sendSigningCode,
  tellNegotiation,
  remindSigners,
  prepareSigningDocument,
  sealDocuments,
  resumeSeals,
  digestChains,
  takeOverTable,
]

export const agreementPaths = {
  agreement: paths.agreement,
  duties: dutyPaths.duties,
  letter: documentPaths.letter,
}

/** Does the agreement produce its effects on that day, as far as its acts tell? Last day included. */
export function agreementInForce({ terms, acts }: Agreement, on: Day): boolean {
  return stateOn(terms, acts, on).inForce
}

/** The last day of the period that runs that day, whatever comes after it by tacit renewal; null: none runs. */
export function lastDayOfPeriod({ terms, acts }: Agreement, on: Day): Day | null {
  const { inForce, period } = stateOn(terms, acts, on)
  return inForce && period ? period.lastDay : null
}
