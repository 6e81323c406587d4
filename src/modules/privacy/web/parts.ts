import type { PersonalData } from '../../../platform/privacy/personal-data.ts'
import type { Processing } from '../../../platform/privacy/processing.ts'
import type { RetentionRule } from '../../../platform/privacy/retention.ts'

/** What the other modules say of the people they know, put together in `src/privacy-parts.ts`. */
export interface PrivacyParts {
  register: readonly Processing[]
  personalData: readonly PersonalData[]
  retentionRules: readonly RetentionRule[]
}
