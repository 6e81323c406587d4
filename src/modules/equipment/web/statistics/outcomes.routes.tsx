import { Hono } from 'hono'
import { dayOf } from '../../../../kernel/instant.ts'
import { csvOf } from '../../../../platform/csv.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { outcomesIn, returnsIn } from '../../data/borrowing/outcomes.queries.ts'
import { outcomeSums } from '../../domain/telling/outcome-sums.ts'
import { PUBLIC_KINDS, SESSION_KINDS } from '../borrowing/telling.form.ts'
import { withBorrowers } from '../managing/named.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { askedIn } from './asked.ts'
import { OutcomesPage } from './pages/outcomes-page.tsx'
import { statisticsRoutePaths as routes } from './statistics.paths.ts'

async function told(c: AppContext) {
  const { inventory, context } = await workplace(c, 'read')
  const asked = askedIn(c, dayOf(context.now, inventory.timeZone))
  const found = await outcomesIn(context.db, inventory.id, asked.period)
  return { inventory, context, asked, outcomes: await withBorrowers(context.db, found) }
}

/** What the borrowers tell, for those who lend. EQP-1401. */
export const outcomesRoutes = new Hono<AppEnv>()
  .get(routes.outcomes, may(policy.seeWork), async (c) => {
    const { inventory, context, asked, outcomes } = await told(c)
    return page(
      c,
      <OutcomesPage
        view={viewOf(c)}
        inventory={inventory}
        asked={asked}
        outcomes={outcomes}
        returned={await returnsIn(context.db, inventory.id, asked.period)}
        sums={outcomeSums(outcomes, { sessions: SESSION_KINDS, people: PUBLIC_KINDS })}
      />,
    )
  })
  .get(routes.outcomesCsv, may(policy.seeWork), async (c) => {
    const { outcomes } = await told(c)
    const header = [
      ...['pret', 'emprunteur', 'materiel', 'fin_du_pret', 'raconte_le', 'nature'],
      ...SESSION_KINDS.map((kind) => `seances_${kind}`),
      ...PUBLIC_KINDS.map((kind) => `public_${kind}`),
      ...['lieux', 'appreciation', 'remarque'],
    ]
    const rows = outcomes.map((one) => [
      ...[one.lineId, one.borrower, one.thing, one.day, one.toldOn, one.actionKind],
      ...SESSION_KINDS.map((kind) => String(one.sessions[kind] ?? 0)),
      ...PUBLIC_KINDS.map((kind) => String(one.people[kind] ?? 0)),
      ...[one.places, one.appreciation === null ? '' : String(one.appreciation), one.comment],
    ])
    c.header('content-disposition', 'attachment; filename="bilans-de-pret.csv"')
    return c.body(csvOf(header, rows), 200, { 'content-type': 'text/csv; charset=utf-8' })
  })
