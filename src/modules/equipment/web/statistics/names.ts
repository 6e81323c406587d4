import { type Dimension, UNKNOWN } from '../../domain/telling/statistics.ts'
import type { LendingStatistics } from '../../use-cases/telling/lending-statistics.ts'
import { borrowerKindWord, territoryWord } from './statistics-wording.ts'

export type Names = (dimension: Dimension, key: string) => string

/** How each model, desk, kind of borrower… is called. */
export function namesOf({ lines, units }: LendingStatistics, desks: ReadonlyMap<string, string>): Names {
  const models = new Map([...lines, ...units].map(({ modelId, modelName }) => [String(modelId), modelName]))
  const unitNames = new Map(units.map(({ id, name }) => [String(id), name]))
  return (dimension, key) => {
    if (dimension === 'model') return models.get(key) ?? key
    if (dimension === 'unit') return unitNames.get(key) ?? key
    if (dimension === 'desk') return desks.get(key) ?? key
    if (dimension === 'borrowerKind') return borrowerKindWord(key)
    return dimension === 'territory' ? territoryWord(key) : key
  }
}

/** What each filter may be set to: what there is in the period, by name. */
export function choicesOf(
  { lines, units }: LendingStatistics,
  desks: ReadonlyMap<string, string>,
  names: Names,
): Record<'modele' | 'categorie' | 'guichet' | 'type' | 'territoire', { value: string; label: string }[]> {
  const things = [...lines, ...units]
  const listed = (dimension: Dimension, keys: readonly string[]) =>
    [...new Set(keys)]
      .map((value) => ({ value, label: names(dimension, value) }))
      .sort((one, other) => one.label.localeCompare(other.label, 'fr'))
  return {
    modele: listed(
      'model',
      things.map(({ modelId }) => modelId),
    ),
    categorie: listed(
      'category',
      things.map(({ category }) => category),
    ),
    guichet: listed('desk', [...desks.keys()]),
    type: listed(
      'borrowerKind',
      lines.map(({ borrowerKind }) => borrowerKind),
    ),
    territoire: listed(
      'territory',
      lines.map(({ territory }) => territory ?? UNKNOWN),
    ),
  }
}
