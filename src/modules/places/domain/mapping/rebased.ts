import { type StandardColumn, standardColumns } from '../standard/standard-columns.ts'
import { headingsOf, type Mapping, type Origin } from './mapping.ts'

/**
 * What was chosen of the columns of a file, once the file is read otherwise: what the person changed stays as long as its columns
 * are still there, and the rest is proposed again. `before`: what was proposed to them. DIR-28.
 */
export function rebased(
  { before, typed, after }: { before: Mapping; typed: Mapping; after: Mapping },
  header: readonly string[],
): Mapping {
  const columns: Partial<Record<StandardColumn, Origin>> = {}
  for (const column of standardColumns) {
    const chosen = typed.columns[column]
    const isTouched = JSON.stringify(chosen) !== JSON.stringify(before.columns[column])
    const stands = !chosen || headingsOf(chosen).every((name) => header.includes(name))
    const origin = isTouched && stands ? chosen : after.columns[column]
    if (origin) columns[column] = origin
  }
  const isGrouped = typed.isGrouped === before.isGrouped ? after.isGrouped : typed.isGrouped
  return { ...after, columns, isGrouped }
}
