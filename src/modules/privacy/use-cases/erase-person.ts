import { newId } from '../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { refusedBy } from '../../../platform/db/constraints.ts'
import type { Database } from '../../../platform/db/database.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import type { Fate, PersonalData, Subject } from '../../../platform/privacy/personal-data.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import { lockPerson, networksLeftAlone, standingsOf } from '../../identity/index.ts'
import { recordErasure } from '../data/erasures.store.ts'
import { lockRequest } from '../data/requests.store.ts'
import type { ErasureGround, ErasureId } from '../domain/erasure.ts'
import type { RequestId } from '../domain/request.ts'
import { tellAboutRequest } from '../jobs/tell-about-request.ts'
import { noteAnswer } from './handle-request.ts'

export type ErasureRefusal = 'already-erased' | 'last-officer' | 'acts-elsewhere'
export type RequestErasureRefusal =
  | ErasureRefusal
  | 'no-such-request'
  | 'already-answered'
  | 'not-an-erasure'
  | 'no-account'

/** Erases the account of a request, and answers it: one transaction. Two at once make one erasure. */
export async function eraseOnRequest(
  context: Context,
  providers: readonly PersonalData[],
  id: RequestId,
): Promise<ErasureId | Refusal<RequestErasureRefusal>> {
  try {
    return await inTransaction<ErasureId | Refusal<RequestErasureRefusal>>(context.db, async (tx) => {
      const request = await lockRequest(tx, context.reach, id)
      if (!request) return refuse('no-such-request')
      if (request.answeredAt) return refuse('already-answered')
      if (request.kind !== 'erasure') return refuse('not-an-erasure')
      if (!request.personId || !request.verifiedAt) return refuse('no-account')
      const elsewhere = await networksElsewhere(tx, context, request.personId)
      if (elsewhere.length > 0) return refuse('acts-elsewhere', { networks: elsewhere.join(', ') })
      const erased = await erasePerson(tx, context, providers, {
        personId: request.personId,
        ground: 'request',
        requestId: id,
      })
      if (isRefusal(erased)) return erased
      await noteAnswer(tx, context, request, { outcome: 'granted', text: '' })
      await enqueue(tx, tellAboutRequest, { request: id, event: 'erased' })
      return erased
    })
  } catch (error) {
    if (refusedBy(error) === 'one_erasure_per_person') return refuse('already-erased')
    throw error
  }
}

interface ToErase {
  personId: PersonId
  ground: ErasureGround
  requestId: RequestId | null
}

/** Every module lets the person go; what was done is written down, without a name. Inside the caller's transaction. */
export async function erasePerson(
  tx: Database,
  context: Context,
  providers: readonly PersonalData[],
  { personId, ground, requestId }: ToErase,
): Promise<ErasureId | Refusal<ErasureRefusal>> {
  const person = await lockPerson(tx, personId)
  if (!person) return refuse('already-erased')
  const alone = await networksLeftAlone(tx, personId, context.today)
  if (alone.length > 0) return refuse('last-officer', { networks: alone.join(', ') })
  const fate = await fateOf(tx, providers, person)
  // The account itself comes first when reading, and goes last.
  for (const provider of [...providers].reverse()) await provider.erase(tx, person, context.now)
  const id: ErasureId = newId()
  await recordErasure(tx, {
    id,
    networkId: context.network.id,
    personId,
    doneAt: context.now,
    ground,
    requestId,
    ...fate,
  })
  await writeJournal(tx, context, 'person.erased', personId, { ground, erasure: id })
  return id
}

/** What goes, what stays and why: shown before, and written in the certificate after. */
export async function fateOf(
  db: Database,
  providers: readonly PersonalData[],
  person: Subject,
): Promise<Fate> {
  const fates = []
  for (const provider of providers) fates.push(await provider.preview(db, person))
  return { gone: fates.flatMap(({ gone }) => gone), kept: fates.flatMap(({ kept }) => kept) }
}

/** One network does not decide for another: the person leaves the others first. */
async function networksElsewhere(db: Database, context: Context, person: PersonId): Promise<string[]> {
  const held = await standingsOf(db, person, context.today)
  return [
    ...new Set(
      held.filter(({ networkId }) => networkId !== context.network.id).map(({ networkName }) => networkName),
    ),
  ]
}
