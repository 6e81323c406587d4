import { isSame } from './changes.ts'

/** A field that two people wrote: what both had read, what is kept now, what was typed. */
export interface EditConflict<Field> {
  readonly field: Field
  readonly read: unknown
  readonly theirs: unknown
  readonly mine: unknown
}

/**
 * What a form changes of a place that may have moved since it was drawn: only fields that were typed over. A field that
 * somebody else wrote meanwhile, otherwise, is a conflict, and nobody's text is lost. DIR-9.
 */
export function mergeEdit<Fields extends object>(
  read: Partial<Fields>,
  typed: Partial<Fields>,
  current: Fields,
): { patch: Partial<Fields>; conflicts: EditConflict<keyof Fields>[] } {
  const patch: Partial<Fields> = {}
  const conflicts: EditConflict<keyof Fields>[] = []
  for (const field of Object.keys(typed) as (keyof Fields)[]) {
    const mine = typed[field]
    const theirs = current[field]
    if (isSame(read[field], mine) || isSame(theirs, mine)) continue
    if (isSame(read[field], theirs)) patch[field] = mine
    else conflicts.push({ field, read: read[field], theirs, mine })
  }
  return { patch, conflicts }
}
