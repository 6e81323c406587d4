import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { findFile } from '../../../../platform/files/kept-files.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { findPreparedLetter } from '../../data/prepared-letters.store.ts'
import { documentDocx } from '../../documents/document-docx.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { becomesAct, type LetterKind, type PreparedLetter } from '../../domain/prepared-letter.ts'
import { stateOn } from '../../domain/state.ts'
import { noteDownload } from '../../use-cases/documents/issue-document.ts'
import { everyListedPlace } from '../../use-cases/drafting/agreement-text.ts'
import { coveredPlaces } from '../../use-cases/letters/formal-notice-acts.ts'
import { partyDetails } from '../../use-cases/letters/party-details.ts'
import { abandonLetter, prepareLetter, recordDeposit } from '../../use-cases/letters/prepare-letter.ts'
import { agreementOf } from '../agreement-of.ts'
import { policy } from '../policy.ts'
import { putDocument } from '../signing/signature-document.ts'
import { documentPaths, documentRoutesOf as routes } from './documents.paths.ts'
import { letterWords, wordOfLetter } from './letter-wording.ts'
import { DepositPage } from './pages/deposit-page.tsx'
import { LetterChoicePage, LetterFormPage } from './pages/letter-form-page.tsx'
import { LetterPage } from './pages/letter-page.tsx'
import { abandonForm, askedLetter, depositForm, letterForm } from './prepared.form.ts'
import { actPathOf, valuesToPrepare } from './prepared-values.ts'
import { problemOfPrepared } from './prepared-wording.ts'
import { sendFile } from './send-file.ts'
import { writeLetter } from './write-letter.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Which letter the address asks for; null while one still has to choose. */
function kindOf(c: AppContext): LetterKind | null {
  const asked = c.req.query('objet') ?? ''
  return asked in letterWords ? letterWords[asked as keyof typeof letterWords] : null
}

const preparationPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const { db, today } = c.var.context
  const view = viewOf(c)
  const read = stateOn(agreement.terms, agreement.acts, today)
  const kind = kindOf(c)
  if (kind === null) return page(c, <LetterChoicePage view={view} agreement={agreement} state={read} />)
  const covered = new Set(coveredPlaces(agreement, today))
  const places = (await everyListedPlace(db, agreement)).filter(({ id }) => covered.has(id))
  const parties = await partyDetails(db, agreement)
  return page(c, <LetterFormPage {...{ view, agreement, kind, places, parties }} read={read} state={state} />)
}

const askedForm = async (c: AppContext) => letterForm(kindOf(c) ?? 'denunciation')

const letterPage: FormPage = async (c, state) => {
  const { agreement, letter } = await letterOf(c)
  return page(c, <LetterPage view={viewOf(c)} agreement={agreement} letter={letter} state={state} />)
}

const depositPage: FormPage = async (c, state) => {
  const { agreement, letter } = await letterOf(c)
  return page(c, <DepositPage view={viewOf(c)} agreement={agreement} letter={letter} state={state} />)
}

/** Letters written here, to be printed, signed and posted by people. Nothing runs from them. AGR-45, AGR-113 */
export const preparedLetterRoutes = new Hono<AppEnv>()
  .get(routes.prepare, may(policy.manage), async (c) => {
    const kind = kindOf(c)
    const values = kind ? valuesToPrepare(c, await agreementOf(c), kind) : {}
    return preparationPage(c, { values, problems: [] })
  })
  .post(
    routes.prepare,
    may(policy.manage),
    writes('letter.prepared'),
    form(askedForm, preparationPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { context, network } = c.var
      const kind = orNotFound(kindOf(c))
      const asked = askedLetter(kind, c.var.form, await partyDetails(context.db, agreement))
      if (asked.addresseeAddress === '')
        return c.var.again(problemOfPrepared({ refused: 'no-address', details: {} }))
      if (asked.signatory === '')
        return c.var.again(problemOfPrepared({ refused: 'no-signatory', details: {} }))
      const written = await writeLetter(context, agreement, asked)
      if (isRefusal(written)) return c.var.again(problemOfPrepared(written))
      const target = { id: agreement.id, seen: c.var.form.vu }
      const id = await prepareLetter(context, target, { asked, written })
      if (isRefusal(id)) return c.var.again(problemOfPrepared(id))
      return done(
        c,
        documentPaths.letter(network.base, agreement.id, id),
        'La lettre est préparée. Rien n’est envoyé et aucune date ne court : imprimez-la, faites-la signer, puis déposez-la.',
      )
    },
  )
  .get(routes.letter, may(policy.manage), (c) => letterPage(c, blankForm))
  .get(routes.editable, may(policy.manage), async (c) => {
    const { agreement, letter } = await letterOf(c)
    const content = await documentDocx(letter.written)
    await noteDownload(c.var.context, agreement.id, {
      kind: 'letter_docx',
      subject: letter.id,
      fingerprint: '',
    })
    const name = `${wordOfLetter(letter.asked.kind)}-${agreement.reference}.docx`
    return sendFile(c, { name, mediaType: DOCX, content })
  })
  .get(routes.deposit, may(policy.manage), async (c) => {
    const { letter } = await letterOf(c)
    const values = { date: letter.depositedOn ?? '', suivi: letter.tracking }
    return depositPage(c, { values, problems: [] })
  })
  .post(
    routes.deposit,
    may(policy.manage),
    writes('letter.deposited'),
    form(depositForm, depositPage),
    async (c) => {
      const { agreement, letter } = await letterOf(c)
      const { context, network } = c.var
      const { vu, date, suivi, document } = c.var.form
      const slip = document && (await putDocument(c, document))
      if (isRefusal(slip)) return c.var.again(problemOfPrepared(slip))
      const target = { id: agreement.id, seen: vu }
      const noted = await recordDeposit(context, target, letter.id, { on: date, tracking: suivi, slip })
      if (isRefusal(noted)) return c.var.again(problemOfPrepared(noted))
      if (!becomesAct(letter.asked.kind)) {
        const location = documentPaths.letter(network.base, agreement.id, letter.id)
        return done(c, location, 'L’envoi est noté. Cette lettre n’ouvre aucun délai.')
      }
      return done(
        c,
        actPathOf(network.base, agreement.id, letter),
        'Le dépôt est noté, aucune date ne court encore. Relisez l’acte ci-dessous, puis enregistrez-le.',
      )
    },
  )
  .get(routes.slip, may(policy.manage), async (c) => {
    const { letter } = await letterOf(c)
    const { context, services, network } = c.var
    const file = orNotFound(letter.slip && (await findFile(context.db, network, letter.slip)))
    return sendFile(c, { ...file, content: await services.files.get(file.sha256) })
  })
  .post(
    routes.abandon,
    may(policy.manage),
    writes('letter.abandoned'),
    form(abandonForm, letterPage),
    async (c) => {
      const { agreement, letter } = await letterOf(c)
      const target = { id: agreement.id, seen: c.var.form.vu }
      const abandoned = await abandonLetter(c.var.context, target, letter.id)
      if (isRefusal(abandoned)) return c.var.again(problemOfPrepared(abandoned))
      const location = documentPaths.letter(c.var.network.base, agreement.id, letter.id)
      return done(c, location, 'La lettre est abandonnée : elle reste dans la liste, et ne sera pas envoyée.')
    },
  )

/** The letter named by the address, of an agreement within the actor's reach; else 404. */
async function letterOf(c: AppContext): Promise<{ agreement: Agreement; letter: PreparedLetter }> {
  const agreement = await agreementOf(c)
  const id = c.req.param('lettre') ?? ''
  const found = isId<'prepared-letter'>(id)
    ? await findPreparedLetter(c.var.context.db, agreement.id, id)
    : null
  return { agreement, letter: orNotFound(found) }
}
