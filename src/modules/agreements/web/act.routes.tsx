import { Hono } from 'hono'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../platform/http/form.ts'
import { may } from '../../../platform/http/may.ts'
import { done } from '../../../platform/http/notice.ts'
import { page, viewOf } from '../../../platform/http/page.tsx'
import { writes } from '../../../platform/http/writes.ts'
import type { AgreementState } from '../domain/state.ts'
import { stateOn } from '../domain/state.ts'
import { textOf } from '../use-cases/agreement-text.ts'
import { denunciationAct, recordDenunciation, whyNot } from '../use-cases/record-denunciation.ts'
import { recordSignature } from '../use-cases/record-signature.ts'
import { powersToSign } from '../use-cases/signing-powers.ts'
import { agreementOf } from './agreement-of.ts'
import { denunciationForm } from './denunciation.form.ts'
import { DenunciationPage } from './pages/denunciation-page.tsx'
import { SignaturePage } from './pages/signature-page.tsx'
import { paths, routes } from './paths.ts'
import { policy } from './policy.ts'
import { signatureForm } from './signature.form.ts'
import { problemOfRefusal, stateSentence } from './wording.ts'

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
      state={state}
    />,
  )
}

const denunciationPage: FormPage = (c, state) => showDenunciation(c, state, null)

async function showDenunciation(c: AppContext, state: FormState, consequence: AgreementState | null) {
  const agreement = await agreementOf(c)
  return page(
    c,
    <DenunciationPage view={viewOf(c)} agreement={agreement} state={state} consequence={consequence} />,
  )
}

/** Dated facts: each is recorded once, and the state follows. */
export const actRoutes = new Hono<AppEnv>()
  .get(routes.signature, may(policy.manage), (c) => signaturePage(c, blankForm))
  .post(
    routes.signature,
    may(policy.manage),
    writes('agreement.signed'),
    form(signatureForm, signaturePage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { vu, partie, date, signataire, qualite, pouvoir } = c.var.form
      const signature = {
        party: partie,
        signedOn: date,
        signatory: signataire,
        capacity: qualite,
        power: pouvoir,
      }
      const signed = await recordSignature(c.var.context, { id: agreement.id, seen: vu }, signature)
      if (isRefusal(signed)) return c.var.again(problemOfRefusal(signed))
      const state = stateOn(signed.terms, signed.acts, c.var.context.today)
      const sentence = `La signature est enregistrée. ${stateSentence(state)}`
      return done(c, paths.agreement(c.var.network.base, agreement.id), sentence)
    },
  )
  .get(routes.denunciation, may(policy.manage), (c) => denunciationPage(c, blankForm))
  .post(
    routes.denunciation,
    may(policy.manage),
    writes('agreement.denounced'),
    form(denunciationForm, denunciationPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { context, network } = c.var
      const { vu, partie, date, suivi, confirme } = c.var.form
      const letter = { from: partie, depositedOn: date, tracking: suivi }
      if (!confirme) {
        const refusal = whyNot(agreement, letter, context.today)
        if (refusal) return c.var.again(problemOfRefusal(refusal))
        const after = stateOn(agreement.terms, [...agreement.acts, denunciationAct(letter)], context.today)
        return showDenunciation(c, c.var.typed, after)
      }
      const denounced = await recordDenunciation(context, { id: agreement.id, seen: vu }, letter)
      if (isRefusal(denounced)) return c.var.again(problemOfRefusal(denounced))
      const state = stateOn(denounced.terms, denounced.acts, context.today)
      const sentence = `La dénonciation est enregistrée. ${stateSentence(state)} Les deux parties sont prévenues par courriel.`
      return done(c, paths.agreement(network.base, agreement.id), sentence)
    },
  )
