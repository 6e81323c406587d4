import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { formatDay } from '../../../../ui/french.ts'
import { signingDocumentOf } from '../../data/sealed-documents.store.ts'
import { openSigningOf } from '../../data/signings.store.ts'
import { stateOn } from '../../domain/state.ts'
import { renewCall } from '../../use-cases/signing/renew-call.ts'
import { signElsewhere } from '../../use-cases/signing/sign-elsewhere.ts'
import { powersToSign } from '../../use-cases/signing/signing-powers.ts'
import { agreementOf } from '../agreement-of.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { stateSentence } from '../wording.ts'
import { callForm } from './call.form.ts'
import { CallPage } from './pages/call-page.tsx'
import { ElsewherePage } from './pages/elsewhere-page.tsx'
import { signatureForm } from './signature.form.ts'
import { putDocument } from './signature-document.ts'
import { signingRoutesOf as routes, signingPaths } from './signing-paths.ts'
import { problemOfSigning } from './signing-wording.ts'

const callPage: FormPage = async (c, state) =>
  page(c, <CallPage view={viewOf(c)} agreement={await agreementOf(c)} state={state} />)

const elsewherePage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const { db, today } = c.var.context
  const { missingSignatures } = stateOn(agreement.terms, agreement.acts, today)
  const signing = await openSigningOf(db, agreement.id)
  return page(
    c,
    <ElsewherePage
      view={viewOf(c)}
      agreement={agreement}
      missing={missingSignatures}
      powers={await powersToSign(db, agreement, missingSignatures, today)}
      document={signing && (await signingDocumentOf(db, signing.textId))}
      state={state}
    />,
  )
}

/** The life of a call to sign, and what was signed with another tool. */
export const callRoutes = new Hono<AppEnv>()
  .get(routes.call, may(policy.manage), async (c) => {
    const signing = await openSigningOf(c.var.context.db, (await agreementOf(c)).id)
    const values = {
      rappel: signing?.remindEvery ? String(signing.remindEvery) : '',
      echeance: signing?.expiresOn ? signing.expiresOn.split('-').reverse().join('/') : '',
    }
    return callPage(c, { values, problems: [] })
  })
  .post(routes.call, may(policy.manage), writes('signing.renewed'), form(callForm, callPage), async (c) => {
    const { id } = await agreementOf(c)
    const { vu, rappel, echeance } = c.var.form
    const life = { remindEvery: rappel, expiresOn: echeance }
    const renewed = await renewCall(c.var.context, { id, seen: vu }, life)
    if (isRefusal(renewed)) return c.var.again(problemOfSigning(renewed))
    const until = echeance ? ` Il prend fin le ${formatDay(echeance)}.` : ''
    const sentence = `L’appel à signer est relancé : les personnes dont c’est le tour reçoivent un courriel.${until}`
    return done(c, paths.agreement(c.var.network.base, id), sentence)
  })
  .get(routes.elsewhere, may(policy.manage), (c) => elsewherePage(c, { values: {}, problems: [] }))
  .post(
    routes.elsewhere,
    may(policy.manage),
    writes('agreement.signed'),
    form(signatureForm, elsewherePage),
    async (c) => {
      const { id } = await agreementOf(c)
      const { vu, partie, date, signataire, qualite, pouvoir, document: file } = c.var.form
      if (!file) return c.var.again({ field: 'document', message: 'Choisissez le PDF signé.' })
      const document = await putDocument(c, file)
      if (isRefusal(document)) return c.var.again(problemOfSigning(document))
      const signature = {
        party: partie,
        signedOn: date,
        signatory: signataire,
        capacity: qualite,
        power: pouvoir,
        document,
      }
      const { files } = c.var.services
      const signed = await signElsewhere(c.var.context, { id, seen: vu }, signature, files.get)
      if (isRefusal(signed)) return c.var.again(problemOfSigning(signed))
      const state = stateOn(signed.terms, signed.acts, c.var.context.today)
      const sentence = `La signature est enregistrée, avec son fichier. ${stateSentence(state)}`
      return done(c, signingPaths.evidences(c.var.network.base, id), sentence)
    },
  )
