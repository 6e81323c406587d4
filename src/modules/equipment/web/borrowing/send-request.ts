import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import type { FormState } from '../../../../platform/http/form.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import type { RequestId } from '../../domain/equipment.ts'
import { type DraftWish, type Requested, requestLoan } from '../../use-cases/borrowing/request-loan.ts'
import type { Refused } from '../../use-cases/lending-refusal.ts'
import { slotText } from '../moment-wording.ts'
import { nearestSlots, refusalSentence, refusalStatus } from '../refusal-wording.ts'
import { alternativeText } from './catalogue-wording.ts'
import type { Suggestion } from './pages/request-page.tsx'
import { type RequestForm, requestForm, wantedIn } from './request.form.ts'
import { changesOf, choiceOf } from './request-choice.ts'
import { type Asking, type RequestWorld, requestWorld } from './request-view.ts'
import { missingIn } from './request-wording.ts'

export interface Answered {
  suggestions?: readonly Suggestion[]
  mayExceed?: boolean
}

/** What is typed, to be kept as a draft or on the waiting list. */
export interface Keeping {
  wish: RequestForm
  told: DraftWish
  values: FormState['values']
  acte: 'brouillon' | 'attendre'
}

/** Whoever fills in a request: a member for their structure, or a manager for one of them. EQP-505. */
export interface Asker {
  readonly asking: Asking
  readonly draft: RequestId | null
  readonly show: (c: AppContext, state: FormState, answered?: Answered) => Promise<Response>
  /** Null: this request is sent or not at all. */
  readonly keep: ((c: AppContext, keeping: Keeping) => Promise<Response>) | null
  readonly sent: (c: AppContext, requested: Requested, isDerogation: boolean) => Response
}

/** Sends the request, keeps it, or shows the page again with what its buttons ask. */
export async function sendRequest(c: AppContext, asker: Asker, typed: RequestForm, state: FormState) {
  const { asking, show, keep, draft } = asker
  const world = orNotFound(await requestWorld(asking, state.values))
  const { calendar } = world.counter.desk
  const changes = changesOf(typed.choix, typed, calendar.zone)
  const values = { ...state.values, ...changes, acte: '', choix: '' }
  const wish = requestForm.parse(values)
  const acte = typed.choix === 'attente' ? 'attendre' : typed.choix !== '' ? 'envoyer' : typed.acte
  if (acte === 'creneaux') return show(c, { values, problems: [] })
  if (!world.agreement) return show(c, { values, problems: [] })
  const told = wishOf(wish, { ...world, agreement: world.agreement })
  if (keep && (acte === 'brouillon' || acte === 'attendre')) return keep(c, { wish, told, values, acte })
  const missing = missingIn(wish, world.counter.rules)
  if (missing.length > 0) {
    c.status(422)
    return show(c, { values, problems: missing })
  }
  const { retrait: pickupAt, retour: returnAt } = wish
  if (!pickupAt || !returnAt) return show(c, { values, problems: [] })
  const asksDerogation = acte === 'depasser'
  const sent = await requestLoan(asking.context, { ...told, pickupAt, returnAt, asksDerogation }, draft)
  return isRefusal(sent) ? refusedAnswer(c, asker, sent, values) : asker.sent(c, sent, asksDerogation)
}

/** The page again with why not, and what is possible instead. EQP-504, EQP-1601. */
export async function refusedAnswer(
  c: AppContext,
  asker: Asker,
  refusal: Refused,
  values: FormState['values'],
) {
  const world = orNotFound(await requestWorld(asker.asking, values))
  const { inventory, desk } = world.counter
  const zone = desk.calendar.zone
  const told = { ...refusal, details: { contact: inventory.contact, ...refusal.details } }
  const field = FIELDS[refusal.refused] ?? null
  const purpose = refusal.details.purpose === 'return' ? 'retour' : 'retrait'
  const slots = nearestSlots(refusal).map((start) => ({
    value: `${purpose} ${start}`,
    label: `${purpose === 'retour' ? 'Rendre' : 'Retirer'} le ${slotText(start, zone)}`,
  }))
  const others = (refusal.alternatives ?? []).map((one) => ({
    value: choiceOf(one),
    label: alternativeText(one, zone, world.nameOf),
  }))
  c.status(refusalStatus(refusal))
  return asker.show(
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
