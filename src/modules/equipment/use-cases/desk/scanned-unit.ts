import type { Context } from '../../../../platform/context.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { organisationNames } from '../../../identity/index.ts'
import { type LabelledUnit, unitOfNumber, unitOfToken } from '../../data/desk/desk-acts.store.ts'
import { findLine } from '../../data/lines.store.ts'
import { rolesOf } from '../../data/roles.store.ts'
import { softwareOn, type UpdateLine } from '../../data/upkeep/updates.store.ts'
import { isAway } from '../../domain/line.ts'
import { allows, type InventoryRole } from '../../domain/rights.ts'
import { codeOf } from './desk-passage.ts'

/** A unit met by its label, and what whoever met it is to its inventory. */
export interface ScannedUnit {
  readonly unit: LabelledUnit
  readonly owner: string
  readonly role: InventoryRole | null
  /** Out in the hands of the reader's own structure: they may tell of a breakdown. EQP-901. */
  readonly isOwnLoan: boolean
  /** What runs on it, for members. EQP-1002. */
  readonly software: readonly UpdateLine[]
}

/** What a scanned code is stuck on: open to all comers, who read of it what their role lets them. EQP-1301. */
export async function scannedUnit(context: Context, token: string): Promise<ScannedUnit | null> {
  const { db, network, actor } = context
  const unit = await unitOfToken(db, network.id, token)
  if (!unit) return null
  const owner = (await organisationNames(db, [unit.ownerId])).get(unit.ownerId) ?? ''
  const roles = actor.kind === 'member' ? await rolesOf(db, actor) : new Map()
  const isOwnLoan = actor.kind === 'member' && (await isOut(context, actor.organisations, unit))
  const software = actor.kind === 'member' ? await softwareOn(db, { units: [unit.unitId] }) : []
  return { unit, owner, role: roles.get(unit.inventoryId) ?? null, isOwnLoan, software }
}

async function isOut(
  { db, network }: Context,
  organisations: readonly OrganisationId[],
  { lineId }: LabelledUnit,
): Promise<boolean> {
  const own = { kind: 'these', network: network.id, organisations } as const
  const line = lineId && (await findLine(db, own, lineId))
  return line ? isAway(line.state) : false
}

/** The unit an agent typed or scanned, among those of the inventories they work for. EQP-1302. */
export async function typedUnit(context: Context, typed: string): Promise<LabelledUnit | null> {
  const { db, network, actor } = context
  if (actor.kind !== 'member') return null
  const roles = await rolesOf(db, actor)
  const inventories = [...roles].flatMap(([id, role]) => (allows(role, 'read') ? [id] : []))
  const { number, token } = codeOf(typed)
  if (inventories.length === 0) return null
  if (!token) return unitOfNumber(db, network.id, inventories, number)
  const unit = await unitOfToken(db, network.id, token)
  return unit && !unit.isReplaced && inventories.includes(unit.inventoryId) ? unit : null
}
