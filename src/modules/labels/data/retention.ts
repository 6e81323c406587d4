import type { RetentionRule } from '../../../platform/privacy/retention.ts'
import { applicationRetention } from './applications/retention.ts'
import { instructionRetention } from './instruction/retention.ts'
import { juryRetention } from './jury/retention.ts'

/** What the labels let go of by themselves, a line per topic. */
export const labelsRetention: readonly RetentionRule[] = [
  ...applicationRetention,
  ...instructionRetention,
  ...juryRetention,
]
