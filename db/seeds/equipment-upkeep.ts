import { addDays } from '../../src/kernel/day.ts'
import { startOfDay } from '../../src/kernel/instant.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import {
  beginStockTaking,
  type DeskId,
  type InventoryId,
  logUpdates,
  type ModelId,
  noteReadings,
  openPlan,
} from '../../src/modules/equipment/index.ts'
import type { Context } from '../../src/platform/context.ts'

interface Kept {
  inventoryId: InventoryId
  deskId: DeskId
  headset: ModelId
  drone: ModelId
}

/** 002 art. 4.2: what the owner keeps up and updates, with a drone that is late and a stock-taking in progress. */
export async function seedUpkeep(
  context: Context,
  { inventoryId, deskId, headset, drone }: Kept,
): Promise<void> {
  const { today } = context
  const at = (days: number) => ({
    context: { ...context, today: addDays(today, days), now: startOfDay(addDays(today, days)) },
    inventory: { id: inventoryId, timeZone: 'Europe/Paris' },
  })
  const plan = { unitId: null, everyDays: null, everyLoans: null, blocks: false, minutes: 60 }
  await openPlan(at(-120), {
    ...{ ...plan, modelId: headset, title: 'Nettoyer les lentilles', everyLoans: 1, minutes: 30 },
    ...{ checklist: ['Lentilles', 'Sangles', 'Manettes chargées'], from: addDays(today, -120) },
  })
  await openPlan(at(-120), {
    ...{ ...plan, modelId: drone, title: 'Vérifier les hélices et la batterie', everyDays: 90, blocks: true },
    ...{ checklist: ['Hélices', 'Batterie', 'Vol d’essai'], from: addDays(today, -92) },
  })
  const system = { software: 'Système du casque', versionBefore: '', note: '', result: 'done' as const }
  await logUpdates(at(-200), 'VR-1\nVR-2\nVR-3', {
    ...system,
    versionAfter: '4.1',
    day: addDays(today, -200),
  })
  await logUpdates(at(-40), 'VR-1\nVR-2', { ...system, versionAfter: '4.2', day: addDays(today, -40) })
  const session = await beginStockTaking(at(-1), deskId)
  if (isRefusal(session)) throw new Error(`a seed was refused: ${session.refused}`)
  await noteReadings(at(-1), { id: session, inventoryId, deskId }, 'VR-1\nVR-2\nRADIO-1\nBAIE-0042')
}
