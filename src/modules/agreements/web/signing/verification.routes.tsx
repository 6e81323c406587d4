import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { readDocument } from '../../../../platform/files/kept-files.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { knownDocument } from '../../data/sealed-documents.store.ts'
import { policy } from '../policy.ts'
import { VerificationPage } from './pages/verification-page.tsx'
import { problemOfSigning } from './signing-wording.ts'
import { verificationForm } from './verification.form.ts'
import { verificationAddresses as routes } from './verification-paths.ts'

const SHA256 = /^[0-9a-f]{64}$/

const formPage: FormPage = (c, state) =>
  page(c, <VerificationPage view={viewOf(c)} answer={null} state={state} />)

/** Anybody who holds a file may ask whether it is a signed document. Nothing is kept of the question. AGR-31, AGR-135. */
export const verificationRoutes = new Hono<AppEnv>()
  .get(routes.form, may(policy.verify), (c) => formPage(c, blankForm))
  .post(routes.form, may(policy.verify), form(verificationForm, formPage), async (c) => {
    const file = orNotFound(c.var.form.document)
    const document = readDocument(file.name, new Uint8Array(await file.arrayBuffer()))
    if (isRefusal(document)) return c.var.again(problemOfSigning(document))
    if (document.mediaType !== 'application/pdf')
      return c.var.again({
        field: 'document',
        message: 'Ce fichier n’est pas un PDF : choisissez-en un autre.',
      })
    return answerPage(c, createHash('sha256').update(document.content).digest('hex'))
  })
  .get(routes.answer, may(policy.verify), (c) => {
    const asked = (c.req.param('empreinte') ?? '').toLowerCase()
    if (!SHA256.test(asked)) throw new NotFound()
    return answerPage(c, asked)
  })

async function answerPage(c: AppContext, sha256: string): Promise<Response> {
  const document = await knownDocument(c.var.context.db, c.var.network.id, sha256)
  return page(c, <VerificationPage view={viewOf(c)} answer={{ sha256, document }} state={blankForm} />)
}
