import type { Day } from '../../../kernel/day.ts'
import { dayOf, type Instant } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db/database.ts'
import { type Agreement, articleOf, coveredPlaces, coverOn, findAgreement } from '../../agreements/index.ts'
import { type Desk, findDesk } from '../data/desks.store.ts'
import { findInventory, type Inventory, policyOn } from '../data/inventory.store.ts'
import { placesNow } from '../data/place-now.queries.ts'
import { rulesOfText } from '../domain/agreement-rules.ts'
import type { AgreementId, DeskId, InventoryId, PlaceId } from '../domain/equipment.ts'
import { type LoanRight, loanRight } from '../domain/loan-right.ts'
import { type Policy, type Rules, rulesFrom } from '../domain/rules.ts'

/** All that rules a loan, read once: who lends, where, under which agreement and which rules. */
export interface LendingFrame {
  readonly inventory: Inventory
  readonly desk: Desk
  readonly agreement: Agreement
  readonly policy: Policy | null
  readonly rules: Rules
  /** The place that an id of the agreement or of a request names today. */
  readonly placeNow: (place: PlaceId) => PlaceId
}

export interface FrameAsked {
  inventoryId: InventoryId
  deskId: DeskId
  agreementId: AgreementId
}

/** Null when one of them does not exist within the actor's reach. */
export async function lendingFrame(
  db: Database,
  { reach, now }: Pick<Context, 'reach' | 'now'>,
  asked: FrameAsked,
): Promise<LendingFrame | null> {
  const inventory = await findInventory(db, reach, asked.inventoryId)
  const desk = inventory && (await findDesk(db, inventory.id, asked.deskId))
  const agreement = await findAgreement(db, reach, asked.agreementId)
  if (!inventory || !desk || !agreement) return null
  const today = dayOf(now, desk.calendar.zone)
  const policy = await policyOn(db, inventory.id, today)
  const placeNow = await placesNow(db, coveredPlaces(agreement))
  return { inventory, desk, agreement, policy, rules: rulesUnder(agreement, policy, today), placeNow }
}

/** The agreement's terms of that day, then the policy, then the product. EQP-102. */
export function rulesUnder(agreement: Agreement, policy: Policy | null, on: Day): Rules {
  const { terms } = coverOn(agreement, on)
  return rulesFrom(
    rulesOfText(terms.lending ?? {}, (path) => articleOf(terms, path)),
    policy,
  )
}

/**
 * May a loan of that agreement's partner run until `back`? Read on the day of the act, never kept: at submission, approval,
 * extension and hand-over. EQP-203, EQP-204.
 */
export function rightUntil(
  { agreement, inventory, desk, rules, placeNow }: LendingFrame,
  now: Instant,
  back: Instant | null,
  place: PlaceId | null,
  /** The worst delay of the borrower in this inventory, where its rules look at it. */
  daysLate = 0,
): LoanRight {
  const zone = desk.calendar.zone
  const cover = coverOn(agreement, dayOf(now, zone), place, placeNow)
  const named = cover.terms.lending?.inventories
  const lends = cover.terms.lending !== undefined && (!named || named.includes(inventory.name))
  return loanRight({ ...cover, lends }, rules, {
    daysLate,
    lastDay: back === null ? null : dayOf(back, zone),
  })
}
