import { addDays } from '../../src/kernel/day.ts'
import { startOfDay } from '../../src/kernel/instant.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import {
  announceCharge,
  assessIncident,
  declareIncident,
  type InventoryId,
  type LineId,
  openIncident,
  type UnitId,
} from '../../src/modules/equipment/index.ts'
import type { Context } from '../../src/platform/context.ts'

interface Kept {
  lineId: LineId
  unitId: UnitId
  seen: number
}

const UNKNOWN = { witnessName: '', policeReference: '', policeDay: null, insurerClaim: '' }

/** 002 art. 4 and 4.1: a breakdown the borrower tells, that waits for its answer, and a broken charger that is charged. */
export async function seedIncidents(
  context: Context,
  inventoryId: InventoryId,
  { lineId, unitId, seen }: Kept,
): Promise<void> {
  const on = (days: number) => ({
    ...context,
    today: addDays(context.today, days),
    now: startOfDay(addDays(context.today, days)),
  })
  const broken = sure(
    await openIncident(on(-3), inventoryId, {
      ...{ ...UNKNOWN, unitId, lineId, kind: 'damage', part: 'Chargeur', stop: null, photos: [] },
      account: 'Fiche tordue, remarquée pendant une visite du relais.',
      discoveredAt: on(-4).now,
    }),
  )
  const target = { inventoryId, incidentId: broken.id }
  const conclusion = 'Le chargeur ne tient plus : il est à remplacer. L’ordinateur fonctionne.'
  const assessed = sure(
    await assessIncident(on(-2), { ...target, seen: broken.seq }, { ...UNKNOWN, conclusion, stop: null }),
  )
  sure(
    await announceCharge(
      on(-2),
      { ...target, seen: assessed.seq },
      {
        ...{ cause: 'damage', amountCents: 4_500, evidence: 'replacement_value', file: null },
        reason: 'Un chargeur neuf du même modèle.',
      },
    ),
  )
  sure(
    await declareIncident(
      on(-1),
      { lineId, seen },
      {
        account: 'La touche « entrée » ne répond plus depuis ce matin.',
        discoveredAt: on(-1).now,
        ...{ photos: [], emergency: null },
      },
    ),
  )
}

function sure<T>(outcome: T): Exclude<T, { refused: string }> {
  if (isRefusal(outcome)) throw new Error(`a seed was refused: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<T, { refused: string }>
}
