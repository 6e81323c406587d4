import { addDays, addMonths, type Day } from '../../src/kernel/day.ts'
import { startOfDay } from '../../src/kernel/instant.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import {
  type AgreementId,
  answerCommunication,
  answerMinutes,
  confirmListedPlace,
  declareEvidence,
  findAgreement,
  recordMeeting,
  requestCommunication,
} from '../../src/modules/agreements/index.ts'
import type { PlaceId } from '../../src/modules/places/index.ts'
import type { Context } from '../../src/platform/context.ts'
import type { Services } from '../../src/platform/services.ts'

/** Under 000: a place confirmed and another forgotten, a duty declared, a communication that awaits its answer. */
export async function seedDuties(
  context: Context,
  id: AgreementId,
  [confirmed]: readonly PlaceId[],
): Promise<void> {
  const { today } = context
  const at = (on: Day): Context => ({ ...context, today: on, now: startOfDay(on) })
  if (confirmed) {
    for (const on of [addMonths(today, -18), addMonths(today, -12), addMonths(today, -6), today]) {
      sure(await confirmListedPlace(at(on), { agreement: id, place: confirmed }))
    }
  }
  sure(
    await declareEvidence(context, id, {
      ...{ duty: 'campaigns_and_exchanges', placeId: null, on: addDays(today, -60), document: null },
      statement: 'Deux médiatrices ont participé à la journée du réseau, à Caen.',
    }),
  )
  const asked = at(addDays(today, -9))
  sure(
    await requestCommunication(asked, await target(context, id), {
      ...{ from: 'cocontractant', kind: 'promotional', operationOn: addDays(today, 21) },
      ...{
        audience: 'Les habitants de Val de Mer',
        media: 'Affiches et site de la collectivité',
        visuals: [],
      },
      ...{ logos: 'Val de Mer et Région Estuaire, à la même hauteur' },
      text: 'Deux lieux près de chez vous pour apprendre le numérique, avec la Région Estuaire.',
    }),
  )
}

/** Under 002: a meeting held, whose minutes one party has validated; an operation approved and held, without its results. */
export async function seedCommittee(services: Services, context: Context, id: AgreementId): Promise<void> {
  const { today } = context
  const heldOn = addDays(today, -30)
  const content = new TextEncoder().encode(
    '%PDF-1.7\nCompte rendu du comité du réseau, pour la démonstration.',
  )
  const minutes = {
    ...{ name: 'compte-rendu-du-comite.pdf', mediaType: 'application/pdf', content },
    sha256: await services.files.put(content),
  }
  const attendees = 'Louise Hamelin, Département de la Baie\nNoé Vasseur, Clics et Marées'
  const held = { committee: 'network', heldOn, attendees, minutes } as const
  const after = sure(await recordMeeting(context, await target(context, id), held))
  const meeting = after.acts.findLast(({ type }) => type === 'meeting_held')?.id ?? ''
  sure(
    await answerMinutes(context, await target(context, id), {
      ...{ meeting, party: 'departement', version: minutes.sha256, answer: 'validated', reason: '' },
    }),
  )
  const earlier: Context = { ...context, today: addDays(today, -50), now: startOfDay(addDays(today, -50)) }
  const operation = sure(
    await requestCommunication(earlier, await target(context, id), {
      ...{ from: 'cocontractant', kind: 'event', operationOn: addDays(today, -12), visuals: [], logos: '' },
      ...{ audience: 'Les familles', media: 'Stand au marché', text: 'Venez essayer les casques.' },
    }),
  ).acts.at(-1)
  sure(
    await answerCommunication(context, await target(context, id), {
      ...{ communication: operation?.id ?? '', party: 'departement', answer: 'approved', reason: '' },
    }),
  )
}

async function target({ db, reach }: Context, id: AgreementId) {
  const agreement = sure(await findAgreement(db, reach, id))
  return { id, seen: agreement.acts.at(-1)?.seq ?? 0 }
}

/** A seed that is refused is a defect of ours: say which. */
function sure<T>(outcome: T | null): Exclude<T, { refused: string }> {
  if (outcome === null || isRefusal(outcome))
    throw new Error(`a seed was refused: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<T, { refused: string }>
}
