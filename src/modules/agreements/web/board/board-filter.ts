import { addMonths, type Day } from '../../../../kernel/day.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import type { BoardFilter } from '../../data/agenda.queries.ts'
import { owners, periods, themes } from './agenda-wording.ts'
import type { BoardAsked } from './board.paths.ts'

/** What the address asks; a value that is none of ours asks nothing. */
export function askedIn(c: AppContext): BoardAsked {
  const known = (name: string, values: object) => {
    const value = c.req.query(name) ?? ''
    return Object.hasOwn(values, value) ? value : undefined
  }
  return {
    theme: known('theme', themes),
    qui: known('qui', owners),
    q: c.req.query('q')?.trim().slice(0, 200) || undefined,
    periode: known('periode', periods),
    retard: known('retard', { oui: true }),
  }
}

/** Twelve months unless said otherwise. AGR-80. */
export function filterOf({ theme, qui, q, periode, retard }: BoardAsked, today: Day): BoardFilter {
  const kinds = theme && themes[theme]?.kinds
  const months = periods[periode ?? '12-mois']?.months ?? 12
  return {
    until: addMonths(today, months),
    ...(kinds && { kinds }),
    ...(qui && { owedBy: owners[qui as keyof typeof owners] }),
    ...(q && { q }),
    ...(retard && { lateOnly: true }),
  }
}
