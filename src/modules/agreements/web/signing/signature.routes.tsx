import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { stateOn } from '../../domain/state.ts'
import { textOf } from '../../use-cases/drafting/agreement-text.ts'
import { unapprovedParties } from '../../use-cases/drafting/approve-draft.ts'
import { recordSignature } from '../../use-cases/signing/record-signature.ts'
import { powersToSign } from '../../use-cases/signing/signing-powers.ts'
import { agreementOf } from '../agreement-of.ts'
import { paths, routes } from '../paths.ts'
import { policy } from '../policy.ts'
import { problemOfRefusal, stateSentence } from '../wording.ts'
import { SignaturePage } from './pages/signature-page.tsx'
import { signatureForm } from './signature.form.ts'
import { originalFrom } from './signature-document.ts'
import { problemOfSigning } from './signing-wording.ts'

const signaturePage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const { context, network } = c.var
  const text = await textOf(context.db, network, agreement)
  const { missingSignatures } = stateOn(agreement.terms, agreement.acts, context.today)
  return page(
    c,
    <SignaturePage
      view={viewOf(c)}
      agreement={agreement}
      missing={missingSignatures}
      powers={await powersToSign(context.db, agreement, missingSignatures, context.today)}
      text={text}
      unapproved={await unapprovedParties(context, agreement)}
      state={state}
    />,
  )
}

/** Dated facts: each is recorded once, and the state follows. */
export const signatureRoutes = new Hono<AppEnv>()
  .get(routes.signature, may(policy.manage), (c) => signaturePage(c, blankForm))
  .post(
    routes.signature,
    may(policy.manage),
    writes('agreement.signed'),
    form(signatureForm, signaturePage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { vu, partie, date, signataire, qualite, pouvoir } = c.var.form
      const original = await originalFrom(c, c.var.form)
      if (isRefusal(original)) return c.var.again(problemOfSigning(original))
      const signature = {
        party: partie,
        signedOn: date,
        signatory: signataire,
        capacity: qualite,
        power: pouvoir,
        original,
      }
      const signed = await recordSignature(c.var.context, { id: agreement.id, seen: vu }, signature)
      if (isRefusal(signed)) return c.var.again(problemOfRefusal(signed))
      const state = stateOn(signed.terms, signed.acts, c.var.context.today)
      const sentence = `La signature est enregistrée. ${stateSentence(state)}`
      return done(c, paths.agreement(c.var.network.base, agreement.id), sentence)
    },
  )
