import { sql } from 'kysely'
import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import type { OccupancyKind } from '../domain/availability.ts'
import type { InventoryId, LineId, ModelId, UnitId } from '../domain/equipment.ts'

/**
 * Holds these units until the end of the transaction, in ascending order: whoever writes about them does the same first,
 * so that two writers wait for each other and never deadlock. EQP-405, EQP-1702.
 */
export async function lockUnits(tx: Database, units: readonly UnitId[]): Promise<void> {
  if (units.length === 0) return
  await sql`select id from equipment.unit where id = any(${units}::uuid[]) order by id for no key update`.execute(
    tx,
  )
}

/** The units of these models, with the parts of their kits, in the order in which they are locked. */
export async function unitsOfModels(
  tx: Database,
  inventory: InventoryId,
  models: readonly ModelId[],
): Promise<UnitId[]> {
  const { rows } = await sql<{ id: UnitId }>`
    select u.id from equipment.unit u left join equipment.unit k on k.id = u.kit_id
    where u.inventory_id = ${inventory}
      and (u.model_id = any(${models}::uuid[]) or k.model_id = any(${models}::uuid[])) order by u.id`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/**
 * All the units an act on these ones may write about: they and their parts, the kits they belong to, those of the same
 * models and of the models that do as well. In the order in which they are locked.
 */
export async function unitsAround(db: Database, units: readonly UnitId[]): Promise<UnitId[]> {
  const { rows } = await sql<{ id: UnitId }>`
    with concerned as (
      select u.id, u.model_id, u.inventory_id from equipment.unit u
      where u.id = any(${units}::uuid[])
        or u.id in (select p.kit_id from equipment.unit p where p.id = any(${units}::uuid[]))),
    models as (
      select model_id from concerned
      union select s.substitute_id from equipment.model_substitute s join concerned c using (model_id))
    select u.id from equipment.unit u left join equipment.unit k on k.id = u.kit_id
    where u.inventory_id in (select inventory_id from concerned)
      and (u.id in (select id from concerned) or u.kit_id in (select id from concerned)
        or u.model_id in (select model_id from models) or k.model_id in (select model_id from models))
    order by u.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Holds `unitsAround` these ones, in one statement. */
export async function lockAround(tx: Database, units: readonly UnitId[]): Promise<UnitId[]> {
  const { rows } = await sql<{ id: UnitId }>`
    with concerned as (
      select u.id, u.model_id, u.inventory_id from equipment.unit u where u.id = any(${units}::uuid[])),
    models as (
      select model_id from concerned
      union select s.substitute_id from equipment.model_substitute s join concerned c using (model_id))
    select x.id from equipment.unit x
    where x.inventory_id in (select inventory_id from concerned)
      and (x.id in (select id from concerned) or x.kit_id in (select id from concerned)
        or x.model_id in (select model_id from models)
        or x.kit_id in (select k.id from equipment.unit k where k.model_id in (select model_id from models)))
    order by x.id for no key update of x`.execute(tx)
  return rows.map(({ id }) => id)
}

/** A unit and the serialised parts that go with it. */
export async function withParts(tx: Database, unit: UnitId): Promise<UnitId[]> {
  const rows = await tx
    .selectFrom('equipment.unit')
    .select('id')
    .where((where) => where.or([where('id', '=', unit), where('kit_id', '=', unit)]))
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export interface NewOccupancy {
  readonly kind: OccupancyKind
  /** When other rows already name it; else a new one. */
  readonly rootId?: Id<'root'>
  readonly lineId?: LineId
  readonly offerId?: Id<'waitlist-offer'>
  readonly units: readonly UnitId[]
  /** `until` null: nobody knows yet (an incident). */
  readonly span: { readonly from: Instant; readonly until: Instant | null }
  /** Null: firm. */
  readonly heldUntil: Instant | null
  readonly prepMinutes: number
  readonly turnaroundMinutes: number
  readonly title?: string
  readonly responsible?: string
}

/**
 * Takes the units together, under one root. Throws the violation of `one_use_at_a_time` when one of them is taken: the
 * last word is the database's.
 */
export async function addOccupancy(
  tx: Database,
  one: NewOccupancy,
  recorded: { at: Instant; by: PersonId | null },
): Promise<Id<'root'>> {
  const root = one.rootId ?? newId<'root'>()
  await tx
    .insertInto('equipment.occupancy')
    .values(
      one.units.map((unit) => ({
        id: newId<'occupancy'>(),
        unit_id: unit,
        kind: one.kind,
        line_id: one.lineId ?? null,
        offer_id: one.offerId ?? null,
        root_id: root,
        status: one.heldUntil === null ? 'firm' : 'hold',
        held_until: one.heldUntil,
        period: sql<string>`tstzrange(${one.span.from}, ${one.span.until})`,
        prep_minutes: one.prepMinutes,
        turnaround_minutes: one.turnaroundMinutes,
        blocked: 'empty',
        title: one.title ?? '',
        responsible: one.responsible ?? '',
        recorded_at: recorded.at,
        recorded_by: recorded.by,
      })),
    )
    .execute()
  return root
}

/** Frees everything a line holds; what has already come back stays written. */
export async function releaseLine(tx: Database, line: LineId): Promise<void> {
  await tx
    .updateTable('equipment.occupancy')
    .set({ status: 'released', held_until: null })
    .where('line_id', '=', line)
    .where('status', 'in', ['hold', 'firm'])
    .execute()
}

export async function releaseRoot(tx: Database, root: string): Promise<void> {
  await tx
    .updateTable('equipment.occupancy')
    .set({ status: 'released', held_until: null })
    .where(sql<boolean>`root_id = ${root}::uuid`)
    .where('status', 'in', ['hold', 'firm'])
    .execute()
}

/** What was held becomes firm. */
export async function confirmLine(tx: Database, line: LineId): Promise<void> {
  await tx
    .updateTable('equipment.occupancy')
    .set({ status: 'firm', held_until: null })
    .where('line_id', '=', line)
    .where('status', '=', 'hold')
    .execute()
}

/** The units of a root pass to a line: an accepted offer, or an accepted substitute. */
export async function giveRootToLine(
  tx: Database,
  root: string,
  line: LineId,
  to: { status: 'hold'; heldUntil: Instant } | { status: 'firm' },
): Promise<void> {
  await tx
    .updateTable('equipment.occupancy')
    .set({ line_id: line, status: to.status, held_until: to.status === 'hold' ? to.heldUntil : null })
    .where(sql<boolean>`root_id = ${root}::uuid`)
    .where('status', '=', 'hold')
    .execute()
}

/**
 * Moves the end of a line's plan for these units. Throws the violation of `one_use_at_a_time` when somebody else comes
 * before the new end. EQP-703.
 */
export async function moveEnd(
  tx: Database,
  line: LineId,
  units: readonly UnitId[],
  until: Instant,
): Promise<void> {
  await tx
    .updateTable('equipment.occupancy')
    .set({ period: sql<string>`tstzrange(lower(period), ${until})` })
    .where('line_id', '=', line)
    .where('unit_id', 'in', units)
    .where('status', 'in', ['hold', 'firm', 'out'])
    .execute()
}

export async function markOut(tx: Database, line: LineId): Promise<void> {
  await tx
    .updateTable('equipment.occupancy')
    .set({ status: 'out' })
    .where('line_id', '=', line)
    .where('status', '=', 'firm')
    .execute()
}

/** The plan of what came back is over: shortened when it is early, never lengthened. EQP-405. */
export async function markBack(
  tx: Database,
  line: LineId,
  units: readonly UnitId[],
  backAt: Instant,
): Promise<void> {
  await sql`update equipment.occupancy set status = 'done', period = case
      when ${backAt}::timestamptz > lower(period) and ${backAt}::timestamptz < upper(period)
        then tstzrange(lower(period), ${backAt}::timestamptz)
      else period end
    where line_id = ${line} and status = 'out' and unit_id = any(${units}::uuid[])`.execute(tx)
}
