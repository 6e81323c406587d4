import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { dayOf, timeOf } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { formatDay, formatHour } from '../../../../ui/french.ts'
import { type DraftRead, findDraft } from '../../data/borrowing.queries.ts'
import type { RequestId } from '../../domain/equipment.ts'
import type { Refused } from '../../use-cases/lending-refusal.ts'
import { type DraftWish, type Requested, requestLoan, saveLoanDraft } from '../../use-cases/request-loan.ts'
import { joinWaitingList } from '../../use-cases/waiting-list.ts'
import { nearestSlots, refusalSentence, refusalStatus } from '../refusal-wording.ts'
import { borrowingPaths as paths, borrowingRoutesOf as routes } from './borrowing.paths.ts'
import { borrowingPolicy } from './borrowing.policy.ts'
import { alternativeText } from './catalogue-wording.ts'
import { RequestPage, type Suggestion } from './pages/request-page.tsx'
import { type RequestForm, requestForm, wantedIn } from './request.form.ts'
import { changesOf, choiceOf } from './request-choice.ts'
import { type RequestWorld, requestWorld } from './request-view.ts'
import { missingIn } from './request-wording.ts'

interface Answered {
  suggestions?: readonly Suggestion[]
  mayExceed?: boolean
}

async function answer(
  c: AppContext,
  state: FormState,
  { suggestions = [], mayExceed = false }: Answered = {},
) {
  const world = await requestWorld(c, state.values)
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
    (c) => act(c, c.var.form, c.var.typed, null),
  )
  .get(routes.draft, may(borrowingPolicy.borrow), (c) => draftPage(c, blankForm))
  .post(
    routes.draft,
    may(borrowingPolicy.borrow),
    writes('loan.requested', 'loan.drafted'),
    form(requestForm, draftPage),
    async (c) => act(c, c.var.form, c.var.typed, (await draftOf(c)).id),
  )

/** Sends the request, keeps it, or shows the page again with what its buttons ask. */
async function act(c: AppContext, typed: RequestForm, state: FormState, draft: RequestId | null) {
  const world = orNotFound(await requestWorld(c, state.values))
  const { calendar } = world.counter.desk
  const changes = changesOf(typed.choix, typed, calendar.zone)
  const values = { ...state.values, ...changes, acte: '', choix: '' }
  const wish = requestForm.parse(values)
  const acte = typed.choix === 'attente' ? 'attendre' : typed.choix !== '' ? 'envoyer' : typed.acte
  if (acte === 'creneaux') return answer(c, { values, problems: [] })
  if (!world.agreement) return answer(c, { values, problems: [] })
  const told = wishOf(wish, { ...world, agreement: world.agreement })
  if (acte === 'brouillon' || acte === 'attendre') return keep(c, { wish, told, values, draft, acte })
  const missing = missingIn(wish, world.counter.rules)
  if (missing.length > 0) {
    c.status(422)
    return answer(c, { values, problems: missing })
  }
  const asksDerogation = acte === 'depasser'
  const { retrait, retour } = wish
  const sent =
    retrait && retour
      ? await requestLoan(
          c.var.context,
          { ...told, pickupAt: retrait, returnAt: retour, asksDerogation },
          draft,
        )
      : null
  if (sent === null) return answer(c, { values, problems: [] })
  if (isRefusal(sent)) return refusedAnswer(c, sent, values, world)
  return done(c, placeOf(c, sent), sentence(sent, asksDerogation))
}

interface Keeping {
  wish: RequestForm
  told: DraftWish
  values: FormState['values']
  draft: RequestId | null
  acte: 'brouillon' | 'attendre'
}

async function keep(c: AppContext, { wish, told, values, draft, acte }: Keeping) {
  const { retrait, retour } = wish
  const waits = acte === 'attendre'
  if (waits && (!retrait || !retour || told.wanted.length === 0)) {
    c.status(422)
    const message = 'Choisissez le matériel et les deux créneaux : la liste d’attente en a besoin.'
    return answer(c, { values, problems: [{ field: 'retrait', message }] })
  }
  const hours = retrait && retour ? { pickupAt: retrait, returnAt: retour } : {}
  const kept = await saveLoanDraft(c.var.context, { ...told, ...hours }, draft)
  if (isRefusal(kept)) return refusedAnswer(c, kept, values, orNotFound(await requestWorld(c, values)))
  if (!waits || !retrait || !retour)
    return done(
      c,
      paths.requests(c.var.network.base),
      'Votre brouillon est gardé. Rien n’est encore demandé.',
    )
  for (const line of kept.lines) {
    const wait = { pickupAt: retrait, returnAt: retour, flexibleDays: 0, priority: 1 }
    const joined = await joinWaitingList(c.var.context, { lineId: line.id, seen: line.seq }, wait)
    if (isRefusal(joined)) return refusedAnswer(c, joined, values, orNotFound(await requestWorld(c, values)))
  }
  return done(
    c,
    placeOf(c, kept),
    'Vous êtes sur la liste d’attente. Dès qu’un exemplaire se libère, il vous est proposé, à vous seul, dans « Mes demandes ».',
  )
}

async function refusedAnswer(
  c: AppContext,
  refusal: Refused,
  values: FormState['values'],
  world: RequestWorld,
) {
  const { inventory, desk } = world.counter
  const zone = desk.calendar.zone
  const told = { ...refusal, details: { contact: inventory.contact, ...refusal.details } }
  const field = FIELDS[refusal.refused] ?? null
  const purpose = refusal.details.purpose === 'return' ? 'retour' : 'retrait'
  const slots = nearestSlots(refusal).map((start) => ({
    value: `${purpose} ${start}`,
    label: `${purpose === 'retour' ? 'Rendre' : 'Retirer'} le ${formatDay(dayOf(start, zone))} à ${formatHour(timeOf(start, zone))}`,
  }))
  const others = (refusal.alternatives ?? []).map((one) => ({
    value: choiceOf(one),
    label: alternativeText(one, zone, world.nameOf),
  }))
  c.status(refusalStatus(refusal))
  return answer(
    c,
    {
      values,
      problems: [
        {
          field: refusal.refused === 'slot_unavailable' ? purpose : field,
          message: refusalSentence(told, zone),
        },
      ],
    },
    { suggestions: [...slots, ...others], mayExceed: refusal.refused === 'derogation_required' },
  )
}

const FIELDS: Partial<Record<Refused['refused'], string>> = {
  period_invalid: 'retour',
  derogation_required: 'retour',
  too_long: 'retour',
  request_incomplete: 'actions',
}

function wishOf(
  wish: RequestForm,
  { counter, agreement }: RequestWorld & { agreement: NonNullable<RequestWorld['agreement']> },
): DraftWish {
  return {
    inventoryId: counter.inventory.id,
    deskId: counter.desk.id,
    agreementId: agreement.id,
    organisationId: agreement.partner.id,
    placeId: null,
    actionKind: wish.nature,
    actions: wish.actions,
    audience: wish.public,
    expectedPeople: wish.personnes,
    usedAt: wish.lieu,
    isStoredSafely: wish.rangement,
    collector: { name: wish.retire_nom, quality: wish.retire_qualite, phone: wish.retire_telephone },
    isInseparable: false,
    wanted: wantedIn(wish),
  }
}

function sentence({ lines }: Requested, isDerogation: boolean): string {
  const what =
    lines.length > 1 ? `${lines.length} exemplaires vous sont gardés` : 'Le matériel vous est gardé'
  return isDerogation
    ? `Votre demande de dépassement est envoyée. ${what} jusqu’à la réponse, que la tête de réseau doit motiver.`
    : `Votre demande est envoyée. ${what} jusqu’à la réponse de la tête de réseau : lisez-la dans « Mes demandes ».`
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
