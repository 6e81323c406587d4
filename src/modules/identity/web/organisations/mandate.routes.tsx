import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import { type DocumentRefusal, findFile, readDocument } from '../../../../platform/files/kept-files.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { formatDay } from '../../../../ui/french.ts'
import { delegationsOf, type StoredDelegation } from '../../data/organisations/delegations.store.ts'
import { mandatesOf, type StoredMandate } from '../../data/organisations/mandates.store.ts'
import { peopleOf } from '../../data/organisations/organisation-people.queries.ts'
import { sameAs } from '../../data/organisations/organisations.store.ts'
import { closeDelegation, setDelegationAside } from '../../use-cases/organisations/end-delegation.ts'
import { closeMandate, setMandateAside } from '../../use-cases/organisations/end-mandate.ts'
import { recordDelegation } from '../../use-cases/organisations/record-delegation.ts'
import { type PutDocument, recordMandate } from '../../use-cases/organisations/record-mandate.ts'
import { policy } from '../policy.ts'
import { delegationForm, endForm, mandateForm, powerOf } from './mandate.form.ts'
import { problemOfPower } from './mandate-wording.ts'
import { buttonForm } from './organisation.form.ts'
import { organisationOf } from './organisation-of.ts'
import { paths, routes } from './organisation-paths.ts'
import { DelegationPage } from './pages/delegation-page.tsx'
import { MandateEndPage } from './pages/mandate-end-page.tsx'
import { MandatePage } from './pages/mandate-page.tsx'

const mandatePage: FormPage = async (c, state) => {
  const organisation = await organisationOf(c)
  return page(
    c,
    <MandatePage view={viewOf(c)} organisation={organisation} people={await peopleHere(c)} state={state} />,
  )
}

const delegationPage: FormPage = async (c, state) => {
  const organisation = await organisationOf(c)
  const mandate = await mandateOf(c)
  return page(
    c,
    <DelegationPage
      view={viewOf(c)}
      organisation={organisation}
      mandate={mandate}
      people={await peopleHere(c)}
      state={state}
    />,
  )
}

const mandateEndPage: FormPage = async (c, state) => {
  const organisation = await organisationOf(c)
  const power = await mandateOf(c)
  const action = paths.mandate(c.var.network.base, organisation.id, power.id, 'fin')
  const props = { view: viewOf(c), organisation, power, action, state }
  return page(c, <MandateEndPage {...props} what="mandat" />)
}

const delegationEndPage: FormPage = async (c, state) => {
  const organisation = await organisationOf(c)
  const power = await delegationOf(c)
  const action = paths.delegation(c.var.network.base, organisation.id, power.id, 'fin')
  const props = { view: viewOf(c), organisation, power, action, state }
  return page(c, <MandateEndPage {...props} what="délégation" />)
}

/** Who represents an organisation, and who signs in their place. Nothing is edited: it ends, or is put aside. */
export const mandateRoutes = new Hono<AppEnv>()
  .get(routes.newMandate, may(policy.keepOrganisation), (c) => mandatePage(c, blankForm))
  .post(
    routes.newMandate,
    may(policy.keepOrganisation),
    writes('mandate.recorded'),
    form(mandateForm, mandatePage),
    async (c) => {
      const { id } = await organisationOf(c)
      const document = await putDocument(c, c.var.form.document)
      if (isRefusal(document)) return c.var.again(problemOfPower(document))
      const recorded = await recordMandate(c.var.context, id, {
        ...powerOf(c.var.form),
        isLegalRepresentative: c.var.form.representant_legal === 'oui',
        actKind: c.var.form.nature_acte,
        document,
      })
      if (isRefusal(recorded)) return c.var.again(problemOfPower(recorded))
      const rivals = recorded.alsoRepresenting.join(' et ')
      const warning = rivals
        ? ` Attention : ${rivals} est aussi représentant légal aux mêmes dates. Si son mandat est fini, enregistrez sa fin.`
        : ' Les signatures peuvent maintenant le citer.'
      return done(c, paths.organisation(c.var.network.base, id), `Le mandat est enregistré.${warning}`)
    },
  )
  .get(routes.mandateEnd, may(policy.keepOrganisation), (c) => mandateEndPage(c, blankForm))
  .post(
    routes.mandateEnd,
    may(policy.keepOrganisation),
    writes('mandate.ended'),
    form(endForm, mandateEndPage),
    async (c) => {
      const { id } = await organisationOf(c)
      const mandate = await mandateOf(c)
      const { dernier_jour: lastDay } = c.var.form
      const ended = await closeMandate(c.var.context, id, mandate.id, lastDay)
      if (isRefusal(ended)) return c.var.again(problemOfPower(ended))
      const sentence = `Le mandat de ${mandate.holderName} s’achève le ${formatDay(lastDay)}.`
      return done(c, paths.organisation(c.var.network.base, id), sentence)
    },
  )
  .post(
    routes.mandateWithdrawal,
    may(policy.keepOrganisation),
    writes('mandate.withdrawn'),
    form(buttonForm, mandateEndPage),
    async (c) => {
      const { id } = await organisationOf(c)
      const mandate = await mandateOf(c)
      const withdrawn = await setMandateAside(c.var.context, id, mandate.id)
      if (isRefusal(withdrawn)) return c.var.again(problemOfPower(withdrawn))
      const sentence = `Le mandat de ${mandate.holderName} est mis de côté : il reste lisible et n’est plus proposé.`
      return done(c, paths.organisation(c.var.network.base, id), sentence)
    },
  )
  .get(routes.mandateDocument, may(policy.readOrganisations), async (c) =>
    sendDocument(c, (await mandateOf(c)).documentId),
  )
  .get(routes.newDelegation, may(policy.keepOrganisation), (c) => delegationPage(c, blankForm))
  .post(
    routes.newDelegation,
    may(policy.keepOrganisation),
    writes('delegation.recorded'),
    form(delegationForm, delegationPage),
    async (c) => {
      const { id } = await organisationOf(c)
      const mandate = await mandateOf(c)
      const document = await putDocument(c, c.var.form.document)
      if (isRefusal(document)) return c.var.again(problemOfPower(document))
      const recorded = await recordDelegation(c.var.context, id, mandate.id, {
        ...powerOf(c.var.form),
        subjects: c.var.form.objets,
        document,
      })
      if (isRefusal(recorded)) return c.var.again(problemOfPower(recorded))
      const sentence = 'La délégation est enregistrée. Les signatures peuvent maintenant la citer.'
      return done(c, paths.organisation(c.var.network.base, id), sentence)
    },
  )
  .get(routes.delegationEnd, may(policy.keepOrganisation), (c) => delegationEndPage(c, blankForm))
  .post(
    routes.delegationEnd,
    may(policy.keepOrganisation),
    writes('delegation.ended'),
    form(endForm, delegationEndPage),
    async (c) => {
      const { id } = await organisationOf(c)
      const delegation = await delegationOf(c)
      const { dernier_jour: lastDay } = c.var.form
      const ended = await closeDelegation(c.var.context, id, delegation.id, lastDay)
      if (isRefusal(ended)) return c.var.again(problemOfPower(ended))
      const sentence = `La délégation de ${delegation.holderName} s’achève le ${formatDay(lastDay)}.`
      return done(c, paths.organisation(c.var.network.base, id), sentence)
    },
  )
  .post(
    routes.delegationWithdrawal,
    may(policy.keepOrganisation),
    writes('delegation.withdrawn'),
    form(buttonForm, delegationEndPage),
    async (c) => {
      const { id } = await organisationOf(c)
      const delegation = await delegationOf(c)
      const withdrawn = await setDelegationAside(c.var.context, id, delegation.id)
      if (isRefusal(withdrawn)) return c.var.again(problemOfPower(withdrawn))
      const sentence = `La délégation de ${delegation.holderName} est mise de côté : elle reste lisible et n’est plus proposée.`
      return done(c, paths.organisation(c.var.network.base, id), sentence)
    },
  )
  .get(routes.delegationDocument, may(policy.readOrganisations), async (c) =>
    sendDocument(c, (await delegationOf(c)).documentId),
  )

async function same(c: AppContext) {
  const { id } = await organisationOf(c)
  return sameAs(c.var.context.db, id)
}

async function peopleHere(c: AppContext) {
  const { db, today } = c.var.context
  return peopleOf(db, await same(c), today)
}

async function mandateOf(c: AppContext): Promise<StoredMandate> {
  const asked: string = c.req.param('mandat') ?? ''
  const known = isId<'mandate'>(asked) ? await mandatesOf(c.var.context.db, await same(c)) : []
  return orNotFound(known.find(({ id }) => id === asked))
}

async function delegationOf(c: AppContext): Promise<StoredDelegation> {
  const asked: string = c.req.param('delegation') ?? ''
  const known = isId<'delegation'>(asked) ? await delegationsOf(c.var.context.db, await same(c)) : []
  return orNotFound(known.find(({ id }) => id === asked))
}

/** The bytes are kept before the transaction, under their own fingerprint: left alone, they name nothing. */
async function putDocument(
  c: AppContext,
  file: File | null,
): Promise<PutDocument | null | Refusal<DocumentRefusal>> {
  if (!file) return null
  const document = readDocument(file.name, new Uint8Array(await file.arrayBuffer()))
  if (isRefusal(document)) return document
  return { ...document, sha256: await c.var.services.files.put(document.content) }
}

async function sendDocument(c: AppContext, id: StoredMandate['documentId']): Promise<Response> {
  const file = orNotFound(id ? await findFile(c.var.context.db, c.var.network, id) : null)
  const content = await c.var.services.files.get(file.sha256)
  const name = encodeURIComponent(file.name)
  c.header('content-disposition', `attachment; filename*=UTF-8''${name}`)
  return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': file.mediaType })
}
