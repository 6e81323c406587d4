import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../src/platform/root.ts'

interface Field {
  name: string
  type: string
  constraints?: { required?: boolean; unique?: boolean; pattern?: string; maxLength?: number }
}

/** Each cell that the official schema refuses, its patterns held to the whole value (DIR-14). */
export function schemaFaults(rows: readonly Readonly<Record<string, string>>[]): string[] {
  const file = join(root, '../shared/data/places/schema-standard-1.0.2.json')
  const { fields } = JSON.parse(readFileSync(file, 'utf8')) as { fields: Field[] }
  return fields.flatMap((field) => faultsOf(field, rows))
}

function faultsOf(
  { name, type, constraints = {} }: Field,
  rows: readonly Readonly<Record<string, string>>[],
) {
  const { required, unique, pattern, maxLength } = constraints
  const whole = pattern ? new RegExp(`^(?:${pattern})$`) : null
  const seen = new Set<string>()
  return rows.flatMap((row, index) => {
    const cell = row[name] ?? ''
    const wrong = (what: string) => [`row ${index + 1}, ${name}: ${what} « ${cell.slice(0, 80)} »`]
    if (cell === '') return required ? wrong('is required') : []
    if (whole && !whole.test(cell)) return wrong('does not match')
    if (maxLength !== undefined && [...cell].length > maxLength) return wrong('is too long')
    if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(cell)) return wrong('is no number')
    if (type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(cell)) return wrong('is no date')
    if (unique && seen.has(cell)) return wrong('is repeated')
    seen.add(cell)
    return []
  })
}
