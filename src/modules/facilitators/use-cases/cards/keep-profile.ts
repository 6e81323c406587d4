import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { type Document, keepFile } from '../../../../platform/files/kept-files.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { standingsOf } from '../../../identity/index.ts'
import { type Choices, changeConsents, consentWording } from '../../../privacy/index.ts'
import {
  findProfile,
  forgetPhoto,
  lockProfile,
  type Profile,
  saveProfile,
} from '../../data/cards/profiles.store.ts'

export type ProfileRefusal = 'not-a-facilitator' | 'changed-meanwhile'

export interface KeptProfile extends Omit<Profile, 'photoFileId'> {
  /** The version that the page showed. */
  seen: number
  /** A new one, drawn again, its bytes kept; `keep`: the one there was; `none`: taken away. */
  photo: (Document & { sha256: string }) | 'keep' | 'none'
  /** What is shown, to whom; absent: to nobody. */
  shown: Choices
}

/** What a facilitator says of themselves in this network, and to whom each part of it is shown, in one act. DIR-78. */
export function keepProfile(
  context: Context,
  person: PersonId,
  { seen, photo, shown, ...said }: KeptProfile,
): Promise<null | Refusal<ProfileRefusal>> {
  const { db, network, now } = context
  const whose = { person, network: network.id }
  return inTransaction<null | Refusal<ProfileRefusal>>(db, async (tx) => {
    if (!(await isFacilitator(tx, context, person))) return refuse('not-a-facilitator')
    await lockProfile(tx, whose)
    const known = await findProfile(tx, whose)
    if (known.version !== seen) return refuse('changed-meanwhile')
    const photoFileId = await photoOf(tx, context, photo, known.photoFileId)
    await saveProfile(tx, whose, { ...said, photoFileId }, now)
    if (known.photoFileId && known.photoFileId !== photoFileId) await forgetPhoto(tx, known.photoFileId)
    await changeConsents({ ...context, db: tx }, person, shown, (field, audience) =>
      consentWording(field, audience, network.name),
    )
    await writeJournal(tx, context, 'facilitator.card-changed', person)
    return null
  })
}

function photoOf(
  tx: Context['db'],
  context: Context,
  photo: KeptProfile['photo'],
  known: Profile['photoFileId'],
) {
  if (photo === 'keep') return known
  return photo === 'none' ? null : keepFile(tx, context, photo, photo.sha256)
}

/** Does the person help residents in this network today? */
export async function isFacilitator(
  db: Context['db'],
  { network, today }: Pick<Context, 'network' | 'today'>,
  person: PersonId,
): Promise<boolean> {
  const standings = await standingsOf(db, person, today)
  return standings.some(({ networkId, role }) => networkId === network.id && role === 'facilitator')
}
