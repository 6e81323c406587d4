import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import type { CapacityRef } from '../../../identity/index.ts'
import { latestCode } from '../../data/signings.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { shortFingerprint } from '../../domain/signed-text.ts'
import { stateOn } from '../../domain/state.ts'
import type { Party } from '../../domain/terms.ts'
import { askSigningCode } from '../../use-cases/signing/ask-signing-code.ts'
import { declineSigning, reopenSigning } from '../../use-cases/signing/decline-signing.ts'
import { closeOpenSigning, openSigning } from '../../use-cases/signing/open-signing.ts'
import { signOnline } from '../../use-cases/signing/sign-online.ts'
import { ownCall, signedFor, whyClosed, whyNotYet } from '../../use-cases/signing/signing-call.ts'
import { candidatesOf } from '../../use-cases/signing/signing-candidates.ts'
import { signingStateOf } from '../../use-cases/signing/signing-state.ts'
import { agreementOf } from '../agreement-of.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { stateSentence } from '../wording.ts'
import { DeclinePage } from './pages/decline-page.tsx'
import { OpenSigningPage } from './pages/open-signing-page.tsx'
import { SignOnlinePage } from './pages/sign-online-page.tsx'
import { SigningRefusedPage } from './pages/signing-refused-page.tsx'
import {
  codeForm,
  declineForm,
  ELSEWHERE,
  onlineForm,
  openingForm,
  signerField,
  targetForm,
} from './signing.form.ts'
import { signingRoutesOf as routes, signingPaths } from './signing-paths.ts'
import { DECLARATIONS, problemOfSigning, type SigningRefusal } from './signing-wording.ts'

const openingPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const { db, today } = c.var.context
  const parties = await candidatesOf(db, agreement, missingOf(c, agreement), today)
  return page(c, <OpenSigningPage view={viewOf(c)} agreement={agreement} parties={parties} state={state} />)
}

const askedSigners = async (c: AppContext) => openingForm(missingOf(c, await agreementOf(c)))

const signingPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const { db, today, now, actor } = c.var.context
  const signing = await signingStateOf(db, agreement, actor, today)
  const obstacle = await obstacleOf(c, agreement)
  const code = signing.own && !obstacle ? await latestCode(db, signing.own.call.id) : null
  return page(
    c,
    <SignOnlinePage
      view={viewOf(c)}
      agreement={agreement}
      signing={signing}
      obstacle={obstacle}
      hasSigned={signedFor(agreement, actor).length > 0}
      code={code && code.expiresAt > now ? code : null}
      seal={c.var.services.sealer?.kind ?? null}
      state={state}
    />,
  )
}

const declinePage: FormPage = async (c, state) =>
  page(c, <DeclinePage view={viewOf(c)} agreement={await agreementOf(c)} state={state} />)

/** A button alone has no page of its own: when it is refused, this one says why. */
const refusedPage: FormPage = async (c, { problems }) =>
  page(c, <SigningRefusedPage view={viewOf(c)} agreement={await agreementOf(c)} problems={problems} />)

/** Signing in the application: the officer opens it, each signer is called in turn, reads, declares, and types a code. */
export const signingRoutes = new Hono<AppEnv>()
  .get(routes.open, may(policy.manage), (c) => openingPage(c, blankForm))
  .post(
    routes.open,
    may(policy.manage),
    writes('signing.opened'),
    form(askedSigners, openingPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { vu, ordre, rappel, echeance } = c.var.form
      const signers = signersFrom(c.var.form, agreement.terms.parties)
      const opened = await openSigning(
        c.var.context,
        { id: agreement.id, seen: vu },
        {
          order: ordre,
          signers,
          life: { remindEvery: rappel, expiresOn: echeance },
          mayCallNobody: isSignedElsewhere(c.var.form, agreement.terms.parties),
        },
      )
      if (isRefusal(opened)) return c.var.again(problemOfSigning(opened))
      const sentence = `Le texte est figé, son empreinte est ${shortFingerprint(opened.fingerprint)}. Les signataires sont appelés par courriel, chacun à son tour.`
      return done(c, paths.agreement(c.var.network.base, agreement.id), sentence)
    },
  )
  .post(
    routes.close,
    may(policy.manage),
    writes('signing.closed'),
    form(targetForm, refusedPage),
    async (c) => {
      const { id } = await agreementOf(c)
      const closed = await closeOpenSigning(c.var.context, { id, seen: c.var.form.vu })
      if (isRefusal(closed)) return c.var.again(problemOfSigning(closed))
      const sentence = 'La signature en ligne est fermée : plus personne n’est appelé à signer ce texte.'
      return done(c, paths.agreement(c.var.network.base, id), sentence)
    },
  )
  .get(routes.sign, may(policy.sign), (c) => signingPage(c, blankForm))
  .post(
    routes.code,
    may(policy.sign),
    writes('signing.code-asked'),
    form(codeForm, signingPage),
    async (c) => {
      const { id } = await agreementOf(c)
      const declared = [DECLARATIONS.lu, DECLARATIONS.engage]
      const asked = { id, seenText: c.var.form.empreinte, declared }
      const sent = await askSigningCode(c.var.context, c.var.services.config, asked)
      if (isRefusal(sent)) return c.var.again(problemOfSigning(sent))
      const sentence =
        'Un code à 6 chiffres part vers votre adresse de courriel. Tapez-le en bas de cette page.'
      return done(c, `${signingPaths.sign(c.var.network.base, id)}#signer`, sentence)
    },
  )
  .post(
    routes.sign,
    may(policy.sign),
    writes('agreement.signed'),
    form(onlineForm, signingPage),
    async (c) => {
      const { id } = await agreementOf(c)
      const typed = { id, seenText: c.var.form.empreinte, typed: c.var.form.code }
      const signed = await signOnline(c.var.context, c.var.services.config, typed)
      if (isRefusal(signed)) return c.var.again(problemOfSigning(signed))
      const state = stateOn(signed.agreement.terms, signed.agreement.acts, c.var.context.today)
      const sentence = `Votre signature est enregistrée. ${stateSentence(state)} Les deux parties sont prévenues par courriel.`
      return done(c, signingPaths.evidence(c.var.network.base, id, signed.act), sentence)
    },
  )
  .get(routes.decline, may(policy.sign), (c) => declinePage(c, blankForm))
  .post(
    routes.decline,
    may(policy.sign),
    writes('signing.declined'),
    form(declineForm, declinePage),
    async (c) => {
      const { id } = await agreementOf(c)
      const { vu, motif } = c.var.form
      const declined = await declineSigning(c.var.context, { id, seen: vu }, motif)
      if (isRefusal(declined)) return c.var.again(problemOfSigning(declined))
      const sentence = 'Votre refus est enregistré. Les deux parties sont prévenues par courriel.'
      return done(c, paths.agreement(c.var.network.base, id), sentence)
    },
  )
  .post(
    routes.reopen,
    may(policy.sign),
    writes('signing.reopened'),
    form(targetForm, refusedPage),
    async (c) => {
      const { id } = await agreementOf(c)
      const asHead = opensTo(c.var, policy.manage)
      const reopened = await reopenSigning(c.var.context, { id, seen: c.var.form.vu }, { asHead })
      if (isRefusal(reopened)) return c.var.again(problemOfSigning(reopened))
      const sentence = 'La signature est rouverte : la personne appelée reçoit un nouveau courriel.'
      return done(c, paths.agreement(c.var.network.base, id), sentence)
    },
  )

function missingOf(c: AppContext, { terms, acts }: Agreement): readonly Party[] {
  return stateOn(terms, acts, c.var.context.today).missingSignatures
}

/** Why whoever reads the page cannot sign now, in a sentence. */
async function obstacleOf(c: AppContext, agreement: Agreement): Promise<string | null> {
  const { db, actor } = c.var.context
  const { signing, ...own } = await ownCall(db, actor, agreement)
  if (signedFor(agreement, actor).length > 0 && !signing) return sentence('already-signed')
  if (!signing) return sentence('no-open-signing')
  if ('refused' in own) return problemOfSigning(own.refused).message
  const refusal = whyNotYet(agreement, own.call, c.var.context) ?? whyClosed(signing, c.var.context)
  return refusal && problemOfSigning(refusal).message
}

function sentence(refused: SigningRefusal): string {
  return problemOfSigning({ refused, details: {} }).message
}

/** A party said it signs with a provider of its own: the text is frozen even if nobody is called. */
function isSignedElsewhere(typed: Record<string, unknown>, parties: readonly Party[]): boolean {
  return parties.some((party) => typed[signerField(party)] === ELSEWHERE)
}

function signersFrom(typed: Record<string, unknown>, parties: readonly Party[]): Map<Party, CapacityRef> {
  return new Map(
    parties.flatMap((party): [Party, CapacityRef][] => {
      const chosen = typed[signerField(party)]
      return chosen && typeof chosen === 'object' ? [[party, chosen as CapacityRef]] : []
    }),
  )
}
