import type { OrganisationKind } from './organisation.ts'

/** Legal forms by the first digits of their INSEE code, the most precise first. */
const KINDS: readonly (readonly [prefix: string, kind: OrganisationKind])[] = [
  ['7210', 'commune'],
  ['7220', 'departement'],
  ['7229', 'collectivite_outre_mer'],
  ['7225', 'collectivite_outre_mer'],
  ['7230', 'region'],
  ['7344', 'metropole'],
  ['734', 'epci'],
  ['735', 'epci'],
  ['71', 'etat'],
  ['741', 'groupement_interet_public'],
  ['73', 'etablissement_public'],
  ['74', 'etablissement_public'],
  ['41', 'etablissement_public'],
  ['92', 'association'],
  ['93', 'fondation'],
  ['84', 'syndicat_professionnel'],
  ['5458', 'cooperative'],
  ['5558', 'cooperative'],
  ['51', 'cooperative'],
  ['5', 'entreprise'],
  ['1', 'entreprise'],
]

/** What a directory's code says of the kind of an organisation: empty, for the person to choose, when it says nothing. */
export function kindOfLegalForm(code: string): OrganisationKind | '' {
  return KINDS.find(([prefix]) => code.startsWith(prefix))?.[1] ?? ''
}
