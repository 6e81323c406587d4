import { Hono } from 'hono'
import { addDays } from '../../../../kernel/day.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { decisionsAbout } from '../../data/decisions.store.ts'
import { recordAuthority, setAside } from '../../use-cases/offices/record-authority.ts'
import { agreementOf } from '../agreement-of.ts'
import { policy } from '../policy.ts'
import { authorityForm, buttonForm } from './offices.form.ts'
import { officePaths, officeRoutesOf as routes } from './offices.paths.ts'
import { authorityName, problemOfPaper } from './offices-wording.ts'
import { AuthorityAsidePage, AuthorityPage } from './pages/authority-page.tsx'
import { partyOf, peopleOf } from './party-of.ts'
import { problemOfScan, putScan, sendScan } from './scan.ts'

const authorityPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const party = partyOf(c, agreement)
  const decisions = await decisionsAbout(c.var.context.db, agreement.id, { withDrafts: false })
  return page(c, <AuthorityPage view={viewOf(c)} {...{ agreement, party, decisions, state }} />)
}

const asidePage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const act = await ownActOf(c)
  return page(c, <AuthorityAsidePage view={viewOf(c)} {...{ agreement, act, state }} />)
}

/** What gives each party the power to sign. AGR-16. */
export const authorityRoutes = new Hono<AppEnv>()
  .get(routes.newAuthority, may(policy.keepOffices), (c) => authorityPage(c, blankForm))
  .post(
    routes.newAuthority,
    may(policy.keepOffices),
    writes('authority.recorded'),
    form(authorityForm, authorityPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const party = partyOf(c, agreement)
      const { document, dernier_jour: lastDay, ...typed } = c.var.form
      const scan = await putScan(c, document)
      if (isRefusal(scan)) return c.var.again(problemOfScan(scan))
      const recorded = await recordAuthority(c.var.context, agreement.id, {
        ...{ party, kind: typed.nature, body: typed.organe, reference: typed.reference },
        ...{ decidedOn: typed.date, scope: typed.portee, from: typed.debut },
        ...{ until: lastDay && addDays(lastDay, 1), decision: typed.decision, document: scan },
      })
      if (isRefusal(recorded)) return c.var.again(problemOfPaper(recorded))
      const sentence = 'L’acte est joint à la convention. Les deux parties peuvent le lire.'
      return done(c, officePaths.people(c.var.network.base, agreement.id), sentence)
    },
  )
  .get(routes.authorityAside, may(policy.keepOffices), (c) => asidePage(c, blankForm))
  .post(
    routes.authorityAside,
    may(policy.keepOffices),
    writes('authority.set-aside'),
    form(buttonForm, asidePage),
    async (c) => {
      const { id } = await agreementOf(c)
      const act = await ownActOf(c)
      const aside = await setAside(c.var.context, id, act.id)
      if (isRefusal(aside)) return c.var.again(problemOfPaper(aside))
      const sentence = `${authorityName(act)} : mis de côté. L’acte reste lisible et ne compte plus.`
      return done(c, officePaths.people(c.var.network.base, id), sentence)
    },
  )
  .get(routes.authorityDocument, may(policy.read), async (c) => {
    const { authority } = await peopleOf(c, await agreementOf(c))
    return sendScan(c, authority.find(({ id }) => id === c.req.param('acte'))?.file ?? null)
  })

async function ownActOf(c: AppContext) {
  const { authority, kept } = await peopleOf(c, await agreementOf(c))
  return orNotFound(authority.find(({ id, party }) => id === c.req.param('acte') && kept.includes(party)))
}
