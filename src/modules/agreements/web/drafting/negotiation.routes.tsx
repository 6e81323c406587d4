import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { plural } from '../../../../ui/french.ts'
import { contactsAbout } from '../../../identity/index.ts'
import { readWordDraft } from '../../documents/read-word-draft.ts'
import { WORD_TYPE, wordDraft } from '../../documents/word-draft.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { Party } from '../../domain/terms.ts'
import { textOf } from '../../use-cases/drafting/agreement-text.ts'
import { approveDraft } from '../../use-cases/drafting/approve-draft.ts'
import { completePartnerPart, filledDigest } from '../../use-cases/drafting/complete-draft.ts'
import { contentOf } from '../../use-cases/drafting/draft-content.ts'
import { negotiationOf } from '../../use-cases/drafting/negotiation.ts'
import { partnerVariables } from '../../use-cases/drafting/partner-part.ts'
import { proposeFromWord } from '../../use-cases/drafting/propose-from-word.ts'
import { shareDraft } from '../../use-cases/drafting/share-draft.ts'
import { agreementOf } from '../agreement-of.ts'
import { partyName } from '../parties.ts'
import { policy } from '../policy.ts'
import { problemOfRefusal } from '../wording.ts'
import { blanksOf } from './draft.form.ts'
import { approvalForm, partnerPartForm, sharingForm, wordForm } from './negotiation.form.ts'
import { negotiationPaths as paths, negotiationRoutesOf as routes } from './negotiation-paths.ts'
import { partyOf, saidTo } from './negotiation-sides.ts'
import { problemOfNegotiation } from './negotiation-wording.ts'
import { NegotiationPage } from './pages/negotiation-page.tsx'
import { PartnerPartPage } from './pages/partner-part-page.tsx'
import { SharingPage } from './pages/sharing-page.tsx'

const negotiationPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const negotiation = await negotiationOf(c.var.context, agreement)
  const party = partyOf(c, agreement)
  return page(c, <NegotiationPage view={viewOf(c)} {...{ agreement, negotiation, party, state }} />)
}

const sharingPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const { db, network, today } = c.var.context
  const managers = await contactsAbout(db, network.id, agreement.partner.id, today, ['partner'])
  return page(c, <SharingPage view={viewOf(c)} {...{ agreement, managers, state }} />)
}

const partnerPartPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const { template } = await textOf(c.var.context.db, c.var.network, agreement)
  const shown = filledDigest(agreement)
  const variables = partnerVariables(template)
  return page(c, <PartnerPartPage view={viewOf(c)} {...{ agreement, variables, shown, state }} />)
}

const partnerAsked = async (c: AppContext) => {
  const { template } = await textOf(c.var.context.db, c.var.network, await agreementOf(c))
  return partnerPartForm(partnerVariables(template))
}

/** A draft between its parties: shared, filled by both, taken to a text processor and back, approved. AGR-18, AGR-20. */
export const negotiationRoutes = new Hono<AppEnv>()
  .get(routes.negotiation, may(policy.negotiate), (c) => negotiationPage(c, blankForm))
  .get(routes.sharing, may(policy.manage), (c) => sharingPage(c, blankForm))
  .post(
    routes.sharing,
    may(policy.manage),
    writes('draft.shared'),
    form(sharingForm, sharingPage),
    async (c) => {
      const { id, partner } = await agreementOf(c)
      const shared = await shareDraft(c.var.context, { id, seen: c.var.form.vu })
      if (isRefusal(shared)) return c.var.again(problemOfNegotiation(shared))
      const sentence = `Le projet est partagé : ${partner.name} peut le lire et y répondre. Ses responsables en sont prévenus par courriel.`
      return done(c, paths.negotiation(c.var.network.base, id), sentence)
    },
  )
  .get(routes.partnerPart, may(policy.negotiate), (c) => partnerPartPage(c, blankForm))
  .post(
    routes.partnerPart,
    may(policy.negotiate),
    writes('agreement.completed'),
    form(partnerAsked, partnerPartPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { template } = await textOf(c.var.context.db, c.var.network, agreement)
      const { vu, representant, qualite, rempli, ...blanks } = c.var.form
      const part = {
        variables: blanksOf(blanks),
        asked: partnerVariables(template).map(({ name }) => name),
        representative: { name: representant, title: qualite },
        shown: rempli,
      }
      const completed = await completePartnerPart(c.var.context, { id: agreement.id, seen: vu }, part)
      if (isRefusal(completed)) return c.var.again(problemOfRefusal(completed))
      const sentence = 'Ces renseignements sont enregistrés dans le projet : les deux parties les lisent.'
      return done(c, paths.negotiation(c.var.network.base, agreement.id), sentence)
    },
  )
  .post(
    routes.approval,
    may(policy.negotiate),
    writes('draft.approved'),
    form(approvalForm, negotiationPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { vu, empreinte: seenContent } = c.var.form
      const approval = { party: partyOf(c, agreement), seenContent }
      const approved = await approveDraft(c.var.context, { id: agreement.id, seen: vu }, approval)
      if (isRefusal(approved)) return c.var.again(problemOfNegotiation(approved))
      return done(
        c,
        paths.negotiation(c.var.network.base, agreement.id),
        approvalSentence(c, agreement, approved),
      )
    },
  )
  .get(routes.word, may(policy.negotiate), async (c) => {
    const agreement = await agreementOf(c)
    const { db, network } = c.var.context
    const file = await wordDraft(network, agreement, await contentOf(db, network, agreement))
    c.header('content-disposition', `attachment; filename="projet-${agreement.reference}.docx"`)
    return c.body(file as Uint8Array<ArrayBuffer>, 200, { 'content-type': WORD_TYPE })
  })
  .post(
    routes.wordBack,
    may(policy.negotiate),
    writes('draft.word-proposed'),
    form(wordForm, negotiationPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const word = await readWordDraft(await sentFile(c))
      if (isRefusal(word)) return c.var.again(problemOfNegotiation(word))
      const { vu, ancienne } = c.var.form
      const asked = { party: partyOf(c, agreement), word, evenOlder: ancienne === 'oui' }
      const proposed = await proposeFromWord(c.var.context, { id: agreement.id, seen: vu }, asked)
      if (isRefusal(proposed)) return c.var.again(problemOfNegotiation(proposed))
      const count = plural(proposed.length, 'proposition est envoyée', 'propositions sont envoyées')
      return done(c, paths.negotiation(c.var.network.base, agreement.id), saidTo(c, agreement, count))
    },
  )

async function sentFile(c: AppContext): Promise<Uint8Array> {
  const { fichier } = await c.req.parseBody()
  return fichier instanceof File ? new Uint8Array(await fichier.arrayBuffer()) : new Uint8Array()
}

function approvalSentence(
  c: AppContext,
  agreement: Agreement,
  { missing }: { missing: readonly Party[] },
): string {
  if (missing.length === 0) {
    return 'Votre approbation est enregistrée. Chaque partie a approuvé ce texte : la signature peut s’ouvrir.'
  }
  const names = missing.map((party) => partyName(agreement, party, c.var.network.headName))
  return `Votre approbation est enregistrée. Il reste celle de ${names.join(' et ')}, qui en est prévenu par courriel.`
}
