import type { RetentionRule } from '../../../platform/privacy/retention.ts'
import { apiRetention } from './api/retention.ts'
import { importRetention } from './imports/retention.ts'
import { lifeRetention } from './life/retention.ts'
import { orientationRetention } from './orientation/retention.ts'
import { reportRetention } from './reports/retention.ts'

/** What the directory lets go of by itself, a line per topic. */
export const placesRetention: readonly RetentionRule[] = [
  ...apiRetention,
  ...importRetention,
  ...lifeRetention,
  ...orientationRetention,
  ...reportRetention,
]
