import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { InventoryId, ModelId } from '../../domain/equipment.ts'

export interface ModelOutline {
  readonly id: ModelId
  readonly inventoryId: InventoryId
  readonly name: string
  readonly maker: string
  readonly category: string
  readonly description: string
  readonly prerequisites: string
  /** Units that may be lent one day: what was retired, lost or stolen is not counted. */
  readonly units: number
  readonly isKit: boolean
}

export interface ModelSheet extends ModelOutline {
  readonly software: readonly string[]
  /** Of the carrying case. */
  readonly caseGrams: number | null
  readonly caseLitres: number | null
  readonly accessories: readonly { readonly label: string; readonly expected: number }[]
  readonly notices: readonly { readonly id: string; readonly title: string; readonly url: string | null }[]
}

export interface ModelsAsked {
  readonly inventories: readonly InventoryId[]
  readonly text?: string
  readonly category?: string
  /** Only the units of that desk; '': of any. */
  readonly desk?: string
}

/** The models lent by these inventories, by category then name: one statement. EQP-108. */
export async function listModels(
  db: Database,
  { inventories, text = '', category = '', desk = '' }: ModelsAsked,
): Promise<ModelOutline[]> {
  const { rows } = await sql<ModelOutline>`
    select m.id, m.inventory_id as "inventoryId", m.name, m.maker, m.category, m.description, m.prerequisites,
      (select count(*)::integer from equipment.unit u where u.model_id = m.id and (u.kit_id is null or u.lent_alone)
        and u.lifecycle not in ('lost', 'stolen', 'retired') and (${desk === ''} or u.home_desk_id::text = ${desk})) as units,
      exists (select 1 from equipment.unit u where u.model_id = m.id and u.is_kit) as "isKit"
    from equipment.model m
    where m.inventory_id = any(${inventories}::uuid[]) and m.retired_at is null
      and exists (select 1 from equipment.unit u where u.model_id = m.id and (u.kit_id is null or u.lent_alone)
        and (${desk === ''} or u.home_desk_id::text = ${desk}))
      and (${category === ''} or m.category = ${category})
      and (${text === ''} or strpos(public.folded(concat_ws(' ', m.name, m.maker, m.category, m.description)),
        public.folded(${text})) > 0)
    order by m.category collate public.french, m.name collate public.french`.execute(db)
  return rows
}

/** One model with all that its page tells; null when none of these inventories lends it. EQP-103. */
export async function findModel(
  db: Database,
  inventories: readonly InventoryId[],
  id: ModelId,
): Promise<ModelSheet | null> {
  const outline = (await listModels(db, { inventories })).find((model) => model.id === id)
  if (!outline) return null
  const { rows } = await sql<Omit<ModelSheet, keyof ModelOutline>>`
    select m.software, m.case_weight_grams as "caseGrams", m.case_volume_litres as "caseLitres",
      (select coalesce(jsonb_agg(jsonb_build_object('label', c.label, 'expected', c.expected) order by c.rank), '[]')
        from equipment.checklist_item c where c.model_id = m.id) as accessories,
      (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'title', n.title, 'url', n.url)
        order by n.title collate public.french), '[]')
        from equipment.model_notice n where n.model_id = m.id) as notices
    from equipment.model m where m.id = ${id}`.execute(db)
  return rows[0] ? { ...outline, ...rows[0] } : null
}
