import { z } from 'zod'
import { standardColumns } from '../standard/standard-columns.ts'
import type { Mapping } from './mapping.ts'

const heading = z.string().max(300)
const origin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('column'), from: z.array(heading).max(5) }),
  z.object({ kind: z.literal('join'), from: z.array(heading).max(5), with: z.string().max(10) }),
  z.object({ kind: z.literal('part'), from: heading, part: z.enum(['street', 'postal-code', 'commune']) }),
  z.object({ kind: z.literal('constant'), value: z.string().max(300) }),
  z.object({
    kind: z.literal('terms'),
    from: z.array(heading).max(5),
    values: z.record(z.string().max(300), z.string().max(200)),
  }),
  z.object({ kind: z.literal('days'), from: z.array(heading.nullable()).max(7) }),
])

const mapping = z.object({
  columns: z.partialRecord(z.enum(standardColumns), origin),
  isGrouped: z.boolean(),
})

/** A mapping kept, or given in a file; null when it is none. */
export function readMapping(value: unknown): Mapping | null {
  const { success, data } = mapping.safeParse(value)
  return success ? (data as Mapping) : null
}

/** A mapping written in a file. */
export function readMappingText(text: string): Mapping | null {
  try {
    return readMapping(JSON.parse(text))
  } catch {
    return null
  }
}
