import { inhabitantsPerPlace, type TerritoryFigures } from '../../domain/statistics/figures.ts'
import { fees, publics, services, type Term } from '../../domain/vocabulary.ts'
import { labelText } from './statistics-wording.ts'

/** One figure of a file: what is measured, of which value, how many. */
export interface FigureLine {
  measure: string
  code: string
  label: string
  count: number | null
}

/** Every figure of a territory, one per line, always in the same order: what the file and the API hold. */
export function figureLines(figures: TerritoryFigures): FigureLine[] {
  const one = (measure: string, count: number | null): FigureLine => ({ measure, code: '', label: '', count })
  const several = (
    measure: string,
    terms: readonly Term[],
    counts: Readonly<Partial<Record<string, number>>>,
  ) => terms.map(({ code, standard }) => ({ measure, code, label: standard, count: counts[code] ?? 0 }))
  return [
    one('lieux', figures.places),
    one('lieux_labellises', figures.labelled),
    ...figures.labels.map((label) => ({
      measure: 'label',
      code: label.level === null ? label.code : `${label.code}:${label.level}`,
      label: labelText(label),
      count: label.places,
    })),
    one('fiches_confirmees_ce_semestre', figures.confirmed),
    one('horaires_connus', figures.hoursKnown),
    one('ouverts_en_soiree', figures.openEvening),
    one('ouverts_le_samedi', figures.openSaturday),
    one('ouverts_le_dimanche', figures.openSunday),
    one('fiches_completes_sur_100', figures.completeness),
    ...several('service', services, figures.services),
    ...several('public', publics, figures.publics),
    ...several('frais', fees, figures.fees),
    one('communes', figures.communes),
    one('habitants', figures.inhabitants),
    one('habitants_par_lieu', inhabitantsPerPlace(figures)),
    one('communes_a_plus_de_20_km', figures.farCommunes),
  ]
}
