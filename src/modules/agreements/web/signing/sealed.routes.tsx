import { Hono } from 'hono'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  sealedDocumentsOfAgreement,
  signingDocumentOf,
  signingTextsOf,
} from '../../data/sealed-documents.store.ts'
import { agreementOf } from '../agreement-of.ts'
import { policy } from '../policy.ts'
import { sealedAddresses } from './sealed-paths.ts'

/** The document to sign and what it became: each party retrieves them, and the journal says who did. AGR-31. */
export const sealedRoutes = new Hono<AppEnv>()
  .get(sealedAddresses.toSign, may(policy.readEvidence), async (c) => {
    const { db } = c.var.context
    const { id } = await agreementOf(c)
    const text = orNotFound((await signingTextsOf(db, id)).at(-1) ?? null)
    return sendKept(c, id, orNotFound(await signingDocumentOf(db, text.id)))
  })
  .get(sealedAddresses.signed, may(policy.readEvidence), async (c) => {
    const { id } = await agreementOf(c)
    const documents = await sealedDocumentsOfAgreement(c.var.context.db, id)
    return sendKept(c, id, orNotFound(documents.find((one) => one.id === c.req.param('document')) ?? null))
  })

async function sendKept(
  c: AppContext,
  agreement: string,
  { sha256, file_name }: { sha256: string; file_name: string },
): Promise<Response> {
  const { context, services } = c.var
  const content = await services.files.get(sha256)
  await inTransaction(context.db, (tx) =>
    writeJournal(tx, context, 'signature.downloaded', agreement, { sha256 }),
  )
  c.header('content-disposition', `attachment; filename="${file_name}"`)
  return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': 'application/pdf' })
}
