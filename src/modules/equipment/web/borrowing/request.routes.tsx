import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { type DraftRead, findDraft } from '../../data/borrowing/borrowing.queries.ts'
import type { RequestId } from '../../domain/equipment.ts'
import { type Requested, saveLoanDraft } from '../../use-cases/borrowing/request-loan.ts'
import { joinWaitingList } from '../../use-cases/borrowing/waiting-list.ts'
import { borrowingPaths as paths, borrowingRoutesOf as routes } from './borrowing.paths.ts'
import { borrowingPolicy } from './borrowing.policy.ts'
import { RequestPage } from './pages/request-page.tsx'
import { requestForm } from './request.form.ts'
import { ownAsking, requestWorld } from './request-view.ts'
import { type Answered, type Asker, type Keeping, refusedAnswer, sendRequest } from './send-request.ts'

async function askerOf(c: AppContext, draft: RequestId | null = null): Promise<Asker> {
  return {
    asking: await ownAsking(c),
    draft,
    show: answer,
    keep: (_, keeping) => keep(c, keeping, draft),
    sent,
  }
}

async function answer(
  c: AppContext,
  state: FormState,
  { suggestions = [], mayExceed = false }: Answered = {},
) {
  const world = await requestWorld(await ownAsking(c), state.values)
  const { base } = c.var.network
  const draft = c.req.param('demande') ?? ''
  const action = isId<'loan-request'>(draft) ? paths.draft(base, draft) : paths.request(base)
  return page(
    c,
    <RequestPage
      view={viewOf(c)}
      action={action}
      world={world}
      state={state}
      suggestions={suggestions}
      mayExceed={mayExceed}
    />,
  )
}

const requestPage: FormPage = (c, state) => answer(c, state)

const draftPage: FormPage = async (c, state) => {
  const draft = await draftOf(c)
  return answer(c, state === blankForm ? { values: valuesOfDraft(draft), problems: [] } : state)
}

export const requestRoutes = new Hono<AppEnv>()
  .get(routes.request, may(borrowingPolicy.borrow), (c) => {
    const asked = Object.entries(c.req.query()).map(([name, value]) => [name, value.slice(0, 100)])
    return answer(c, { values: Object.fromEntries(asked), problems: [] })
  })
  .post(
    routes.request,
    may(borrowingPolicy.borrow),
    writes('loan.requested', 'loan.drafted'),
    form(requestForm, requestPage),
    async (c) => sendRequest(c, await askerOf(c), c.var.form, c.var.typed),
  )
  .get(routes.draft, may(borrowingPolicy.borrow), (c) => draftPage(c, blankForm))
  .post(
    routes.draft,
    may(borrowingPolicy.borrow),
    writes('loan.requested', 'loan.drafted'),
    form(requestForm, draftPage),
    async (c) => sendRequest(c, await askerOf(c, (await draftOf(c)).id), c.var.form, c.var.typed),
  )

async function keep(c: AppContext, { wish, told, values, acte }: Keeping, draft: RequestId | null) {
  const { retrait, retour } = wish
  const waits = acte === 'attendre'
  if (waits && (!retrait || !retour || told.wanted.length === 0)) {
    c.status(422)
    const message = 'Choisissez le matériel et les deux créneaux : la liste d’attente en a besoin.'
    return answer(c, { values, problems: [{ field: 'retrait', message }] })
  }
  const hours = retrait && retour ? { pickupAt: retrait, returnAt: retour } : {}
  const kept = await saveLoanDraft(c.var.context, { ...told, ...hours }, draft)
  if (isRefusal(kept)) return refusedAnswer(c, await askerOf(c, draft), kept, values)
  if (!waits || !retrait || !retour)
    return done(
      c,
      paths.requests(c.var.network.base),
      'Votre brouillon est gardé. Rien n’est encore demandé.',
    )
  for (const line of kept.lines) {
    const wait = { pickupAt: retrait, returnAt: retour, flexibleDays: 0, priority: 1 }
    const joined = await joinWaitingList(c.var.context, { lineId: line.id, seen: line.seq }, wait)
    if (isRefusal(joined)) return refusedAnswer(c, await askerOf(c, draft), joined, values)
  }
  return done(
    c,
    placeOf(c, kept),
    'Vous êtes sur la liste d’attente. Dès qu’un exemplaire se libère, un courriel vous le propose, à vous seul.',
  )
}

function sent(c: AppContext, requested: Requested, isDerogation: boolean): Response {
  return done(c, placeOf(c, requested), sentence(requested, isDerogation))
}

function sentence({ lines }: Requested, isDerogation: boolean): string {
  const what =
    lines.length > 1 ? `${lines.length} exemplaires vous sont gardés` : 'Le matériel vous est gardé'
  return isDerogation
    ? `Votre demande de dépassement est envoyée. ${what} jusqu’à la réponse, que la tête de réseau doit motiver. Un courriel vous la dira.`
    : `Votre demande est envoyée. ${what} jusqu’à la réponse de la tête de réseau. Un courriel vous la dira.`
}

function placeOf(c: AppContext, { lines }: Requested): string {
  const { base } = c.var.network
  const [only, ...others] = lines
  return only && others.length === 0 ? paths.line(base, only.id) : paths.requests(base)
}

async function draftOf(c: AppContext): Promise<DraftRead> {
  const id = c.req.param('demande') ?? ''
  const { db, reach } = c.var.context
  return orNotFound(isId<'loan-request'>(id) ? await findDraft(db, reach, id) : null)
}

function valuesOfDraft(draft: DraftRead): FormState['values'] {
  const hours = { retrait: draft.pickupAt ?? '', retour: draft.returnAt ?? '' }
  return {
    ...hours,
    modele: draft.wanted.map(({ modelId }) => modelId),
    nombre: draft.wanted.map(({ count }) => String(count)),
    exemplaire: draft.wanted[0]?.unitId ?? '',
    guichet: draft.deskId,
    convention: draft.agreementId ?? '',
    du: draft.pickupAt ? dayOf(draft.pickupAt) : '',
    au: draft.returnAt ? dayOf(draft.returnAt) : '',
    nature: draft.actionKind,
    actions: draft.actions,
    public: draft.audience,
    personnes: draft.expectedPeople === null ? '' : String(draft.expectedPeople),
    lieu: draft.usedAt,
    rangement: draft.isStoredSafely ? 'oui' : '',
    retire_nom: draft.collectorName,
    retire_qualite: draft.collectorQuality,
    retire_telephone: draft.collectorPhone,
  }
}
