import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { organisationNames } from '../../../identity/index.ts'
import type { PrintedLabel } from '../../domain/desk/label.ts'
import type { DeskId } from '../../domain/equipment.ts'

/** The labels in use of what is kept at a desk, by number. A thing that is retired needs none. EQP-1301. */
export async function labelsOfDesk(db: Database, desk: DeskId): Promise<PrintedLabel[]> {
  const rows = await db
    .selectFrom('equipment.unit as u')
    .innerJoin('equipment.model as m', 'm.id', 'u.model_id')
    .innerJoin('equipment.inventory as i', 'i.id', 'u.inventory_id')
    .innerJoin('equipment.unit_label as l', 'l.unit_id', 'u.id')
    .select(['u.id', 'l.token', 'u.asset_number', 'm.name', 'i.owner_id'])
    .where('u.home_desk_id', '=', desk)
    .where('l.replaced_at', 'is', null)
    .where('u.lifecycle', '<>', 'retired')
    .orderBy(sql`u.asset_number collate public.french`)
    .execute()
  const owners = [...new Set(rows.map((row): OrganisationId => row.owner_id))]
  const names = await organisationNames(db, owners)
  return rows.map((row) => ({
    unitId: row.id,
    token: row.token,
    assetNumber: row.asset_number,
    modelName: row.name,
    owner: names.get(row.owner_id) ?? '',
  }))
}
