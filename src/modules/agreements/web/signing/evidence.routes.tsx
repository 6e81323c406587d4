import { Hono } from 'hono'
import type { Id } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { sealedDocumentsOfAgreement } from '../../data/sealed-documents.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { checkEvidence, type SignatureProof } from '../../use-cases/signing/check-evidence.ts'
import { addOriginal } from '../../use-cases/signing/keep-signature-document.ts'
import { ratifySignature } from '../../use-cases/signing/ratify-signature.ts'
import { agreementOf } from '../agreement-of.ts'
import { policy } from '../policy.ts'
import { EvidencePage, EvidencesPage } from './pages/evidence-pages.tsx'
import { RatificationPage } from './pages/ratification-page.tsx'
import { originalFrom, putDocument, sendSignatureDocument } from './signature-document.ts'
import { originalForm, ratificationForm } from './signing.form.ts'
import { signingRoutesOf as routes, signingPaths } from './signing-paths.ts'
import { problemOfSigning } from './signing-wording.ts'

const evidencePage: FormPage = async (c, state) => {
  const { agreement, proof } = await proofOf(c)
  const mayManage = opensTo(c.var, policy.manage)
  return page(
    c,
    <EvidencePage view={viewOf(c)} agreement={agreement} proof={proof} mayManage={mayManage} state={state} />,
  )
}

const ratificationPage: FormPage = async (c, state) => {
  const { agreement, proof } = await proofOf(c)
  return page(c, <RatificationPage view={viewOf(c)} agreement={agreement} proof={proof} state={state} />)
}

/** How each signature was given, whether its text is intact, and the documents on paper. */
export const evidenceRoutes = new Hono<AppEnv>()
  .get(routes.evidences, may(policy.readEvidence), async (c) => {
    const agreement = await agreementOf(c)
    const checked = await checkEvidence(c.var.context.db, c.var.network, agreement)
    return page(
      c,
      <EvidencesPage
        view={viewOf(c)}
        agreement={agreement}
        {...checked}
        documents={await sealedDocumentsOfAgreement(c.var.context.db, agreement.id)}
        seal={c.var.services.sealer?.kind ?? null}
      />,
    )
  })
  .get(routes.evidence, may(policy.readEvidence), (c) => evidencePage(c, blankForm))
  .post(
    routes.original,
    may(policy.manage),
    writes('signature.documented'),
    form(originalForm, evidencePage),
    async (c) => {
      const { agreement, proof } = await proofOf(c)
      const original = await originalFrom(c, c.var.form)
      if (isRefusal(original)) return c.var.again(problemOfSigning(original))
      const target = { id: agreement.id, seen: c.var.form.vu }
      const act = proof.act.id as Id<'act'>
      const added = await addOriginal(c.var.context, target, act, orNotFound(original))
      if (isRefusal(added)) return c.var.again(problemOfSigning(added))
      const location = signingPaths.evidence(c.var.network.base, agreement.id, act)
      return done(c, location, 'L’original est joint : les deux parties peuvent le télécharger.')
    },
  )
  .get(routes.ratification, may(policy.manage), (c) => ratificationPage(c, blankForm))
  .post(
    routes.ratification,
    may(policy.manage),
    writes('signature.ratified'),
    form(ratificationForm, ratificationPage),
    async (c) => {
      const { agreement, proof } = await proofOf(c)
      const { vu, date, document } = c.var.form
      const put = await putDocument(c, orNotFound(document))
      if (isRefusal(put)) return c.var.again(problemOfSigning(put))
      const ratification = { party: proof.act.party, ratifiedOn: date, document: put }
      const ratified = await ratifySignature(c.var.context, { id: agreement.id, seen: vu }, ratification)
      if (isRefusal(ratified)) return c.var.again(problemOfSigning(ratified))
      const location = signingPaths.evidence(c.var.network.base, agreement.id, proof.act.id)
      return done(c, location, 'La ratification est enregistrée : la signature n’est plus à confirmer.')
    },
  )
  .get(routes.document, may(policy.readEvidence), async (c) => {
    const { proof } = await proofOf(c)
    const known = [...proof.originals, proof.elsewhere, proof.ratification?.document ?? null]
    const asked: string = c.req.param('document') ?? ''
    return sendSignatureDocument(c, orNotFound(known.find((one) => one?.id === asked)))
  })

async function proofOf(c: AppContext): Promise<{ agreement: Agreement; proof: SignatureProof }> {
  const agreement = await agreementOf(c)
  const { proofs } = await checkEvidence(c.var.context.db, c.var.network, agreement)
  return { agreement, proof: orNotFound(proofs.find(({ act }) => act.id === c.req.param('acte'))) }
}
