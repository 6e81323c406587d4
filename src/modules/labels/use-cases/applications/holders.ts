import type { Id } from '../../../../kernel/id.ts'
import type { Context } from '../../../../platform/context.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { agreementInForce, agreementsWith } from '../../../agreements/index.ts'
import { organisationNames, organisationProfiles } from '../../../identity/index.ts'
import { findPlaces, type PlaceSummary } from '../../../places/index.ts'
import { coversBy, coversOf } from '../../data/applications/applications.queries.ts'
import type { Holder } from '../../data/awards/awards.store.ts'
import type { SchemeContent } from '../../domain/schemes/scheme.ts'

type Reader = Pick<Context, 'db' | 'network' | 'today'>

/** Kinds of organisations that may hold a label themselves. */
const LOCAL_AUTHORITIES: ReadonlySet<string> = new Set([
  'commune',
  'epci',
  'departement',
  'region',
  'metropole',
  'collectivite_outre_mer',
])

/** The places an organisation's agreements list, whatever their state: those it would apply for. */
export async function placesOf(
  { db, network }: Reader,
  organisations: readonly OrganisationId[],
): Promise<PlaceSummary[]> {
  const reach = { kind: 'these', network: network.id, organisations } as const
  const agreements = await agreementsWith(db, reach, organisations)
  const covers = await coversBy(
    db,
    agreements.map(({ id }) => id),
  )
  return findPlaces(db, network.id, [...new Set(covers.map(({ placeId }) => placeId))])
}

/** The agreement in force that would carry the label that day; null when there is none. LAB-8. */
export async function carrierOf(
  { db, network, today }: Reader,
  { holder, organisations }: { holder: Holder; organisations: readonly OrganisationId[] },
  { agreement }: Pick<SchemeContent, 'agreement'>,
): Promise<Id<'agreement'> | null> {
  if (!agreement) return null
  const reach = { kind: 'these', network: network.id, organisations } as const
  const signed = await agreementsWith(db, reach, organisations)
  const carrying = signed.filter(
    (one) => agreement.templates.includes(one.templateId) && agreementInForce(one, today),
  )
  if (holder.kind === 'organisation') return carrying[0]?.id ?? null
  const covers = await coversOf(db, holder.id)
  const covering = covers.find(
    ({ agreementId, from, until }) =>
      carrying.some(({ id }) => id === agreementId) &&
      from !== null &&
      from <= today &&
      (until === null || until > today),
  )
  return covering?.agreementId ?? null
}

/** Another organisation's agreement covers the place today: it is theirs to apply for. */
export async function isListedByAnother(
  { db, network, today }: Reader,
  place: Id<'place'>,
  organisations: readonly OrganisationId[],
): Promise<boolean> {
  const covers = (await coversOf(db, place)).filter(
    ({ from, until }) => from !== null && from <= today && (until === null || until > today),
  )
  if (covers.length === 0) return false
  const reach = { kind: 'these', network: network.id, organisations } as const
  const own = new Set((await agreementsWith(db, reach, organisations)).map(({ id }) => id))
  return !covers.some(({ agreementId }) => own.has(agreementId))
}

/** May the organisation hold a label of its own? */
export async function isLocalAuthority({ db }: Reader, organisation: OrganisationId): Promise<boolean> {
  const profile = (await organisationProfiles(db, [organisation])).get(organisation)
  return LOCAL_AUTHORITIES.has(profile?.kind ?? '')
}

/** How a place or a local authority is called; « Lieu retiré » when it is gone. */
export async function holderName({ db, network }: Reader, holder: Holder): Promise<string> {
  return (await holderNames({ db, network }, [holder])).get(holder.id) ?? 'Lieu retiré'
}

export async function holderNames(
  { db, network }: Pick<Reader, 'db' | 'network'>,
  holders: readonly Holder[],
): Promise<ReadonlyMap<Holder['id'], string>> {
  const places = holders.flatMap((one) => (one.kind === 'place' ? [one.id] : []))
  const organisations = holders.flatMap((one) => (one.kind === 'organisation' ? [one.id] : []))
  const named = await findPlaces(db, network.id, places)
  return new Map<Holder['id'], string>([
    ...named.map(({ id, name, commune }) => [id, `${name}, ${commune}`] as const),
    ...(await organisationNames(db, organisations)),
  ])
}
