import { createHmac } from 'node:crypto'
import type { Id } from '../../../../kernel/id.ts'

export type WebhookId = Id<'webhook'>

const MINUTE = 60
const HOUR = 60 * MINUTE
/** How long to wait after each failure, in seconds; after the last one, whoever asked is told no more. */
const WAITS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 24 * HOUR] as const

/** Seconds before the next try after so many failures in a row; null: give up. */
export function waitAfter(failures: number): number | null {
  return WAITS[failures - 1] ?? null
}

/**
 * What proves who sent a message and when: `t=<seconds>,v1=<HMAC-SHA256 of "t.body">`. Whoever receives it computes it
 * again, and refuses a moment older than five minutes or a delivery already seen. DIR-83.
 */
export function signatureOf(secret: string, seconds: number, body: string): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}
