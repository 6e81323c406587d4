import type { Context } from '../../../platform/context.ts'
import { type AgreementId, findAgreement } from '../../agreements/index.ts'
import { organisationsOf, type PlaceId, tiesOf, workersOf } from '../../places/index.ts'
import { agreementsOver } from '../data/transfers.store.ts'

/** What lives on a place today, and stays with us when it goes to another network. DIR-89. */
export interface PlaceHoldings {
  agreements: readonly { id: AgreementId; reference: string }[]
  labels: readonly string[]
  /** How many organisations run, own or host it, and how many people work there. */
  organisations: number
  workers: number
}

export async function whatAPlaceHolds(context: Context, place: PlaceId): Promise<PlaceHoldings> {
  const { db, network, today, reach } = context
  const held = (await tiesOf(db, network.id, [place], today))(place)
  const ids = await agreementsOver(db, place, today)
  const agreements = await Promise.all(ids.map((id) => findAgreement(db, reach, id)))
  return {
    agreements: agreements.flatMap((one) => (one ? [{ id: one.id, reference: one.reference }] : [])),
    labels: held.labels.map(({ name }) => name),
    organisations: new Set(organisationsOf(held)).size,
    workers: new Set(workersOf(held)).size,
  }
}
