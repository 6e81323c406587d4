import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { amendmentsOf } from '../../data/amendments.store.ts'
import { findIssuedById, issuedDocumentsOf } from '../../data/issued-documents.store.ts'
import { preparedLettersOf } from '../../data/prepared-letters.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { isSent } from '../../domain/prepared-letter.ts'
import { stateOn } from '../../domain/state.ts'
import { readSignatures } from '../../use-cases/signing/signing-powers.ts'
import { agreementOf } from '../agreement-of.ts'
import { policy } from '../policy.ts'
import { documentRoutesOf as routes } from './documents.paths.ts'
import { DocumentPage } from './pages/document-page.tsx'
import { DocumentsPage } from './pages/documents-page.tsx'
import { pieceOf } from './piece-of.ts'
import { sendIssued, sendPiece } from './send-piece.ts'

/** What an agreement can be printed as, and what was handed out: the same bytes for whoever asks again. AGR-97 */
export const documentRoutes = new Hono<AppEnv>()
  .get(routes.documents, may(policy.readEvidence), async (c) => {
    const agreement = await agreementOf(c)
    const { db, today } = c.var.context
    const letters = await lettersSeen(c, agreement)
    const known = new Set<string>(letters.map(({ id }) => id))
    const issued = await issuedDocumentsOf(db, agreement.id)
    return page(
      c,
      <DocumentsPage
        view={viewOf(c)}
        agreement={agreement}
        state={stateOn(agreement.terms, agreement.acts, today)}
        amendments={await amendmentsOf(db, agreement.id)}
        signatures={await readSignatures(db, agreement)}
        letters={letters}
        issued={issued.filter(({ kind, subject }) => kind !== 'letter' || known.has(subject))}
      />,
    )
  })
  .get(routes.reading, may(policy.readEvidence), async (c) => {
    const agreement = await agreementOf(c)
    const slug = c.req.param('piece') ?? ''
    const piece = orNotFound(await pieceOf(c, agreement, slug))
    return page(
      c,
      <DocumentPage view={viewOf(c)} agreement={agreement} slug={slug} piece={piece} asked={c.req.query()} />,
    )
  })
  .get(routes.pdf, may(policy.readEvidence), async (c) => {
    const agreement = await agreementOf(c)
    const piece = orNotFound(await pieceOf(c, agreement, c.req.param('piece') ?? ''))
    return sendPiece(c, agreement.id, piece)
  })
  .get(routes.issued, may(policy.readEvidence), async (c) => {
    const agreement = await agreementOf(c)
    const id = c.req.param('document') ?? ''
    const { db } = c.var.context
    const issued = orNotFound(isId<'issued-document'>(id) ? await findIssuedById(db, agreement.id, id) : null)
    const letters = issued.kind === 'letter' ? await lettersSeen(c, agreement) : []
    const isSeen = issued.kind !== 'letter' || letters.some((one) => one.id === issued.subject)
    return sendIssued(c, agreement.id, orNotFound(isSeen ? issued : null))
  })

/** Until it is deposited, a letter is seen by those who may post it. */
async function lettersSeen(c: AppContext, agreement: Agreement) {
  const letters = await preparedLettersOf(c.var.context.db, agreement.id)
  return opensTo(c.var, policy.manage) ? letters : letters.filter(isSent)
}
