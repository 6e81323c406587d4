import type { ModelId } from '../equipment.ts'
import { changed, created, Faults, type Judged, nothingJudged, saysKnown } from './judged.ts'
import type { ReadRow } from './read-rows.ts'
import { MODEL, type ModelValues } from './tables.ts'

export interface KnownModel {
  readonly id: ModelId
  readonly values: ModelValues
}

export type JudgedModels = Judged<ModelValues, { id: ModelId; values: ModelValues; before: ModelValues }>

export interface ModelsWorld {
  /** By name. */
  readonly models: ReadonlyMap<string, KnownModel>
  /** A turnaround is at least that long. EQP-403. */
  readonly slotMinutes: number
}

/** New models, changed ones, and what is wrong: the name is the key. */
export function judgeModels(rows: readonly ReadRow<ModelValues>[], world: ModelsWorld): JudgedModels {
  const judged: JudgedModels = nothingJudged()
  const lines = new Map<string, number>()
  for (const row of rows) {
    const name = row.told.name ?? ''
    const known = world.models.get(name)
    const faults = new Faults(
      'modeles',
      row,
      (key) => known !== undefined && saysKnown(MODEL, row, known.values, key),
    )
    const first = lines.get(name)
    if (first !== undefined && name !== '')
      faults.add('name', `Ce modèle est déjà à la ligne ${first} : gardez une seule des deux lignes.`)
    lines.set(name, first ?? row.line)
    const after = known ? changed(MODEL, row, known.values) : created(MODEL, row)
    if (!known && (row.told.category ?? '') === '') faults.add('category', MODEL.category.expected)
    if (
      after &&
      after.turnaroundMinutes < world.slotMinutes &&
      known?.values.turnaroundMinutes !== after.turnaroundMinutes
    )
      faults.add('turnaroundMinutes', `Au moins un créneau du guichet : ${world.slotMinutes} minutes.`)
    if (known && row.told.category === '') faults.add('category', MODEL.category.expected)
    if (faults.noteIn(judged)) continue
    if (!after) judged.unchanged += 1
    else if (known) judged.updates.push({ id: known.id, values: after, before: known.values })
    else judged.creates.push(after)
  }
  return judged
}
