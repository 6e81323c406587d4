import { type Day, day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import { findAgreement } from './data/agreements.store.ts'
import type { AgreementId, PlaceId } from './domain/agreement.ts'
import { someAuthority } from './testing-offices.ts'
import { askedVariables } from './use-cases/drafting/agreement-text.ts'
import { addToAnnex } from './use-cases/drafting/change-annex.ts'
import { completeDraft } from './use-cases/drafting/complete-draft.ts'
import { draftAgreement } from './use-cases/drafting/draft-agreement.ts'
import { recordSignature } from './use-cases/signing/record-signature.ts'
import { templateOf } from './use-cases/templates/catalogue.ts'

/** A published place of the context's network. */
export async function aPlace({ db, network, now }: Context, name = 'Maison numérique'): Promise<PlaceId> {
  const id: PlaceId = newId()
  await db
    .insertInto('places.place')
    .values({
      id,
      network_id: network.id,
      slug: id,
      name,
      commune: 'Honfleur',
      postal_code: '14600',
      created_at: now,
    })
    .execute()
  return id
}

/** A draft that lacks nothing: it only waits for its signatures. */
export async function aReadyDraft(
  context: Context,
  { templateId = 'normandie-connectee', places = [] as readonly PlaceId[], partner = 'Val de Mer' } = {},
): Promise<AgreementId> {
  const representative = { name: 'Sophie Tanguy', title: 'présidente' }
  const organisation = { name: partner, kind: 'epci', siret: null, commune: 'Honfleur' }
  const id = got(
    await draftAgreement(context, { templateId, partner: organisation, representative, initialYears: 3 }),
  )
  const agreement = got(await findAgreement(context.db, context.reach, id))
  const variables = Object.fromEntries(
    askedVariables(await templateOf(context.db, agreement)).map(({ name, type }) => [
      name,
      type === 'day' ? '2022-03-14' : 'renseigné',
    ]),
  )
  got(await completeDraft(context, { id, seen: 0 }, { variables, representative, initialYears: 3 }))
  const listed = places.length > 0 ? places : [await aPlace(context)]
  for (const placeId of listed)
    got(await addToAnnex(context, { id, seen: 0 }, { placeId, subList: 'liste_lieux_epn' }))
  await someAuthority(context, id)
  return id
}

/** In force since `on`, signed by all that day. */
export async function anAgreementInForce(
  context: Context,
  on: Day = day('2026-06-12'),
  options: Parameters<typeof aReadyDraft>[1] = {},
): Promise<AgreementId> {
  const id = await aReadyDraft(context, options)
  const { terms } = got(await findAgreement(context.db, context.reach, id))
  for (const party of terms.parties) {
    got(
      await recordSignature(context, await targetOf(context, id), {
        party,
        signedOn: on,
        signatory: 'A',
        capacity: 'B',
      }),
    )
  }
  return id
}

/** The agreement as its page shows it now. */
export async function targetOf(context: Context, id: AgreementId) {
  const agreement = got(await findAgreement(context.db, context.reach, id))
  return { id, seen: agreement.acts.at(-1)?.seq ?? 0 }
}

function got<T>(outcome: T | null): Exclude<T, { refused: string }> {
  if (outcome === null || isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<T, { refused: string }>
}
