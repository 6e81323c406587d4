import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { InventoryId, ModelId, UnitId } from '../../domain/equipment.ts'
import type { Rhythm } from '../../domain/upkeep/maintenance.ts'

export type PlanId = Id<'maintenance-plan'>
export type JobId = Id<'maintenance-job'>

export interface NewPlan extends Rhythm {
  /** One or the other. */
  readonly modelId: ModelId | null
  readonly unitId: UnitId | null
  readonly title: string
  readonly checklist: readonly string[]
  readonly blocks: boolean
  readonly minutes: number
  readonly from: Day
}

export async function addPlan(
  tx: Database,
  inventory: InventoryId,
  plan: NewPlan,
  at: Instant,
): Promise<PlanId> {
  const id: PlanId = newId()
  await tx
    .insertInto('equipment.maintenance_plan')
    .values({
      id,
      inventory_id: inventory,
      model_id: plan.modelId,
      unit_id: plan.unitId,
      title: plan.title,
      every_days: plan.everyDays,
      every_loans: plan.everyLoans,
      checklist: [...plan.checklist],
      blocks_booking: plan.blocks,
      minutes: plan.minutes,
      from_day: plan.from,
      created_at: at,
    })
    .execute()
  return id
}

/** What it asked for and was not done is forgotten; what was done stays. Gives back the roots that were planned. */
export async function retirePlan(
  tx: Database,
  inventory: InventoryId,
  plan: PlanId,
  at: Instant,
): Promise<{ roots: string[] } | null> {
  const retired = await tx
    .updateTable('equipment.maintenance_plan')
    .set({ retired_at: at })
    .where('id', '=', plan)
    .where('inventory_id', '=', inventory)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  if (retired.numUpdatedRows === 0n) return null
  const rows = await tx
    .deleteFrom('equipment.maintenance_job')
    .where('plan_id', '=', plan)
    .where('done_at', 'is', null)
    .returning('root_id')
    .execute()
  return { roots: rows.flatMap((row) => row.root_id ?? []) }
}

/** The open job of a unit under a plan, opened when there is none: two who ask get the same one. */
export async function openJob(
  tx: Database,
  job: { planId: PlanId; unitId: UnitId; title: string; due: Day; checklist: readonly string[] },
): Promise<JobId> {
  await tx
    .insertInto('equipment.maintenance_job')
    .values({
      id: newId<'maintenance-job'>(),
      unit_id: job.unitId,
      plan_id: job.planId,
      title: job.title,
      due_day: job.due,
      checklist: [...job.checklist],
    })
    .onConflict((on) => on.columns(['unit_id', 'plan_id']).where('done_at', 'is', null).doNothing())
    .execute()
  const row = await tx
    .selectFrom('equipment.maintenance_job')
    .select('id')
    .where('unit_id', '=', job.unitId)
    .where('plan_id', '=', job.planId)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.id as JobId
}

/** Its unit is taken for it, under that root. */
export async function planJob(tx: Database, job: JobId, root: Id<'root'> | null): Promise<void> {
  await tx.updateTable('equipment.maintenance_job').set({ root_id: root }).where('id', '=', job).execute()
}

export interface JobDone {
  readonly result: string
  readonly checklist: readonly string[]
  readonly ticked: readonly string[]
}

export async function closeJob(
  tx: Database,
  job: JobId,
  { result, checklist, ticked }: JobDone,
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .updateTable('equipment.maintenance_job')
    .set({
      done_at: recorded.at,
      done_by: recorded.by,
      result,
      checklist: [...checklist],
      ticked: [...ticked],
    })
    .where('id', '=', job)
    .execute()
}
