import { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { type FormPage, type FormState, form, type Problem } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { asksSecondConfirmation } from '../../data/waiting-acts.store.ts'
import { type Consequence, consequenceOf } from '../../domain/act-consequence.ts'
import type { Act } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import {
  correspondence,
  purposeOf,
  type Sending,
  standingDenunciations,
} from '../../domain/correspondence.ts'
import { stateOn } from '../../domain/state.ts'
import type { Target } from '../../use-cases/act-on-agreement.ts'
import { textOf } from '../../use-cases/drafting/agreement-text.ts'
import { type BindingLetter, prepareLetter } from '../../use-cases/letters/confirm-waiting-act.ts'
import {
  type Channel,
  closeFormalNotice,
  coveredPlaces,
  formalNoticeAct,
  noticeOutcomeAct,
  recordFormalNotice,
  type Scope,
} from '../../use-cases/letters/formal-notice-acts.ts'
import { denunciationAct, recordDenunciation } from '../../use-cases/letters/record-denunciation.ts'
import {
  type LetterFactType,
  letterFactAct,
  recordLetterFact,
} from '../../use-cases/letters/record-letter-fact.ts'
import { recordTermination, terminationAct } from '../../use-cases/letters/record-termination.ts'
import { withdrawalAct, withdrawDenunciation } from '../../use-cases/letters/withdraw-denunciation.ts'
import { agreementOf } from '../agreement-of.ts'
import { valuesOfAddress } from '../documents/prepared-values.ts'
import { paths, routes } from '../paths.ts'
import { policy } from '../policy.ts'
import { type ActRefusal, problemOfRefusal, stateSentence } from '../wording.ts'
import { denunciationForm } from './denunciation.form.ts'
import {
  formalNoticeForm,
  letterFactForm,
  noticeOutcomeForm,
  terminationForm,
  withdrawalForm,
} from './letters.form.ts'
import type { DatedActProps } from './pages/dated-act-page.tsx'
import { DenunciationPage } from './pages/denunciation-page.tsx'
import { FormalNoticePage, NoticeOutcomePage, TerminationPage } from './pages/formal-notice-page.tsx'
import { LetterFactPage, WithdrawalPage } from './pages/letter-pages.tsx'
import { TO_CONFIRM } from './waiting-wording.ts'

const channels: Record<'recommande' | 'notification' | 'courriel', Channel> = {
  recommande: 'registered_letter',
  notification: 'notification',
  courriel: 'email',
}

const facts: Record<'presentee' | 'remise' | 'retournee', LetterFactType> = {
  presentee: 'registered_letter_first_presented',
  remise: 'registered_letter_received',
  retournee: 'registered_letter_returned_unclaimed',
}

type Draw = (props: DatedActProps) => JSX.Element

/** The page of one act: blank, pre-filled by its address, refused, or with what the act would change. */
function pageOf(draw: Draw) {
  const show = async (c: AppContext, state: FormState, consequence: Consequence | null) => {
    const agreement = await agreementOf(c)
    const { context, network } = c.var
    const covered = new Set(coveredPlaces(agreement, context.today))
    const { places } = await textOf(context.db, network, agreement)
    const seen = consequence ? places : places.filter(({ id }) => covered.has(id))
    return page(c, draw({ view: viewOf(c), agreement, state, consequence, places: seen }))
  }
  const blank = async (c: AppContext) => {
    const values = await valuesOfAddress(c, await agreementOf(c))
    return show(c, { values, problems: [] }, null)
  }
  const again: FormPage = (c, state) => show(c, state, null)
  return { show, blank, again }
}

interface ActAsked {
  seen: number
  /** The prepared letter that the act comes from. */
  prepared?: Target['prepared']
  page: ReturnType<typeof pageOf>
  /** The act, or why there is none; nothing is written. */
  prepare(agreement: Agreement): Act | Refusal<ActRefusal>
  record(target: Target): Promise<Agreement | Refusal<ActRefusal>>
  /** The same, for an act that the network may want a second person to confirm. AGR-115. */
  binding?: BindingLetter
  sentence: string
}

/** What the form of the route leaves for the handler. */
interface Asked {
  typed: FormState
  confirmed: boolean
  again(...problems: Problem[]): Promise<Response>
}

/** Asked once, shows what would change; confirmed, records. AGR-42. */
async function consequenceFirst(
  c: AppContext & { var: Asked },
  { seen, prepared, page, prepare, record, binding, sentence }: ActAsked,
): Promise<Response> {
  const agreement = await agreementOf(c)
  const { terms, acts } = agreement
  const { context, network, confirmed, typed } = c.var
  if (!confirmed) {
    const act = prepare(agreement)
    if (isRefusal(act)) return c.var.again(problemOfRefusal(act))
    return page.show(c, typed, consequenceOf(terms, acts, act, context.today))
  }
  const target = { id: agreement.id, seen, prepared }
  if (binding && (await asksSecondConfirmation(context.db, network.id))) {
    const waiting = await prepareLetter(context, target, binding)
    if (isRefusal(waiting)) return c.var.again(problemOfRefusal(waiting))
    return done(c, paths.agreement(network.base, agreement.id), TO_CONFIRM)
  }
  const after = await record(target)
  if (isRefusal(after)) return c.var.again(problemOfRefusal(after))
  const state = stateOn(after.terms, after.acts, context.today)
  return done(
    c,
    paths.agreement(network.base, agreement.id),
    `${sentence} ${stateSentence(state)} Les deux parties sont prévenues par courriel.`,
  )
}

const denunciation = pageOf((props) => <DenunciationPage {...props} />)
const formalNotice = pageOf((props) => <FormalNoticePage {...props} />)
const noticeOutcome = pageOf((props) => <NoticeOutcomePage {...props} notices={noticesOf(props)} />)
const termination = pageOf((props) => <TerminationPage {...props} notices={noticesOf(props)} />)
const letterFact = pageOf((props) => <LetterFactPage {...props} letters={lettersOf(props)} />)
const withdrawal = pageOf((props) => (
  <WithdrawalPage {...props} letters={standingDenunciations(props.agreement, props.view.today)} />
))

const withdrawalOfAgreement = async (c: AppContext) => withdrawalForm((await agreementOf(c)).terms.parties)

/** Letters, notices, and what they bring about: each is recorded once, and the state follows. */
export const letterRoutes = new Hono<AppEnv>()
  .get(routes.denunciation, may(policy.manage), denunciation.blank)
  .post(
    routes.denunciation,
    may(policy.manage),
    writes('agreement.denounced', 'waiting-act.prepared'),
    form(denunciationForm, denunciation.again),
    (c) => {
      const { vu, preparee, partie, voie, date, suivi } = c.var.form
      const channel = voie === 'courriel' ? ('email' as const) : ('registered_letter' as const)
      const letter = { from: partie, channel, depositedOn: date, tracking: suivi }
      return consequenceFirst(c, {
        ...{ seen: vu, prepared: preparee, page: denunciation },
        prepare: (agreement) => denunciationAct(agreement, letter, c.var.context.today),
        record: (target) => recordDenunciation(c.var.context, target, letter),
        binding: { purpose: 'denunciation', letter },
        sentence: 'La dénonciation est enregistrée.',
      })
    },
  )
  .get(routes.withdrawal, may(policy.manage), withdrawal.blank)
  .post(
    routes.withdrawal,
    may(policy.manage),
    writes('denunciation.withdrawn'),
    form(withdrawalOfAgreement, withdrawal.again),
    (c) => {
      const { vu, lettre, accords, date } = c.var.form
      const asked = { letter: lettre, agreedBy: accords, on: date }
      return consequenceFirst(c, {
        ...{ seen: vu, page: withdrawal },
        prepare: (agreement) => withdrawalAct(agreement, asked, c.var.context.today),
        record: (target) => withdrawDenunciation(c.var.context, target, asked),
        sentence: 'Le retrait de la dénonciation est enregistré.',
      })
    },
  )
  .get(routes.letterFact, may(policy.manage), letterFact.blank)
  .post(
    routes.letterFact,
    may(policy.manage),
    writes('letter.tracked'),
    form(letterFactForm, letterFact.again),
    (c) => {
      const { vu, lettre, fait, date } = c.var.form
      const fact = { letter: lettre, type: facts[fait], on: date }
      return consequenceFirst(c, {
        ...{ seen: vu, page: letterFact },
        prepare: (agreement) => letterFactAct(agreement, fact, c.var.context.today),
        record: (target) => recordLetterFact(c.var.context, target, fact),
        sentence: 'Le suivi de la lettre est enregistré.',
      })
    },
  )
  .get(routes.formalNotice, may(policy.manage), formalNotice.blank)
  .post(
    routes.formalNotice,
    may(policy.manage),
    writes('formal-notice.given', 'waiting-act.prepared'),
    form(formalNoticeForm, formalNotice.again),
    (c) => {
      const { vu, preparee, partie, voie, date, suivi, motifs } = c.var.form
      const sent = { from: partie, channel: channels[voie], sentOn: date, tracking: suivi }
      const letter = { ...sent, grounds: motifs, scope: scopeOf(c.var.form) }
      return consequenceFirst(c, {
        ...{ seen: vu, prepared: preparee, page: formalNotice },
        prepare: (agreement) => formalNoticeAct(agreement, letter, c.var.context.today),
        record: (target) => recordFormalNotice(c.var.context, target, letter),
        binding: { purpose: 'formal_notice', letter },
        sentence: 'La mise en demeure est enregistrée.',
      })
    },
  )
  .get(routes.noticeOutcome, may(policy.manage), noticeOutcome.blank)
  .post(
    routes.noticeOutcome,
    may(policy.manage),
    writes('formal-notice.closed'),
    form(noticeOutcomeForm, noticeOutcome.again),
    (c) => {
      const { vu, mise, suite, date } = c.var.form
      const kind = suite === 'reparation' ? ('remedied' as const) : ('abandoned' as const)
      const outcome = { formalNotice: mise, kind, on: date }
      return consequenceFirst(c, {
        ...{ seen: vu, page: noticeOutcome },
        prepare: (agreement) => noticeOutcomeAct(agreement, outcome, c.var.context.today),
        record: (target) => closeFormalNotice(c.var.context, target, outcome),
        sentence: 'La suite de la mise en demeure est enregistrée.',
      })
    },
  )
  .get(routes.termination, may(policy.manage), termination.blank)
  .post(
    routes.termination,
    may(policy.manage),
    writes('agreement.terminated', 'waiting-act.prepared'),
    form(terminationForm, termination.again),
    (c) => {
      const { vu, preparee, partie, mise, voie, date, suivi } = c.var.form
      const sent = { from: partie, channel: channels[voie], sentOn: date, tracking: suivi }
      const letter = { ...sent, formalNotice: mise === 'aucune' ? null : mise, scope: scopeOf(c.var.form) }
      return consequenceFirst(c, {
        ...{ seen: vu, prepared: preparee, page: termination },
        prepare: (agreement) => terminationAct(agreement, letter, c.var.context.today),
        record: (target) => recordTermination(c.var.context, target, letter),
        binding: { purpose: 'termination', letter },
        sentence: 'La résiliation est enregistrée.',
      })
    },
  )

function scopeOf({ etendue, lieux }: { etendue: 'totale' | 'partielle'; lieux: string[] }): Scope {
  return etendue === 'totale' ? { kind: 'full', places: [] } : { kind: 'partial', places: lieux }
}

function noticesOf(props: DatedActProps): Sending[] {
  return sendingsOf(props).filter(({ act }) => purposeOf(act) === 'formal_notice')
}

function lettersOf(props: DatedActProps): Sending[] {
  return sendingsOf(props).filter(({ letter }) => letter !== null)
}

function sendingsOf({ agreement, view }: DatedActProps): Sending[] {
  return correspondence(agreement, stateOn(agreement.terms, agreement.acts, view.today))
}
