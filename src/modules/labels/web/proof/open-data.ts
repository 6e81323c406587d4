import { addDays, type Day } from '../../../../kernel/day.ts'
import { csvOf } from '../../../../platform/csv.ts'
import type { PublicAward } from '../../data/proof/course.queries.ts'
import type { PublicHolder } from '../../data/proof/holders.queries.ts'
import { standingOn } from '../../domain/proof/course.ts'
import { STATUS_CODES } from './proof-wording.ts'

export const LICENCE = {
  name: 'Licence Ouverte 2.0 (Etalab)',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
}

/** One line of the open data: no person, no reason. LAB-34, LAB-43. */
export interface OpenAward {
  numero: string
  label: string
  code_label: string
  campagne: number | null
  titulaire: string
  type_titulaire: 'lieu' | 'collectivite'
  commune: string
  niveau: number | null
  statut: string
  porte_depuis: Day | null
  /** The last day of a label that came to its term. */
  porte_jusqu_au: Day | null
  suspendu_depuis: Day | null
  retire_le: Day | null
  preuve: string
}

/** Awards whose day has come, each with where it stands. */
export function openAwards(
  awards: readonly PublicAward[],
  holders: readonly PublicHolder[],
  { today, proofAddress }: { today: Day; proofAddress: (slug: string) => string },
): OpenAward[] {
  return awards.flatMap((award, index) => {
    const standing = standingOn(award.course, today)
    const holder = holders[index]
    if (standing.status === 'not_yet' || !holder) return []
    const is = (status: string, on: Day | null) => (standing.status === status ? on : null)
    return [
      {
        numero: award.number,
        label: award.scheme.name,
        code_label: award.scheme.code,
        campagne: award.edition?.year ?? null,
        titulaire: holder.name,
        type_titulaire: holder.kind === 'place' ? ('lieu' as const) : ('collectivite' as const),
        commune: holder.commune,
        niveau: standing.level,
        statut: STATUS_CODES[standing.status],
        porte_depuis: standing.borneFrom,
        porte_jusqu_au: is('ended', addDays(standing.from, -1)),
        suspendu_depuis: is('suspended', standing.from),
        retire_le: is('withdrawn', standing.from),
        preuve: proofAddress(award.slug),
      },
    ]
  })
}

const COLUMNS = [
  'numero',
  'label',
  'code_label',
  'campagne',
  'titulaire',
  'type_titulaire',
  'commune',
  'niveau',
  'statut',
  'porte_depuis',
  'porte_jusqu_au',
  'suspendu_depuis',
  'retire_le',
  'preuve',
] as const satisfies readonly (keyof OpenAward)[]

/** The licence and the day are on each line: a file that travels alone still says them. */
export function openCsv(lines: readonly OpenAward[], today: Day): string {
  return csvOf(
    [...COLUMNS, 'licence', 'releve_le'],
    lines.map((line) => [
      ...COLUMNS.map((column) => (line[column] === null ? '' : String(line[column]))),
      LICENCE.name,
      today,
    ]),
  )
}
