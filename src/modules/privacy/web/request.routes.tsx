import { Hono } from 'hono'
import { isId } from '../../../kernel/id.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../platform/http/form.ts'
import { may } from '../../../platform/http/may.ts'
import { done } from '../../../platform/http/notice.ts'
import { page, viewOf } from '../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../platform/http/problems.ts'
import { limitSignIn } from '../../../platform/http/rate-limit.ts'
import { writes } from '../../../platform/http/writes.ts'
import { privacyContact } from '../../identity/index.ts'
import { erasureOfRequest, findErasure } from '../data/erasures.store.ts'
import { findRequestByDigest } from '../data/requests.store.ts'
import { certificatePdf } from '../documents/certificate-pdf.ts'
import type { ErasureId } from '../domain/erasure.ts'
import { fileRequest } from '../use-cases/file-request.ts'
import { tokenDigest } from '../use-cases/request-token.ts'
import { verifyRequest } from '../use-cases/verify-request.ts'
import { CertificatePage } from './pages/certificate-page.tsx'
import { PrivacyPage } from './pages/privacy-page.tsx'
import { NewRequestPage, RequestPage, RequestSentPage } from './pages/request-pages.tsx'
import type { PrivacyParts } from './parts.ts'
import { paths, routes } from './paths.ts'
import { policy } from './policy.ts'
import { newRequestForm } from './privacy.form.ts'
import { problemOfRefusal } from './wording.ts'

const newRequestPage: FormPage = (c, state) => page(c, <NewRequestPage view={viewOf(c)} state={state} />)

/** What everybody may read and ask. */
export function publicPrivacyRoutes({ register }: PrivacyParts) {
  return new Hono<AppEnv>()
    .get(routes.privacy, may(policy.publicPages), async (c) => {
      const contact = await privacyContact(c.var.context.db, c.var.network.id)
      return page(c, <PrivacyPage view={viewOf(c)} register={register} contact={contact} />)
    })
    .get(routes.newRequest, may(policy.ask), (c) => newRequestPage(c, blankForm))
    .post(
      routes.newRequest,
      may(policy.ask),
      limitSignIn,
      writes('request.filed'),
      form(newRequestForm, newRequestPage),
      async (c) => {
        const { nature, nom, courriel, message } = c.var.form
        const filed = await fileRequest(c.var.context, c.var.services.config, {
          kind: nature,
          name: nom,
          email: courriel,
          message,
          personId: null,
        })
        if (isRefusal(filed)) return c.var.again(problemOfRefusal(filed))
        return done(c, paths.requestSent(c.var.network.base))
      },
    )
    .get(routes.requestSent, may(policy.ask), (c) => page(c, <RequestSentPage view={viewOf(c)} />))
    .get(routes.request, may(policy.ask), async (c) => {
      const { request, token } = await requestOfLink(c)
      const erasure = await erasureOfRequest(c.var.context.db, c.var.network.id, request.id)
      return page(c, <RequestPage view={viewOf(c)} token={token} request={request} erasure={erasure} />)
    })
    .post(routes.request, may(policy.ask), writes('request.verified'), async (c) => {
      const { request, token } = await requestOfLink(c)
      await verifyRequest(c.var.context, request)
      return done(c, paths.request(c.var.network.base, token), 'Merci : votre demande est confirmée.')
    })
    .get(routes.certificate, may(policy.publicPages), async (c) =>
      page(c, <CertificatePage view={viewOf(c)} erasure={await erasureOfAddress(c)} />),
    )
    .get(routes.certificatePdf, may(policy.publicPages), async (c) => {
      const erasure = await erasureOfAddress(c)
      const pdf = await certificatePdf(c.var.services.documents, c.var.network, erasure)
      c.header('content-disposition', 'attachment; filename="attestation-effacement.pdf"')
      return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'content-type': 'application/pdf' })
    })
}

/** The link of the mail is the key: no other way tells whether a request exists. */
async function requestOfLink(c: AppContext) {
  const token = c.req.param('jeton') ?? ''
  const digest = tokenDigest(c.var.services.config, token)
  const { context, network } = c.var
  return { token, request: orNotFound(await findRequestByDigest(context.db, network.id, digest)) }
}

async function erasureOfAddress(c: AppContext) {
  const id = c.req.param('id') ?? ''
  if (!isId<'erasure'>(id)) throw new NotFound()
  return orNotFound(await findErasure(c.var.context.db, c.var.network.id, id satisfies ErasureId))
}
