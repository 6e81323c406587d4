import type { Services } from '../services.ts'

/** What is removed once it has served: run every night, harmless when run twice. */
export interface RetentionRule {
  /** `module.what`: the name the register of processing gives. */
  name: string
  /** What goes, and when, in French. */
  sentence: string
  /** Removes what is due, and returns how many rows went. */
  apply(services: Services): Promise<number>
}
