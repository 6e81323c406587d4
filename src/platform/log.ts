import { pino } from 'pino'
import type { Config } from './config.ts'

export type Log = pino.Logger

/** JSON lines on standard error, so that a command's standard output stays its own. */
export function createLog(level: Config['logLevel']): Log {
  return pino(
    { level, base: { app: 'maillage' }, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination(2),
  )
}
