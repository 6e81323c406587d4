import { addDays, addYears, type Day, parseDay } from '../../../../kernel/day.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { NO_SUCH_DAY } from '../../../../platform/http/fields.ts'
import type { Dimension, LineFigure, StatisticsFilter } from '../../domain/telling/statistics.ts'
import type { Stretch } from '../../domain/telling/use-days.ts'
import type { StatisticsAsked } from './statistics.paths.ts'

const NAMES = [
  'modele',
  'exemplaire',
  'categorie',
  'guichet',
  'type',
  'territoire',
  'par',
  'chiffre',
  'motif',
] as const

/** The ways to divide the figures, as the address names them. */
export const DIVISIONS: Readonly<Record<string, Dimension>> = {
  modele: 'model',
  exemplaire: 'unit',
  categorie: 'category',
  guichet: 'desk',
  type: 'borrowerKind',
  territoire: 'territory',
}

/** The figures, as the address names them; the last two are about units. */
export const FIGURES: Readonly<Record<string, LineFigure | 'never_lent' | 'costs'>> = {
  jours: 'lent',
  demandes: 'requests',
  decisions: 'decided',
  refus: 'refused',
  reprises: 'displaced',
  'jamais-retires': 'no_show',
  echeances: 'due',
  retards: 'late',
  'non-satisfaites': 'unmet',
  'jamais-pretes': 'never_lent',
  couts: 'costs',
}

export interface AskedStatistics {
  /** As it was typed: for the form, and for the links that keep it. */
  readonly asked: StatisticsAsked
  readonly period: Stretch
  readonly filter: StatisticsFilter
  readonly division: Dimension
  readonly figure: LineFigure | 'never_lent' | 'costs'
  readonly problems: readonly { field: string; message: string }[]
}

/** What the address asks; the last twelve months when it says nothing, or what cannot be read. */
export function askedIn(c: AppContext, today: Day): AskedStatistics {
  const given = (name: string) => (c.req.query(name) ?? '').replaceAll('\0', '').trim().slice(0, 200)
  const asked = {
    du: given('du'),
    au: given('au'),
    ...Object.fromEntries(NAMES.map((name) => [name, given(name)])),
  } as Required<StatisticsAsked>
  const [first, last] = [parseDay(asked.du), parseDay(asked.au)]
  const problems = [
    ...(asked.du !== '' && first === null ? [{ field: 'du', message: NO_SUCH_DAY }] : []),
    ...(asked.au !== '' && last === null ? [{ field: 'au', message: NO_SUCH_DAY }] : []),
    ...(first && last && last < first ? [{ field: 'au', message: REVERSED }] : []),
  ]
  const end = last ?? today
  const isRead = problems.length === 0
  return {
    asked,
    period: isRead
      ? { first: first ?? yearBefore(end), last: end }
      : { first: yearBefore(today), last: today },
    filter: {
      model: asked.modele,
      unit: asked.exemplaire,
      category: asked.categorie,
      desk: asked.guichet,
      borrowerKind: asked.type,
      territory: asked.territoire,
    },
    division: DIVISIONS[asked.par] ?? 'model',
    figure: FIGURES[asked.chiffre] ?? 'lent',
    problems,
  }
}

/** The first of the twelve months that end on that day. */
function yearBefore(last: Day): Day {
  return addDays(addYears(last, -1), 1)
}

const REVERSED = 'Le dernier jour doit suivre le premier : corrigez l’une des deux dates.'
