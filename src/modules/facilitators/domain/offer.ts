import type { OrganisationId } from '../../../platform/session/actor.ts'

/** An organisation as the directory shows it. DIR-80. */
export interface ListedOrganisation {
  id: OrganisationId
  name: string
  kind: string
  commune: string
  presentation: string
  competences: readonly string[]
  serves: readonly string[]
  /** The number of its département and the SIREN of its EPCI; null: its address does not say. */
  department: string | null
  epci: string | null
}

/** What is looked for; an empty text asks nothing. */
export interface AskedOffers {
  q: string
  competence: string
  serves: string
  /** « departement:50 » or « epci:200067205 ». */
  territory: string
}

export function isOffered(
  { name, commune, presentation, ...one }: ListedOrganisation,
  { q, competence, serves, territory }: AskedOffers,
  fold: (text: string) => string,
): boolean {
  const said = fold([name, commune, presentation].join(' '))
  return (
    (competence === '' || one.competences.includes(competence)) &&
    (serves === '' || one.serves.includes(serves)) &&
    (territory === '' || territory === `departement:${one.department}` || territory === `epci:${one.epci}`) &&
    fold(q)
      .split(' ')
      .every((word) => said.includes(word))
  )
}
