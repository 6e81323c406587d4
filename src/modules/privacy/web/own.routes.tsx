import { Hono } from 'hono'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../platform/http/form.ts'
import { may } from '../../../platform/http/may.ts'
import { done } from '../../../platform/http/notice.ts'
import { page, viewOf } from '../../../platform/http/page.tsx'
import { orNotFound } from '../../../platform/http/problems.ts'
import { writes } from '../../../platform/http/writes.ts'
import { personOf } from '../../../platform/session/actor.ts'
import { findPerson, standingsOf } from '../../identity/index.ts'
import { choicesOf, consentHistory } from '../data/consents.store.ts'
import { requestsOf } from '../data/requests.store.ts'
import { ACCOUNT_FIELDS } from '../domain/consent.ts'
import { changeConsents } from '../use-cases/change-consents.ts'
import { fileRequest } from '../use-cases/file-request.ts'
import { readPersonalData } from '../use-cases/read-personal-data.ts'
import { OwnDataPage, OwnRequestPage } from './pages/own-data-page.tsx'
import { type OwnFields, SharingPage } from './pages/sharing-page.tsx'
import type { PrivacyParts } from './parts.ts'
import { paths, routes } from './paths.ts'
import { personalDataFile } from './personal-data-file.ts'
import { policy } from './policy.ts'
import { ownRequestForm, sharingForm } from './privacy.form.ts'
import { consentWording, problemOfRefusal } from './wording.ts'

const ownRequestPage: FormPage = (c, state) => page(c, <OwnRequestPage view={viewOf(c)} state={state} />)

const sharingPage: FormPage = async (c, state) => {
  const { db, network, today } = c.var.context
  const person = await ownPerson(c)
  const standings = await standingsOf(db, person.id, today)
  const here = standings.filter(({ networkId }) => networkId === network.id)
  const [first] = here
  const own: OwnFields | null = first
    ? {
        name: person.name ?? '',
        job_title: first.jobTitle,
        organisation: first.organisationName ?? '',
        email: person.email,
        phone: person.phone,
        isFacilitator: here.some(({ role }) => role === 'facilitator'),
      }
    : null
  const others = standings
    .filter(({ networkId }, index) => networkId !== network.id && firstOf(standings, networkId) === index)
    .map((one) => ({ name: one.networkName, href: paths.sharing(one.isDefault ? '' : `/n/${one.slug}`) }))
  const history = await consentHistory(db, person.id, network.id)
  return page(c, <SharingPage view={viewOf(c)} state={state} own={own} history={history} others={others} />)
}

/** What is a person's own: their data, their requests, what they show. */
export function ownPrivacyRoutes({ personalData }: PrivacyParts) {
  return new Hono<AppEnv>()
    .get(routes.ownData, may(policy.ownData), async (c) => {
      const { context, network } = c.var
      const person = await ownPerson(c)
      const parts = await readPersonalData(context, personalData, person, null, 'page')
      const requests = await requestsOf(context.db, network.id, person.id)
      return page(c, <OwnDataPage view={viewOf(c)} parts={parts} requests={requests} />)
    })
    .get(routes.ownDataFile, may(policy.ownData), async (c) => {
      const { context } = c.var
      const parts = await readPersonalData(context, personalData, await ownPerson(c), null, 'file')
      return jsonFile(c, JSON.stringify(personalDataFile(parts, context.now), null, 2))
    })
    .get(routes.ownRequest, may(policy.ownData), (c) => ownRequestPage(c, blankForm))
    .post(
      routes.ownRequest,
      may(policy.ownData),
      writes('request.filed'),
      form(ownRequestForm, ownRequestPage),
      async (c) => {
        const { id, name, email } = await ownPerson(c)
        const { nature, message } = c.var.form
        const filed = await fileRequest(c.var.context, c.var.services.config, {
          kind: nature,
          name: name ?? '',
          email,
          message,
          personId: id,
        })
        if (isRefusal(filed)) return c.var.again(problemOfRefusal(filed))
        const sentence = `Votre demande est reçue : ${c.var.network.headName} vous répond en un mois au plus.`
        return done(c, paths.ownData(c.var.network.base), sentence)
      },
    )
    .get(routes.sharing, may(policy.ownData), async (c) => {
      const { db, network } = c.var.context
      const choices = await choicesOf(db, (await ownPerson(c)).id, network.id)
      return sharingPage(c, { values: choices, problems: [] })
    })
    .post(
      routes.sharing,
      may(policy.ownData),
      writes('consents.reviewed'),
      form(sharingForm, sharingPage),
      async (c) => {
        const { context, network, form: chosen } = c.var
        const { id } = await ownPerson(c)
        const changed = await changeConsents(
          context,
          id,
          chosen,
          (field, audience) => consentWording(field, audience, network.name),
          ACCOUNT_FIELDS,
        )
        const sentence =
          changed === 0
            ? 'Rien n’a changé.'
            : 'Vos choix sont enregistrés : les pages en tiennent déjà compte.'
        return done(c, paths.sharing(network.base), sentence)
      },
    )
}

/** A file for the person alone: no cache keeps it. */
export function jsonFile(c: AppContext, text: string): Response {
  c.header('content-disposition', 'attachment; filename="donnees-personnelles.json"')
  c.header('cache-control', 'no-store')
  return c.body(text, 200, { 'content-type': 'application/json; charset=utf-8' })
}

async function ownPerson(c: AppContext) {
  return orNotFound(await findPerson(c.var.context.db, orNotFound(personOf(c.var.actor)).personId))
}

function firstOf(standings: readonly { networkId: string }[], network: string): number {
  return standings.findIndex(({ networkId }) => networkId === network)
}
