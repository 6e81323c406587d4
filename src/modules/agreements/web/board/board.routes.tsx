import { Hono } from 'hono'
import { addYears } from '../../../../kernel/day.ts'
import { csvOf } from '../../../../platform/csv.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { formatDay } from '../../../../ui/french.ts'
import { type BoardFilter, type BoardLine, boardLines, boardPage } from '../../data/agenda.queries.ts'
import { callsToSign } from '../../use-cases/signing/calls-to-sign.ts'
import { routes as memberRoutes } from '../paths.ts'
import { policy } from '../policy.ts'
import { callsGroup } from '../signing/calls-group.ts'
import { calendarTitles, groupTitles } from './agenda-wording.ts'
import { boardRoutePaths as routes } from './board.paths.ts'
import { askedIn, filterOf } from './board-filter.ts'
import { toldLines } from './board-lines.ts'
import { BoardPage } from './pages/board-page.tsx'
import { RenewalsPage } from './pages/renewals-page.tsx'
import { TodayPage } from './pages/today-page.tsx'

/** Beyond, one narrows the filters: a table of more lines serves nobody. */
const MOST_EXPORTED = 10_000

const HEADER = [
  'date',
  'groupe',
  'echeance',
  'convention',
  'partenaire',
  'a_faire_par',
  'article',
  'phrase',
  'termes_manques',
]

/** What the agreements ask for: the first page of the day, the board, its file. */
export const boardRoutes = new Hono<AppEnv>()
  .get(memberRoutes.today, may(policy.today), async (c) => {
    const { db, today, now } = c.var.context
    const maySeeBoard = opensTo(c.var, policy.read)
    const reach = policy.read.reach(c.var.actor, c.var.network.id)
    const found = await boardPage(db, reach, { until: addYears(today, 1) }, { today, now, page: 1 })
    return page(
      c,
      <TodayPage
        view={viewOf(c)}
        {...found}
        lines={await told(c, found.lines)}
        toSign={callsGroup(c.var.network.base, await callsToSign(c.var.context))}
        maySeeBoard={maySeeBoard}
      />,
    )
  })
  .get(routes.board, may(policy.read), async (c) => {
    const { db, reach, today, now } = c.var.context
    const asked = askedIn(c)
    const number = pageNumber(c.req.query('page'))
    const found = await boardPage(db, reach, filterOf(asked, today), { today, now, page: number })
    return page(
      c,
      <BoardPage
        view={viewOf(c)}
        asked={asked}
        page={number}
        found={{ ...found, lines: await told(c, found.lines) }}
      />,
    )
  })
  .get(routes.renewals, may(policy.read), async (c) => {
    const { db, reach, today, now } = c.var.context
    const number = pageNumber(c.req.query('page'))
    const q = c.req.query('q')?.trim().slice(0, 200) ?? ''
    const asked = { kinds: ['period_end', 'agreement_end'], q, until: addYears(today, 1) } as const
    const { lines, total } = await boardPage(db, reach, asked, { today, now, page: number })
    return page(
      c,
      <RenewalsPage
        view={viewOf(c)}
        {...{ lines, total, q }}
        page={number}
        mayManage={opensTo(c.var, policy.manage)}
      />,
    )
  })
  .get(routes.boardCsv, may(policy.read), async (c) => {
    const { network, today } = c.var.context
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', `attachment; filename="echeances-${network.slug}-${today}.csv"`)
    return c.body(await boardCsv(c, filterOf(askedIn(c), today)))
  })

/** The same lines as the board, with the same filters. STK-84. */
async function boardCsv(c: AppContext, asked: BoardFilter): Promise<string> {
  const { db, reach, today, now } = c.var.context
  const lines = await told(c, await boardLines(db, reach, asked, { today, now, limit: MOST_EXPORTED }))
  const rows = lines.map((line) => [
    formatDay(line.day),
    groupTitles[line.group],
    calendarTitles[line.kind],
    line.agreement.reference,
    line.agreement.partner.name,
    line.owner,
    line.article ?? '',
    line.sentence,
    line.urgency === 'late' ? String(line.missed) : '',
  ])
  return csvOf(HEADER, rows)
}

function told(c: AppContext, lines: readonly BoardLine[]) {
  const { db, today, network } = c.var.context
  return toldLines(db, network, lines, { today, mayManage: opensTo(c.var, policy.manage) })
}
