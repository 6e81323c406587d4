import { newId } from '../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Config } from '../../../platform/config.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import { addRequest, filedThatDay } from '../data/requests.store.ts'
import { dueOn, type RequestId, type RequestKind } from '../domain/request.ts'
import { tellAboutRequest } from '../jobs/tell-about-request.ts'
import { requestToken, tokenDigest } from './request-token.ts'

export interface FiledRequest {
  kind: RequestKind
  name: string
  email: string
  message: string
  /** Whoever is signed in has no address to confirm. */
  personId: PersonId | null
}

export type FilingRefusal = 'too-many-today'

/** So that nobody fills somebody else's mailbox in our name. */
const PER_DAY = 3

/** Files a request. Its deadline runs from today, confirmed or not; the answer never tells who has an account. */
export function fileRequest(
  context: Context,
  config: Pick<Config, 'secret'>,
  filed: FiledRequest,
): Promise<RequestId | Refusal<FilingRefusal>> {
  const { db, network, now, today } = context
  return inTransaction<RequestId | Refusal<FilingRefusal>>(db, async (tx) => {
    if ((await filedThatDay(tx, network.id, filed.email, today)) >= PER_DAY) return refuse('too-many-today')
    const id: RequestId = newId()
    await addRequest(tx, {
      ...filed,
      id,
      networkId: network.id,
      filedAt: now,
      filedOn: today,
      dueOn: dueOn(today, { extended: false }),
      digest: tokenDigest(config, requestToken(config, id)),
      verifiedAt: filed.personId ? now : null,
    })
    await writeJournal(tx, context, 'request.filed', id, { kind: filed.kind })
    await enqueue(tx, tellAboutRequest, { request: id, event: 'filed' })
    return id
  })
}
