import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { attendanceOf } from '../../data/attendance.store.ts'
import type { VoteAct } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { committeesOf } from '../../domain/committee-meetings.ts'
import { stateOn } from '../../domain/state.ts'
import { answerMinutes } from '../../use-cases/committees/answer-minutes.ts'
import { issueMinutes } from '../../use-cases/committees/issue-minutes.ts'
import { meetingOf } from '../../use-cases/committees/meeting-of.ts'
import { recordDecision } from '../../use-cases/committees/record-decision.ts'
import { recordMeeting } from '../../use-cases/committees/record-meeting.ts'
import { ownParties } from '../acting.ts'
import { agreementOf } from '../agreement-of.ts'
import { putDocuments } from '../duties/agreement-file.ts'
import { policy } from '../policy.ts'
import { answerForm, decisionForm, meetingForm, minutesForm, voteField } from './committees.form.ts'
import { committeePaths, committeeRoutesOf as routes } from './committees.paths.ts'
import { problemOfCommittee } from './committees-wording.ts'
import { DecisionPage, MinutesPage, NewMeetingPage } from './pages/meeting-form-pages.tsx'
import { MeetingPage } from './pages/meeting-page.tsx'

const newMeetingPage: FormPage = async (c, state) => {
  const agreement = await agreementOf(c)
  const { termsInForce } = stateOn(agreement.terms, agreement.acts, c.var.context.today)
  return page(
    c,
    <NewMeetingPage
      view={viewOf(c)}
      agreement={agreement}
      committees={committeesOf(termsInForce)}
      state={state}
    />,
  )
}

const meetingPage: FormPage = async (c, state) => {
  const { agreement, meeting } = await heldOf(c)
  return page(
    c,
    <MeetingPage
      view={viewOf(c)}
      agreement={agreement}
      meeting={meeting}
      attendees={(await attendanceOf(c.var.context.db, agreement.id)).get(meeting.act.id) ?? null}
      own={ownParties(c.var, agreement)}
      mayManage={opensTo(c.var, policy.manage)}
      state={state}
    />,
  )
}

const decisionPage: FormPage = async (c, state) =>
  page(c, <DecisionPage view={viewOf(c)} {...(await heldOf(c))} state={state} />)

const minutesPage: FormPage = async (c, state) =>
  page(c, <MinutesPage view={viewOf(c)} {...(await heldOf(c))} state={state} />)

const askedVotes = async (c: AppContext) => decisionForm((await agreementOf(c)).terms.parties)

/** What happens at the meetings of an agreement: held by the secretary's hand, validated by each party's. */
export const committeeRoutes = new Hono<AppEnv>()
  .get(routes.newMeeting, may(policy.manage), (c) => newMeetingPage(c, blankForm))
  .post(
    routes.newMeeting,
    may(policy.manage),
    writes('meeting.recorded'),
    form(meetingForm, newMeetingPage),
    async (c) => {
      const agreement = await agreementOf(c)
      const { vu, comite, date, presents, document } = c.var.form
      const put = await putDocuments(c, [document])
      if (isRefusal(put)) return c.var.again(problemOfCommittee(put))
      const held = { committee: comite, heldOn: date, attendees: presents, minutes: put[0] ?? null }
      const recorded = await recordMeeting(c.var.context, { id: agreement.id, seen: vu }, held)
      if (isRefusal(recorded)) return c.var.again(problemOfCommittee(recorded))
      const act = recorded.acts.findLast(({ type }) => type === 'meeting_held')
      return done(
        c,
        committeePaths.meeting(c.var.network.base, agreement.id, act?.id ?? ''),
        put.length > 0
          ? 'La réunion est enregistrée. Les deux parties sont prévenues et peuvent valider le compte rendu.'
          : 'La réunion est enregistrée. Les deux parties sont prévenues par courriel.',
      )
    },
  )
  .get(routes.meeting, may(policy.read), (c) => meetingPage(c, blankForm))
  .get(routes.decision, may(policy.manage), (c) => decisionPage(c, blankForm))
  .post(
    routes.decision,
    may(policy.manage),
    writes('committee-decision.recorded'),
    form(askedVotes, decisionPage),
    async (c) => {
      const { agreement, meeting } = await heldOf(c)
      const { vu, objet, reconduction } = c.var.form
      const recorded = await recordDecision(
        c.var.context,
        { id: agreement.id, seen: vu },
        {
          meeting: meeting.act.id,
          subject: objet,
          isAboutRenewal: reconduction === 'oui',
          ballots: ballotsOf(agreement, c.var.form),
        },
      )
      if (isRefusal(recorded)) return c.var.again(problemOfCommittee(recorded))
      return backTo(c, agreement, meeting.act.id, 'La décision est enregistrée, à la date de la réunion.')
    },
  )
  .get(routes.minutes, may(policy.manage), (c) => minutesPage(c, blankForm))
  .post(
    routes.minutes,
    may(policy.manage),
    writes('minutes.issued'),
    form(minutesForm, minutesPage),
    async (c) => {
      const { agreement, meeting } = await heldOf(c)
      const put = await putDocuments(c, [c.var.form.document])
      if (isRefusal(put)) return c.var.again(problemOfCommittee(put))
      const target = { id: agreement.id, seen: c.var.form.vu }
      const issued = await issueMinutes(c.var.context, target, meeting.act.id, orNotFound(put[0] ?? null))
      if (isRefusal(issued)) return c.var.again(problemOfCommittee(issued))
      const sentence = 'Le compte rendu est publié. Les deux parties sont prévenues et peuvent le valider.'
      return backTo(c, agreement, meeting.act.id, sentence)
    },
  )
  .post(
    routes.answer,
    may(policy.act),
    writes('minutes.answered'),
    form(answerForm, meetingPage),
    async (c) => {
      const { agreement, meeting } = await heldOf(c)
      const { vu, version, avis, reserve } = c.var.form
      const own = ownParties(c.var, agreement)
      const party = own.find((one) => meeting.minutes?.missing.includes(one)) ?? own[0] ?? ''
      const said = { meeting: meeting.act.id, party, version, answer: avis, reason: reserve }
      const answered = await answerMinutes(c.var.context, { id: agreement.id, seen: vu }, said)
      if (isRefusal(answered)) return c.var.again(problemOfCommittee(answered))
      const after = meetingOf(answered, meeting.act.id, c.var.context.today)
      return backTo(
        c,
        agreement,
        meeting.act.id,
        answerSentence(avis, after?.minutes?.status === 'validated'),
      )
    },
  )

function answerSentence(answer: 'validated' | 'reserved', isComplete: boolean): string {
  if (answer === 'reserved')
    return 'Votre réserve est enregistrée. L’autre partie la lit et peut publier une nouvelle version.'
  return isComplete
    ? 'Le compte rendu est validé par toutes les parties, à la date d’aujourd’hui.'
    : 'Votre validation est enregistrée. Il manque celle de l’autre partie.'
}

function backTo(c: AppContext, agreement: Agreement, meeting: string, sentence: string): Response {
  return done(c, committeePaths.meeting(c.var.network.base, agreement.id, meeting), sentence)
}

/** A party that was absent has no voice. */
function ballotsOf({ terms }: Agreement, sent: Record<string, unknown>): VoteAct['ballots'] {
  return terms.parties.flatMap((party) => {
    const vote = sent[voteField(party)]
    return vote === 'for' || vote === 'against' || vote === 'abstain' ? [{ party, vote }] : []
  })
}

/** The meeting named by the address; else 404. */
async function heldOf(c: AppContext) {
  const agreement = await agreementOf(c)
  const asked = c.req.param('reunion') ?? ''
  return { agreement, meeting: orNotFound(meetingOf(agreement, asked, c.var.context.today)) }
}
