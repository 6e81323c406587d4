import type { Instant } from '../../../../kernel/instant.ts'
import type { NetworkId, OrganisationId } from '../../../../platform/session/actor.ts'

export const ORGANISATION_KINDS = [
  'commune',
  'epci',
  'departement',
  'region',
  'etat',
  'metropole',
  'collectivite_outre_mer',
  'etablissement_public',
  'groupement_interet_public',
  'association',
  'fondation',
  'cooperative',
  'entreprise',
  'syndicat_professionnel',
  'autre',
] as const

export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** What one writes about an organisation. Texts are empty when unknown; numbers are null. */
export interface OrganisationDetails {
  name: string
  acronym: string
  kind: string
  siret: string | null
  rna: string | null
  ridet: string | null
  address: string
  postalCode: string
  commune: string
  email: string
  phone: string
  website: string
}

export interface Organisation extends OrganisationDetails {
  id: OrganisationId
  networkId: NetworkId
  /** Grows with every change: a page that shows an older one changes nothing. */
  version: number
  /** The organisation this one was found to be a duplicate of. */
  mergedInto: OrganisationId | null
  mergedAt: Instant | null
}

/** What is known of the other and not of this one: what a merge may bring, in the order of the pages. */
export function lackingIn(kept: OrganisationDetails, other: OrganisationDetails): CopiedField[] {
  return COPIED.filter((field) => !kept[field] && other[field])
}

const COPIED = [
  'acronym',
  'siret',
  'rna',
  'ridet',
  'address',
  'postalCode',
  'commune',
  'email',
  'phone',
  'website',
] as const satisfies readonly (keyof OrganisationDetails)[]

export type CopiedField = (typeof COPIED)[number]

export function isCopiedField(text: string): text is CopiedField {
  return (COPIED as readonly string[]).includes(text)
}
