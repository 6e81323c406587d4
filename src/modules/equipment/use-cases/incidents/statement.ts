import type { Context } from '../../../../platform/context.ts'
import { organisationNames } from '../../../identity/index.ts'
import { chargesOf } from '../../data/incidents/charges.store.ts'
import type { Incident } from '../../data/incidents/incidents.queries.ts'
import type { Charge, Statement } from '../../domain/incidents/charge.ts'
import { frameOf } from '../deciding/decide-line.ts'
import { chargeGround } from './charge-borrower.ts'

/** All that the statement of a decided charge says; null while nothing is decided. EQP-905. */
export async function statementOf(context: Context, incident: Incident): Promise<Statement | null> {
  const { db } = context
  const charge = (await chargesOf(db, incident.id)).at(-1)
  const ground = charge && (await chargeGround(db, context, incident))
  const frame = ground && (await frameOf(db, context, ground.line))
  if (!ground || !frame || !isDecided(charge)) return null
  const { inventory, agreement } = frame
  const names = await organisationNames(db, [inventory.ownerId, ground.line.organisationId])
  return {
    owner: names.get(inventory.ownerId) ?? '',
    borrower: names.get(ground.line.organisationId) ?? '',
    agreement: agreement.reference,
    zone: inventory.timeZone,
    what: `${incident.modelName}, ${incident.unitName}`,
    ...{ unitName: incident.unitName, kind: incident.kind, discoveredAt: incident.discoveredAt },
    ...{ charge, bears: ground.bears },
  }
}

function isDecided(charge: Charge | undefined): charge is Statement['charge'] {
  return charge?.decidedAt != null && charge.decidedCents !== null
}
