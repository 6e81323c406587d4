import type { Day } from '../../../../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { agreementInForce, lockAgreement } from '../../../agreements/index.ts'
import { type CapacityRef, capacityOf } from '../../../identity/index.ts'
import {
  addCharterSignature,
  type CharterSignature,
  hashOf,
  linesOf,
  lockPlaceList,
  type PlaceList,
  type PlaceListId,
} from '../../data/bulk/place-lists.store.ts'
import { versionById } from '../../data/schemes/schemes.store.ts'
import { charterText } from '../../domain/bulk/place-list.ts'
import { recordedBy } from '../recorded-by.ts'
import { tellListQueue } from './tell-list-queue.ts'

export type CharterRefusal =
  | 'no-such-list'
  | 'already-signed'
  | 'empty-list'
  | 'list-changed'
  | 'signed-in-the-future'
  | 'signed-before-the-committee'
  | 'agreement-not-in-force'
  | 'signer-unknown'
  | 'signer-without-power'

export interface CharterAsked {
  readonly power: CapacityRef | null
  readonly signedOn: Day
  /** The hash of the list as it was read. */
  readonly seen: string
}

/** The hash of a list as it stands: what is signed is what was read. */
export async function listHash(db: Database, id: PlaceListId): Promise<string> {
  return hashOf((await linesOf(db, id)).map(({ placeId }) => placeId))
}

/** The text of the charter of a list, as its version has it today. */
export async function charterTextOf(
  { network }: Pick<Context, 'network'>,
  db: Database,
  { versionId }: Pick<PlaceList, 'versionId'>,
): Promise<string> {
  const version = await versionById(db, network.id, versionId)
  return version ? charterText({ ...version.scheme, ...version }, version.content) : ''
}

/**
 * The partner signs the charter once, on behalf of every place of its list: the power, the text and the hash of the list are
 * kept with it, then each place is told. LAB-20.
 */
export async function signCharter(
  context: Context,
  id: PlaceListId,
  asked: CharterAsked,
): Promise<CharterSignature | Refusal<CharterRefusal>> {
  try {
    return await inTransaction<CharterSignature | Refusal<CharterRefusal>>(context.db, async (tx) => {
      const list = await lockPlaceList(tx, context.reach, id)
      if (!list) return refuse('no-such-list')
      if (list.moment !== 'draft') return refuse('already-signed')
      const places = (await linesOf(tx, id)).map(({ placeId }) => placeId)
      if (places.length === 0) return refuse('empty-list')
      const listSha256 = hashOf(places)
      if (listSha256 !== asked.seen) return refuse('list-changed')
      const signer = await signerOf(context, tx, list, asked)
      if (isRefusal(signer)) return signer
      const text = await charterTextOf(context, tx, list)
      const signature = { ...signer, text, listSha256, places: places.length, signedOn: asked.signedOn }
      await addCharterSignature(tx, id, signature, recordedBy(context))
      const { mandateId, delegationId } = signature
      const told = { places: places.length, listSha256 }
      await writeJournal(tx, context, 'charter.signed', id, told, { mandateId, delegationId })
      await enqueue(tx, tellListQueue, { list: id, what: 'charter' })
      return signature
    })
  } catch (error) {
    if (refusedBy(error) === 'charter_signature_pkey') return refuse('already-signed')
    throw error
  }
}

/** Who signs for the partner: a power that holds that day, covers labels, and an agreement in force. */
async function signerOf(
  { network, today }: Pick<Context, 'network' | 'today'>,
  tx: Database,
  { agreementId, partnerId, metOn }: PlaceList,
  { power, signedOn }: CharterAsked,
): Promise<
  | Pick<CharterSignature, 'mandateId' | 'delegationId' | 'signerName' | 'signerTitle'>
  | Refusal<CharterRefusal>
> {
  if (signedOn > today) return refuse('signed-in-the-future')
  if (signedOn < metOn) return refuse('signed-before-the-committee', { day: metOn })
  const agreement = await lockAgreement(tx, { kind: 'all', network: network.id }, agreementId)
  if (!agreement || !agreementInForce(agreement, signedOn))
    return refuse('agreement-not-in-force', { day: signedOn })
  const found = power
    ? await capacityOf(tx, network.id, partnerId, power, { day: signedOn, subject: 'labels' })
    : null
  if (!found) return refuse('signer-unknown')
  const { holderName, quality, giver, mandateId, delegationId } = found.capacity
  if (found.flags.length > 0) return refuse('signer-without-power', { name: holderName })
  return {
    ...{ mandateId, delegationId, signerName: holderName },
    signerTitle: giver ? `${quality}, par délégation de ${giver.name}` : quality,
  }
}
