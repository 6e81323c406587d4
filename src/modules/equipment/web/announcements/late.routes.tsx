import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { formatDay } from '../../../../ui/french.ts'
import { lateLoans } from '../../use-cases/telling/late-loans.ts'
import { noticeFacts } from '../../use-cases/telling/notice-facts.ts'
import { withBorrowers } from '../managing/named.ts'
import { appointmentText } from '../moment-wording.ts'
import { policy } from '../policy.ts'
import { workOnLine, workplace } from '../workplace.ts'
import { lateRoutesOf as routes } from './late.paths.ts'
import { noticeText } from './late-wording.ts'
import { LatePage } from './pages/late-page.tsx'
import { NoticePage } from './pages/notice-page.tsx'
import { deskWords } from './told-wording.ts'

/** What is late in an inventory, and the letter a person may send about it. EQP-1103. */
export const lateRoutes = new Hono<AppEnv>()
  .get(routes.late, may(policy.seeWork), async (c) => {
    const { inventory, context } = await workplace(c, 'read')
    const loans = await withBorrowers(context.db, await lateLoans(context, inventory.id))
    return page(c, <LatePage view={viewOf(c)} inventory={inventory} loans={loans} />)
  })
  .get(routes.notice, may(policy.seeWork), async (c) => {
    const { inventory, context, line } = await workOnLine(c, 'decide')
    const facts = orNotFound(await noticeFacts(context, inventory, line.id))
    const text = noticeText({
      ...facts,
      desk: deskWords(facts.desk),
      pickup: appointmentText(facts.pickupAt, facts.zone),
      due: appointmentText(facts.dueAt, facts.zone),
      reminded: facts.remindedOn.map((day) => formatDay(day)),
    })
    return page(
      c,
      <NoticePage view={viewOf(c)} inventory={inventory} paragraphs={text} agreement={line.agreementId} />,
    )
  })
