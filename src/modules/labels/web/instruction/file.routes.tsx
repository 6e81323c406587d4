import { Hono } from 'hono'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { peopleNames } from '../../../identity/index.ts'
import { answersOf } from '../../data/applications/answers.store.ts'
import { findApplication } from '../../data/applications/applications.store.ts'
import { proofsIn } from '../../data/applications/proofs.store.ts'
import { completionsOf } from '../../data/instruction/completions.store.ts'
import { eventsOf } from '../../data/instruction/file-content.queries.ts'
import { listGroups, seatsOf } from '../../data/instruction/groups.store.ts'
import { opinionsOn } from '../../data/instruction/opinions.store.ts'
import { proposalOn } from '../../data/instruction/proposals.store.ts'
import { type CriterionReview, reviewsOf, sectionReview } from '../../data/instruction/review.store.ts'
import { routingsOf } from '../../data/instruction/routing.store.ts'
import { visitsOf } from '../../data/instruction/visits.store.ts'
import { received } from '../../domain/instruction/opinion.ts'
import { askCompletion, planCompletion } from '../../use-cases/instruction/ask-completion.ts'
import { reassign, takeUp } from '../../use-cases/instruction/assign-file.ts'
import { closeUnanswered } from '../../use-cases/instruction/close-unanswered.ts'
import { proposeDecision, takeBackProposal } from '../../use-cases/instruction/propose-decision.ts'
import { saveReview } from '../../use-cases/instruction/save-review.ts'
import { initiativeTitles } from '../applications/application-at.ts'
import { policy } from '../policy.ts'
import { applicationOf, fileAt, sectionsOf, sendFile } from './file-at.ts'
import {
  assignmentForm,
  completionForm,
  emptyForm,
  proposalForm,
  reasonForm,
  sectionForm,
} from './instruction.form.ts'
import { instructionPaths as paths, instructionRoutesOf as routes } from './instruction.paths.ts'
import { type InstructionRefusal, problemOfInstruction } from './instruction-wording.ts'
import { AssignmentPage, ClosingPage, CompletionPage, TakingBackPage } from './pages/act-pages.tsx'
import { FilePage } from './pages/file-page.tsx'
import { ProposalPage } from './pages/proposal-page.tsx'
import { SectionPage } from './pages/section-page.tsx'

const filePage: FormPage = async (c, _state) => {
  const about = await fileAt(c)
  const { db, network, today } = c.var.context
  const { id, groupId, personId } = about.file
  const [routings, events] = [await routingsOf(db, id), await eventsOf(db, id)]
  const named = [
    ...routings.flatMap((one) => [one.by, one.personId]),
    ...events.map(({ by }) => by),
    personId,
  ]
  const groups = await listGroups(db, network.id, today)
  return page(
    c,
    <FilePage
      about={about}
      requests={await completionsOf(db, id)}
      opinions={await opinionsOn(db, id)}
      visits={(await visitsOf(db, id)).length}
      proposal={await proposalOn(db, id)}
      groupName={groups.find((group) => group.id === groupId)?.name ?? 'La tête de réseau'}
      people={await peopleNames(db, [...new Set(named.flatMap((one) => one ?? []))])}
      {...{ routings, events }}
    />,
  )
}

async function sectionPage(c: AppContext, state: FormState, isBehind: boolean): Promise<Response> {
  const { db, network } = c.var.context
  const rank = Number(c.req.param('rubrique'))
  const about = await fileAt(c, (await sectionOf(c)).name)
  const sections = sectionsOf(about.file.criteria)
  const { name, criteria } = orNotFound(sections[rank - 1])
  const { id } = about.file
  const application = orNotFound(await findApplication(db, { kind: 'all', network: network.id }, id))
  const saved = await sectionReview(db, id, name)
  const by = saved.changedBy ? (await peopleNames(db, [saved.changedBy])).get(saved.changedBy) : undefined
  const requests = await completionsOf(db, id)
  return page(
    c,
    <SectionPage
      of={sections.length}
      answers={await answersOf(db, id)}
      proofs={await proofsIn(db, id)}
      completed={requests.flatMap(({ items, answeredOn }) => (answeredOn === null ? [] : items))}
      initiatives={await initiativeTitles(c, { application, version: about.file.version })}
      documentPath={(file) => paths.document(c.var.network.base, id, file)}
      reviews={await reviewsOf(db, id)}
      behind={isBehind ? (by ?? 'quelqu’un d’autre') : null}
      {...{ about, rank, name, criteria, saved, state }}
    />,
  )
}

const asked = async (c: AppContext) => sectionForm((await sectionOf(c)).criteria)

async function sectionOf(c: AppContext) {
  const { file } = await fileAt(c)
  return orNotFound(sectionsOf(file.criteria)[Number(c.req.param('rubrique')) - 1])
}

const assignmentPage: FormPage = async (c, state) => {
  const about = await fileAt(c)
  const { db, network, today } = c.var.context
  const groups = await listGroups(db, network.id, today)
  const seated = await Promise.all(
    groups.map(async ({ id, name }) =>
      (await seatsOf(db, id, today)).map((seat) => ({ ...seat, group: name })),
    ),
  )
  const names = await peopleNames(
    db,
    seated.flat().map(({ personId }) => personId),
  )
  const people = seated.flat().map((seat) => ({ ...seat, name: names.get(seat.personId) ?? '' }))
  return page(c, <AssignmentPage {...{ about, groups, people, state }} />)
}

const completionPage: FormPage = async (c, state) => {
  const about = await fileAt(c)
  const plan = await planCompletion(c.var.context.db, c.var.context, about.file)
  return page(c, <CompletionPage {...{ about, plan, state }} />)
}

const closingPage: FormPage = async (c, state) => {
  const about = await fileAt(c)
  const requests = await completionsOf(c.var.context.db, about.file.id)
  const request = requests.find(({ answeredOn }) => answeredOn === null) ?? null
  return page(c, <ClosingPage {...{ about, request, state }} />)
}

async function proposalPage(c: AppContext, state: FormState, isShown: boolean): Promise<Response> {
  const about = await fileAt(c)
  const { db } = c.var.context
  const { id } = about.file
  return page(
    c,
    <ProposalPage
      opinions={await opinionsOn(db, id)}
      reviews={await reviewsOf(db, id)}
      before={await proposalOn(db, id)}
      {...{ about, state, isShown }}
    />,
  )
}

const takingBackPage: FormPage = async (c, state) =>
  page(c, <TakingBackPage about={await fileAt(c)} state={state} />)

/** One file: what is next, its sections, what is asked of the applicant, what is proposed. LAB-10 to LAB-14. */
export const fileRoutes = new Hono<AppEnv>()
  .get(routes.file, may(policy.seeInstruction), (c) => filePage(c, blankForm))
  .post(
    routes.charge,
    may(policy.instruct),
    writes('instruction.taken-up'),
    form(emptyForm, filePage),
    async (c) => {
      const taken = orNotFound(await takeUp(c.var.context, applicationOf(c)))
      return answered(c, taken, 'Ce dossier est à vous. Le délai d’instruction court depuis sa réception.')
    },
  )
  .get(routes.assignment, may(policy.instruct), (c) => assignmentPage(c, blankForm))
  .post(
    routes.assignment,
    may(policy.instruct),
    writes('instruction.reassigned'),
    form(assignmentForm, assignmentPage),
    async (c) => {
      const { groupe: groupId, personne: personId, motif: reason } = c.var.form
      const sent = orNotFound(await reassign(c.var.context, applicationOf(c), { groupId, personId, reason }))
      if (isRefusal(sent)) return c.var.again(problemOfInstruction(sent))
      // It may lie on another desk now.
      return done(
        c,
        paths.queue(c.var.network.base),
        'Le dossier est réaffecté. Le motif reste dans son histoire.',
      )
    },
  )
  .get(routes.section, may(policy.seeInstruction), (c) => sectionPage(c, blankForm, false))
  .post(
    routes.section,
    may(policy.instruct),
    writes('instruction.examined'),
    form(asked, (c, state) => sectionPage(c, state, false)),
    async (c) => {
      const { name, criteria } = await sectionOf(c)
      const codes = criteria.map(({ code }) => code)
      const typed: Readonly<Record<string, unknown>> = c.var.form
      const section = { name, seen: c.var.form.vu, codes, reviews: reviewsTyped(codes, typed) }
      const saved = orNotFound(await saveReview(c.var.context, applicationOf(c), section))
      if (isRefusal(saved) && saved.refused === 'section-saved-meanwhile') {
        c.status(409)
        return sectionPage(c, { ...c.var.typed, problems: [problemOfInstruction(saved)] }, true)
      }
      return answered(c, saved, 'L’examen de la rubrique est enregistré.')
    },
  )
  .get(routes.completion, may(policy.instruct), (c) => completionPage(c, blankForm))
  .post(
    routes.completion,
    may(policy.instruct),
    writes('completion.asked'),
    form(completionForm, completionPage),
    async (c) => {
      const { message, date: dueOn, motif: lateReason } = c.var.form
      const sent = orNotFound(
        await askCompletion(c.var.context, applicationOf(c), { message, dueOn, lateReason }),
      )
      return answered(
        c,
        sent,
        'La demande part au demandeur par courriel. Le délai d’instruction est suspendu jusqu’à sa réponse.',
      )
    },
  )
  .get(routes.closing, may(policy.instruct), (c) => closingPage(c, blankForm))
  .post(
    routes.closing,
    may(policy.instruct),
    writes('instruction.not-followed-up'),
    form(reasonForm, closingPage),
    async (c) => {
      const closed = orNotFound(await closeUnanswered(c.var.context, applicationOf(c), c.var.form.motif))
      return answered(
        c,
        closed,
        'Le dossier est classé sans suite. Le demandeur en est prévenu par courriel.',
      )
    },
  )
  .get(routes.proposal, may(policy.instruct), (c) => proposalPage(c, blankForm, false))
  .post(
    routes.proposal,
    may(policy.instruct),
    writes('instruction.proposed'),
    form(proposalForm, (c, state) => proposalPage(c, state, false)),
    async (c) => {
      const { sens: kind, niveau: level, motifs: reasons, reserve, reserve_avant: until } = c.var.form
      const id = applicationOf(c)
      if (!c.var.confirmed && (await isEarly(c))) return proposalPage(c, c.var.typed, true)
      const reserves = kind === 'granted_with_reserve' && reserve ? [{ text: reserve, until }] : []
      const reviews = await reviewsOf(c.var.context.db, id)
      const proposal = { kind, level, reasons, reserves, byCriterion: reasonsOf(reviews) }
      const proposed = orNotFound(await proposeDecision(c.var.context, id, proposal))
      return answered(
        c,
        proposed,
        'La proposition est enregistrée. Le dossier attend maintenant sa décision.',
      )
    },
  )
  .get(routes.takingBack, may(policy.instruct), (c) => takingBackPage(c, blankForm))
  .post(
    routes.takingBack,
    may(policy.instruct),
    writes('instruction.reopened'),
    form(reasonForm, takingBackPage),
    async (c) => {
      const back = orNotFound(await takeBackProposal(c.var.context, applicationOf(c), c.var.form.motif))
      return answered(c, back, 'Le dossier est de nouveau en instruction.')
    },
  )
  .get(routes.document, may(policy.seeInstruction), async (c) => {
    const { file } = await fileAt(c)
    const { db } = c.var.context
    const requests = await completionsOf(db, file.id)
    const visits = await visitsOf(db, file.id)
    return sendFile(c, [
      ...(await proofsIn(db, file.id)).map(({ proof }) => proof.fileId),
      ...requests.flatMap(({ items, answeredOn }) =>
        answeredOn === null ? [] : items.map(({ fileId }) => fileId),
      ),
      ...visits.flatMap(({ photos }) => photos.map(({ fileId }) => fileId)),
    ])
  })

/** Proposed while an opinion is awaited, or a criterion was not examined: shown first. LAB-12. */
async function isEarly(c: AppContext): Promise<boolean> {
  const { file } = await fileAt(c)
  const { given, asked: all } = received(await opinionsOn(c.var.context.db, file.id))
  return given < all || file.criteria.some(({ code }) => !file.marks[code])
}

/** The file's page after its act, or the same page with why not. */
function answered(
  c: AppContext & { var: { again(problem: ReturnType<typeof problemOfInstruction>): Promise<Response> } },
  outcome: true | Refusal<InstructionRefusal>,
  sentence: string,
): Response | Promise<Response> {
  if (isRefusal(outcome)) return c.var.again(problemOfInstruction(outcome))
  return done(c, paths.file(c.var.network.base, applicationOf(c)), sentence)
}

function reviewsTyped(codes: readonly string[], typed: Readonly<Record<string, unknown>>): CriterionReview[] {
  return codes.flatMap((code) => {
    const mark = String(typed[`constat-${code}`] ?? '')
    const message = String(typed[`message-${code}`] ?? '')
    return mark === '' ? [] : [{ code, mark: mark as CriterionReview['mark'], message }]
  })
}

/** What lacks, in the instructor's words: the letter of the decision begins from there. LAB-15. */
function reasonsOf(reviews: ReadonlyMap<string, CriterionReview>): Record<string, string> {
  const said = [...reviews.values()].filter(({ message }) => message !== '')
  return Object.fromEntries(said.map(({ code, message }) => [code, message]))
}
