import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { RequestId } from './request.ts'

export type ErasureId = Id<'erasure'>
export type ErasureGround = 'request' | 'inactivity'

/** What was done, and what stays: the certificate, in which there is no name. */
export interface Erasure {
  id: ErasureId
  doneAt: Instant
  ground: ErasureGround
  requestId: RequestId | null
  gone: readonly string[]
  kept: readonly { what: string; why: string }[]
}
