import type { Context } from '../../../../platform/context.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { findOrganisation } from '../../../identity/index.ts'
import { loadCommunes } from '../../data/communes.ts'
import type { TypedSection } from '../../domain/life/read-section.ts'
import { type StandardRow, standardColumns } from '../../domain/standard/standard-columns.ts'
import { type CheckedRow, validateRow } from '../../domain/standard/validate-row.ts'

/** A place typed as a row of the standard, read as a file's would be. */
export function readNewPlace({ today }: Pick<Context, 'today'>, typed: TypedSection): CheckedRow {
  const empty = Object.fromEntries(standardColumns.map((column) => [column, ''])) as StandardRow
  return validateRow({ ...empty, ...typed }, { communes: loadCommunes(), today })
}

/** The organisation of that SIRET or that very name; null: none bears it. */
export function organisationTyped(
  { db, network }: Pick<Context, 'db' | 'network'>,
  typed: string,
): Promise<OrganisationId | null> {
  const digits = typed.replace(/[\s.]/g, '')
  const siret = /^\d{14}$/.test(digits) ? digits : null
  return findOrganisation(db, network.id, { name: typed, siret })
}
