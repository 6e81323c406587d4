import { Hono } from 'hono'
import { dayOf } from '../../../../kernel/instant.ts'
import { csvOf } from '../../../../platform/csv.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { deskNames } from '../../data/telling/statistics.queries.ts'
import {
  countsIn,
  figuresOf,
  isNeverLent,
  keepsLine,
  keepsUnit,
  LINE_FIGURES,
  sharesOf,
} from '../../domain/telling/statistics.ts'
import { lendingStatistics } from '../../use-cases/telling/lending-statistics.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { askedIn } from './asked.ts'
import { behindTable } from './behind-table.ts'
import { choicesOf, namesOf } from './names.ts'
import { BehindPage } from './pages/behind-page.tsx'
import { StatisticsPage } from './pages/statistics-page.tsx'
import { statisticsRoutePaths as routes } from './statistics.paths.ts'
import { DIVISION_WORDS, FIGURE_WORDS } from './statistics-wording.ts'

/** What the address asks of an inventory, and everything its figures are made from. */
async function asked(c: AppContext) {
  const { inventory, context } = await workplace(c, 'read')
  const today = dayOf(context.now, inventory.timeZone)
  const asked = askedIn(c, today)
  const all = await lendingStatistics(context.db, inventory.id, asked.period, today)
  const desks = await deskNames(context.db, inventory.id)
  const lines = all.lines.filter((line) => keepsLine(asked.filter, line))
  const units = all.units.filter((unit) => keepsUnit(asked.filter, unit))
  return { inventory, today, asked, all, desks, lines, units, names: namesOf(all, desks) }
}

type Found = Awaited<ReturnType<typeof asked>>

/** The loans, or the units, of the figure that the address names. */
function behind({ asked: { figure, period, asked }, today, lines, units, all }: Found) {
  if (figure === 'never_lent')
    return { lines: [], units: units.filter((unit) => isNeverLent(unit, period, today)) }
  if (figure === 'costs') return { lines: [], units: units.filter(({ costs }) => costs.length > 0) }
  const counted = lines
    .filter((line) => countsIn(line, figure, period, today))
    .filter(({ reasonCode }) => !asked.motif || reasonCode === asked.motif)
  const named = (line: (typeof counted)[number]) => all.borrowers.get(line.organisationId)?.name ?? ''
  return { units: [], lines: counted.map((line) => ({ ...line, borrower: named(line) })) }
}

function csv(c: AppContext, name: string, table: readonly (readonly string[])[]): Response {
  const [header = [], ...rows] = table
  c.header('content-disposition', `attachment; filename="${name}.csv"`)
  return c.body(csvOf(header, rows), 200, { 'content-type': 'text/csv; charset=utf-8' })
}

/** How what is lent is used. EQP-1402. */
export const statisticsRoutes = new Hono<AppEnv>()
  .get(routes.statistics, may(policy.seeWork), async (c) => {
    const found = await asked(c)
    const { period, division } = found.asked
    const { lines, units, today, all, desks, names, inventory } = found
    return page(
      c,
      <StatisticsPage
        view={viewOf(c)}
        inventory={inventory}
        asked={found.asked}
        figures={figuresOf(lines, units, period, today)}
        neverLent={units.filter((unit) => isNeverLent(unit, period, today)).length}
        shares={sharesOf(division, lines, units, period, today)}
        displaced={lines.filter((line) => countsIn(line, 'displaced', period, today))}
        names={names}
        choices={choicesOf(all, desks, names)}
      />,
    )
  })
  .get(routes.statisticsCsv, may(policy.seeWork), async (c) => {
    const { lines, units, today, names, asked: given } = await asked(c)
    const shares = sharesOf(given.division, lines, units, given.period, today)
    const header = [
      DIVISION_WORDS[given.division].one,
      FIGURE_WORDS.lent.label,
      'Jours prêtables',
      ...LINE_FIGURES.filter((figure) => figure !== 'lent').map((figure) => FIGURE_WORDS[figure].label),
      'Réparations (centimes)',
    ]
    const rows = shares.map(({ key, figures }) => [
      names(given.division, key),
      String(figures.daysLent),
      figures.daysLendable === null ? '' : String(figures.daysLendable),
      ...LINE_FIGURES.filter((figure) => figure !== 'lent').map((figure) => String(figures.counts[figure])),
      figures.costCents === null ? '' : String(figures.costCents),
    ])
    return csv(c, 'statistiques-du-pret', [header, ...rows])
  })
  .get(routes.behind, may(policy.seeWork), async (c) => {
    const found = await asked(c)
    return page(
      c,
      <BehindPage
        view={viewOf(c)}
        inventory={found.inventory}
        asked={found.asked}
        page={pageNumber(c.req.query('page'))}
        {...behind(found)}
      />,
    )
  })
  .get(routes.behindCsv, may(policy.seeWork), async (c) => {
    const found = await asked(c)
    return csv(c, `prets-${FIGURE_WORDS[found.asked.figure].code}`, behindTable(behind(found)))
  })
