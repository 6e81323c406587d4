import type { Id } from '../../kernel/id.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import type { OrganisationId } from '../../platform/session/actor.ts'
import { addScheme } from './data/awards/awards.store.ts'
import { addUpload, type ListUploadId } from './data/bulk/list-uploads.store.ts'
import {
  addCharterSignature,
  addPlaceList,
  addToList,
  hashOf,
  type PlaceListId,
} from './data/bulk/place-lists.store.ts'
import { addVersion, type SchemeVersion } from './data/schemes/schemes.store.ts'
import type { SchemeContent } from './domain/schemes/scheme.ts'
import { aScheme } from './domain/schemes/testing.ts'

/** A label whose places are proposed by list, published. */
export async function aLabelByList(
  { db, network, today, now }: Context,
  {
    code = 'netpublic',
    name = 'NetPublic Essai',
    ...change
  }: { code?: string; name?: string } & Partial<SchemeContent> = {},
): Promise<SchemeVersion> {
  const content = aScheme({ route: 'bulk', agreement: null, ...change })
  const scheme = { id: await addScheme(db, network.id, { code, name }), code, name }
  const version = { scheme, version: 1, revision: 1, content, transition: 'all', inForceFrom: today } as const
  return { id: await addVersion(db, version, { at: now, by: null }), ...version }
}

interface Listed {
  organisation: OrganisationId
  agreement: Id<'agreement'>
  place: Id<'place'>
  mandate: Id<'mandate'>
  file: Id<'file'>
}

/** A list whose charter is signed and that waits for its decision, with a file that was sent for it. */
export async function aSignedList(
  context: Context,
  { organisation, agreement, place, mandate, file }: Listed,
  version: SchemeVersion,
): Promise<{ list: PlaceListId; listUpload: ListUploadId }> {
  const { db, network, today, now } = context
  const recorded = { at: now, by: null }
  const list = await addPlaceList(
    db,
    {
      networkId: network.id,
      schemeId: version.scheme.id,
      versionId: version.id,
      partnerId: organisation,
      agreementId: agreement,
      addsTo: null,
      committee: 'Comité interne',
      metOn: today,
      minutes: '',
      minutesFile: file,
    },
    recorded,
  )
  await addToList(db, list, [{ id: place, origin: 'chosen' }], recorded)
  const listUpload = await addUpload(db, { listId: list, fileName: 'lieux.csv', lines: [] }, recorded)
  await addCharterSignature(
    db,
    list,
    {
      text: 'Charte',
      listSha256: hashOf([place]),
      places: 1,
      mandateId: mandate,
      delegationId: null,
      signerName: 'Odile Marchand',
      signerTitle: 'maire',
      signedOn: today,
    },
    recorded,
  )
  return { list, listUpload }
}

/** What a use case answered; throws what it refused. */
export function got<T>(outcome: T): Exclude<T, { refused: string }> {
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome))
  return outcome as Exclude<T, { refused: string }>
}
