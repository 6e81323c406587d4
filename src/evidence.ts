import type { EvidenceProvider } from './modules/agreements/index.ts'
import { loanEvidence } from './modules/equipment/index.ts'
import { labelEvidence } from './modules/labels/index.ts'
import { privacyEvidence } from './modules/privacy/index.ts'

/** What every module knows of the duties of an agreement: nobody types a fact that the product holds. AGR-72. */
export const evidenceProviders: readonly EvidenceProvider[] = [labelEvidence, loanEvidence, privacyEvidence]
