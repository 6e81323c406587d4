import { Hono } from 'hono'
import { isId } from '../../../kernel/id.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../platform/http/form.ts'
import { may } from '../../../platform/http/may.ts'
import { done } from '../../../platform/http/notice.ts'
import { page, viewOf } from '../../../platform/http/page.tsx'
import { pageNumber } from '../../../platform/http/page-number.ts'
import { NotFound, orNotFound } from '../../../platform/http/problems.ts'
import { writes } from '../../../platform/http/writes.ts'
import { formatDay } from '../../../ui/french.ts'
import { inactivePeople, networksLeftAlone, personWithin } from '../../identity/index.ts'
import { erasureOfRequest } from '../data/erasures.store.ts'
import { answeredRequests, findRequest, openRequests } from '../data/requests.store.ts'
import { lastRuns } from '../data/retention-runs.store.ts'
import { eraseOnRequest, fateOf } from '../use-cases/erase-person.ts'
import { answerRequest, extendRequest } from '../use-cases/handle-request.ts'
import { readPersonalData } from '../use-cases/read-personal-data.ts'
import { jsonFile } from './own.routes.tsx'
import { DeskPage } from './pages/desk-page.tsx'
import { DeskRequestPage } from './pages/desk-request-page.tsx'
import { ErasurePage } from './pages/erasure-page.tsx'
import { RetentionPage } from './pages/retention-page.tsx'
import type { PrivacyParts } from './parts.ts'
import { paths, routes } from './paths.ts'
import { personalDataFile } from './personal-data-file.ts'
import { policy } from './policy.ts'
import { answerForm, erasureForm, extensionForm } from './privacy.form.ts'
import { problemOfRefusal } from './wording.ts'

const requestPage: FormPage = async (c, state) => {
  const { db, network } = c.var.context
  const request = await requestOf(c)
  const account = request.personId ? await personWithin(db, network.id, request.personId) : null
  const erasure = await erasureOfRequest(db, network.id, request.id)
  const mayAnswer = policy.answerRequests.reach(c.var.actor, network.id).kind === 'all'
  return page(
    c,
    <DeskRequestPage
      view={viewOf(c)}
      state={state}
      request={request}
      account={account}
      erasure={erasure}
      mayAnswer={mayAnswer}
    />,
  )
}

/** Where requests are answered, and what retention did. */
export function deskRoutes({ personalData, retentionRules }: PrivacyParts) {
  const erasurePage: FormPage = async (c, state) => {
    const { db, today } = c.var.context
    const { request, person } = await personToErase(c)
    const fate = await fateOf(db, personalData, person)
    const alone = await networksLeftAlone(db, person.id, today)
    return page(c, <ErasurePage view={viewOf(c)} state={state} request={request} fate={fate} alone={alone} />)
  }
  return new Hono<AppEnv>()
    .get(routes.desk, may(policy.readRequests), async (c) => {
      const { db, reach } = c.var.context
      const number = pageNumber(c.req.query('page'))
      const open = await openRequests(db, reach)
      const { requests, total } = await answeredRequests(db, reach, number)
      return page(
        c,
        <DeskPage view={viewOf(c)} open={open} answered={requests} total={total} page={number} />,
      )
    })
    .get(routes.retention, may(policy.readRequests), async (c) => {
      const { db, today } = c.var.context
      const runs = await lastRuns(db)
      const over = (await inactivePeople(db, today)).filter(({ warnedOn }) => warnedOn)
      const alone = await Promise.all(over.map(({ id }) => networksLeftAlone(db, id, today)))
      const keptAccounts = alone.filter((networks) => networks.length > 0).length
      return page(
        c,
        <RetentionPage view={viewOf(c)} rules={retentionRules} runs={runs} keptAccounts={keptAccounts} />,
      )
    })
    .get(routes.deskRequest, may(policy.readRequests), (c) => requestPage(c, blankForm))
    .post(
      routes.extension,
      may(policy.answerRequests),
      writes('request.extended'),
      form(extensionForm, requestPage),
      async (c) => {
        const { id } = await requestOf(c)
        const due = await extendRequest(c.var.context, id, c.var.form.motif)
        if (isRefusal(due)) return c.var.again(problemOfRefusal(due))
        const sentence = `Le délai court jusqu’au ${formatDay(due)}. La personne en est prévenue par courriel.`
        return done(c, paths.deskRequest(c.var.network.base, id), sentence)
      },
    )
    .post(
      routes.answer,
      may(policy.answerRequests),
      writes('request.answered'),
      form(answerForm, requestPage),
      async (c) => {
        const { id } = await requestOf(c)
        const { suite, reponse } = c.var.form
        const answered = await answerRequest(c.var.context, id, { outcome: suite, text: reponse })
        if (isRefusal(answered)) return c.var.again(problemOfRefusal(answered))
        return done(
          c,
          paths.deskRequest(c.var.network.base, id),
          'La réponse est enregistrée. La personne la reçoit par courriel.',
        )
      },
    )
    .get(routes.export, may(policy.answerRequests), async (c) => {
      const { context, network } = c.var
      const { person } = await personOfRequest(c)
      const parts = await readPersonalData(context, personalData, person, network.id, 'file')
      return jsonFile(c, JSON.stringify(personalDataFile(parts, context.now), null, 2))
    })
    .get(routes.erasure, may(policy.answerRequests), (c) => erasurePage(c, blankForm))
    .post(
      routes.erasure,
      may(policy.answerRequests),
      writes('person.erased'),
      form(erasureForm, erasurePage),
      async (c) => {
        const { id } = await requestOf(c)
        const erased = await eraseOnRequest(c.var.context, personalData, id)
        if (isRefusal(erased)) return c.var.again(problemOfRefusal(erased))
        return done(
          c,
          paths.deskRequest(c.var.network.base, id),
          'Les données sont effacées. La personne reçoit son attestation par courriel.',
        )
      },
    )
}

async function requestOf(c: AppContext) {
  const id = c.req.param('id') ?? ''
  if (!isId<'request'>(id)) throw new NotFound()
  return orNotFound(await findRequest(c.var.context.db, c.var.context.reach, id))
}

/** The account of a confirmed request, as long as it has a name and belongs, or belonged, to this network. */
async function personOfRequest(c: AppContext) {
  const { db, network } = c.var.context
  const request = await requestOf(c)
  const found = request.verifiedAt && request.personId
  const person = orNotFound(found ? await personWithin(db, network.id, found) : null)
  if (person.anonymisedAt) throw new NotFound()
  return { request, person: { id: person.id, email: person.email } }
}

async function personToErase(c: AppContext) {
  const found = await personOfRequest(c)
  if (found.request.kind !== 'erasure' || found.request.answeredAt) throw new NotFound()
  return found
}
