import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { formatDay } from '../../../../ui/french.ts'
import { closeLink, declareLink } from '../../use-cases/offices/declare-link.ts'
import { closeOffice, keepOffice } from '../../use-cases/offices/keep-office.ts'
import { agreementOf } from '../agreement-of.ts'
import { policy } from '../policy.ts'
import { endForm, linkForm, officeForm } from './offices.form.ts'
import { officePaths, officeRoutesOf as routes } from './offices.paths.ts'
import { problemOfPaper } from './offices-wording.ts'
import { EndPage } from './pages/end-page.tsx'
import { LinkPage } from './pages/link-page.tsx'
import { OfficePage } from './pages/office-page.tsx'
import { PeoplePage } from './pages/people-page.tsx'
import { partyOf, peopleOf } from './party-of.ts'

const officePage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const party = partyOf(c, agreement)
  const { holders } = await peopleOf(c, agreement)
  const values = { ...c.req.query(), ...state.values }
  const shown = { view: viewOf(c), agreement, party, state: { ...state, values } }
  return page(c, <OfficePage {...shown} holders={holders} />)
}

const officeEndPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const holder = await holderOf(c)
  const action = officePaths.officeEnd(c.var.network.base, agreement.id, holder.id)
  const who = `${holder.name}, ${holder.title}`
  return page(c, <EndPage view={viewOf(c)} {...{ agreement, action, who, state }} from={holder.from} />)
}

const linkPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const party = partyOf(c, agreement)
  return page(c, <LinkPage view={viewOf(c)} {...{ agreement, party, state }} />)
}

const linkEndPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const link = await linkOf(c)
  const action = officePaths.linkEnd(c.var.network.base, agreement.id, link.id)
  const who = `${link.name}, ${link.role} (${link.body})`
  return page(c, <EndPage view={viewOf(c)} {...{ agreement, action, who, state }} from={link.from} />)
}

/** Who speaks, signs and answers for each party; and who also sits elsewhere. AGR-15. */
export const officeRoutes = new Hono<AppEnv>()
  .get(routes.people, may(policy.read), async (c) => {
    const agreement = await agreementOf(c)
    const people = await peopleOf(c, agreement)
    return page(c, <PeoplePage view={viewOf(c)} agreement={agreement} people={people} />)
  })
  .get(routes.newOffice, may(policy.keepOffices), (c) => officePage(c, blankForm))
  .post(
    routes.newOffice,
    may(policy.keepOffices),
    writes('office.recorded'),
    form(officeForm, officePage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { fonction, nom, qualite, courriel, telephone, debut, remplace } = c.var.form
      const kept = await keepOffice(c.var.context, agreement.id, {
        ...{ party: partyOf(c, agreement), office: fonction, name: nom, title: qualite },
        ...{ email: courriel, phone: telephone, from: debut, replaces: remplace },
      })
      if (isRefusal(kept)) return c.var.again(problemOfPaper(kept))
      return done(
        c,
        officePaths.people(c.var.network.base, agreement.id),
        `${nom} est en fonction à partir du ${formatDay(debut)}. L’autre partie le voit sur la convention.`,
      )
    },
  )
  .get(routes.officeEnd, may(policy.keepOffices), (c) => officeEndPage(c, blankForm))
  .post(
    routes.officeEnd,
    may(policy.keepOffices),
    writes('office.ended'),
    form(endForm, officeEndPage),
    async (c) => {
      const { id } = await agreementOf(c)
      const holder = await holderOf(c)
      const ended = await closeOffice(c.var.context, id, holder.id, c.var.form.dernier_jour)
      if (isRefusal(ended)) return c.var.again(problemOfPaper(ended))
      const last = formatDay(c.var.form.dernier_jour)
      const sentence = `La fonction de ${holder.name} s’achève le ${last}. Son nom reste dans l’historique.`
      return done(c, officePaths.people(c.var.network.base, id), sentence)
    },
  )
  .get(routes.newLink, may(policy.keepOffices), (c) => linkPage(c, blankForm))
  .post(
    routes.newLink,
    may(policy.keepOffices),
    writes('linked-office.declared'),
    form(linkForm, linkPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { nom, fonction, instance, role, mesure, debut } = c.var.form
      const link = await declareLink(c.var.context, agreement.id, {
        ...{ party: partyOf(c, agreement), name: nom, office: fonction },
        ...{ body: instance, role, measure: mesure, from: debut },
      })
      if (isRefusal(link)) return c.var.again(problemOfPaper(link))
      const sentence = 'La double fonction est déclarée. Les deux parties la voient sur la convention.'
      return done(c, officePaths.people(c.var.network.base, agreement.id), sentence)
    },
  )
  .get(routes.linkEnd, may(policy.keepOffices), (c) => linkEndPage(c, blankForm))
  .post(
    routes.linkEnd,
    may(policy.keepOffices),
    writes('linked-office.ended'),
    form(endForm, linkEndPage),
    async (c) => {
      const { id } = await agreementOf(c)
      const link = await linkOf(c)
      const ended = await closeLink(c.var.context, id, link.id, c.var.form.dernier_jour)
      if (isRefusal(ended)) return c.var.again(problemOfPaper(ended))
      const sentence = `La double fonction de ${link.name} s’achève le ${formatDay(c.var.form.dernier_jour)}.`
      return done(c, officePaths.people(c.var.network.base, id), sentence)
    },
  )

/** One's own side alone: the other party's people are not one's to end. */
async function holderOf(c: AppContext) {
  const { holders, kept } = await peopleOf(c, await agreementOf(c))
  const asked = c.req.param('fonction')
  return orNotFound(holders.find(({ id, party }) => id === asked && kept.includes(party)))
}

async function linkOf(c: AppContext) {
  const { links, kept } = await peopleOf(c, await agreementOf(c))
  return orNotFound(links.find(({ id, party }) => id === c.req.param('lien') && kept.includes(party)))
}
