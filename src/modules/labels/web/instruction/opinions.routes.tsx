import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { peopleNames } from '../../../identity/index.ts'
import { type OpinionId, opinionsAskedOf, opinionsOn } from '../../data/instruction/opinions.store.ts'
import { askOpinion, expertsFor, revokeQuestion } from '../../use-cases/instruction/ask-opinion.ts'
import { giveOpinion, openForExpert } from '../../use-cases/instruction/give-opinion.ts'
import { initiativeTitles } from '../applications/application-at.ts'
import { policy } from '../policy.ts'
import { applicationOf, fileAt, sendFile } from './file-at.ts'
import { givenForm, opinionForm, reasonForm } from './instruction.form.ts'
import { instructionPaths as paths, instructionRoutesOf as routes } from './instruction.paths.ts'
import { problemOfInstruction } from './instruction-wording.ts'
import { ExpertListPage, ExpertPage } from './pages/expert-pages.tsx'
import { OpinionsPage } from './pages/opinions-page.tsx'

const opinionsPage: FormPage = async (c, state) => {
  const about = await fileAt(c)
  const { context } = c.var
  const opinions = await opinionsOn(context.db, about.file.id)
  const experts = about.mayAct ? await expertsFor(context, about.file) : []
  const people = await peopleNames(
    context.db,
    opinions.map(({ personId }) => personId),
  )
  return page(c, <OpinionsPage {...{ about, opinions, experts, people, state }} />)
}

const expertPage: FormPage = async (c, state) => {
  const opened = orNotFound(await openForExpert(c.var.context, opinionOf(c)))
  const initiatives = await initiativeTitles(c, opened)
  return page(c, <ExpertPage view={viewOf(c)} {...{ opened, initiatives, state }} />)
}

/** Experts: what they are asked by those who instruct, what opens to them, what they answer. LAB-12, LAB-55. */
export const opinionRoutes = new Hono<AppEnv>()
  .get(routes.opinions, may(policy.seeInstruction), (c) => opinionsPage(c, blankForm))
  .post(
    routes.opinions,
    may(policy.instruct),
    writes('opinion.asked'),
    form(opinionForm, opinionsPage),
    async (c) => {
      const { expert: personId, question, criteres, date: dueOn, lecture } = c.var.form
      const { file } = await fileAt(c)
      const codes = file.criteria.map(({ code }) => code).filter((code) => criteres.includes(code))
      const isShared = lecture === 'partage'
      const wish = { personId, question, codes, dueOn, isShared }
      if (codes.length === 0)
        return c.var.again({ field: 'criteres', message: 'Choisissez des critères de ce dossier.' })
      const asked = orNotFound(await askOpinion(c.var.context, file.id, wish))
      if (isRefusal(asked)) return c.var.again(problemOfInstruction(asked))
      const sentence =
        'La question est posée. L’expert en est prévenu par courriel, et ne lira que ces critères.'
      return done(c, paths.of(c.var.network.base, file.id, 'avis'), sentence)
    },
  )
  .post(
    routes.revocation,
    may(policy.instruct),
    writes('opinion.revoked'),
    form(reasonForm, opinionsPage),
    async (c) => {
      const id = applicationOf(c)
      const wish = { opinion: opinionOf(c), reason: c.var.form.motif }
      const revoked = orNotFound(await revokeQuestion(c.var.context, id, wish))
      if (isRefusal(revoked)) return c.var.again(problemOfInstruction(revoked))
      const sentence = 'La question est retirée. Le dossier ne s’ouvre plus à cet expert, qui en est prévenu.'
      return done(c, paths.of(c.var.network.base, id, 'avis'), sentence)
    },
  )
  .get(routes.expertList, may(policy.giveOpinion), async (c) => {
    const { actor, db, network } = c.var.context
    const person = orNotFound(personOf(actor))
    const opinions = await opinionsAskedOf(db, network.id, person.personId)
    return page(c, <ExpertListPage view={viewOf(c)} opinions={opinions} />)
  })
  .get(routes.expertOne, may(policy.giveOpinion), (c) => expertPage(c, blankForm))
  .post(
    routes.expertOne,
    may(policy.giveOpinion),
    writes('opinion.given'),
    form(givenForm, expertPage),
    async (c) => {
      const { avis: verdict, texte: body } = c.var.form
      const given = orNotFound(await giveOpinion(c.var.context, opinionOf(c), { verdict, body }))
      if (isRefusal(given)) return c.var.again(problemOfInstruction(given))
      return done(
        c,
        paths.expertList(c.var.network.base),
        'Votre avis est rendu. L’instructeur en est prévenu par courriel.',
      )
    },
  )
  .get(routes.expertDocument, may(policy.giveOpinion), async (c) => {
    const { proofs, completed } = orNotFound(await openForExpert(c.var.context, opinionOf(c)))
    return sendFile(c, [...proofs.map(({ proof }) => proof.fileId), ...completed.map(({ fileId }) => fileId)])
  })

function opinionOf(c: AppContext): OpinionId {
  const id = c.req.param('avis') ?? ''
  return orNotFound(isId<'opinion'>(id) ? id : null)
}
