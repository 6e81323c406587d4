import { z } from 'zod'
import { standardColumns } from '../standard/standard-columns.ts'
import type { Mapping } from './mapping.ts'
import { encodings, LAST_HEADING_LINE, type Reading, saidReading, separators } from './reading.ts'

const heading = z.string().max(300)
const origin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('column'), from: z.array(heading).max(5) }),
  z.object({ kind: z.literal('join'), from: z.array(heading).max(5), with: z.string().max(10) }),
  z.object({
    kind: z.literal('part'),
    from: heading,
    part: z.enum(['street', 'postal-code', 'commune', 'latitude', 'longitude']),
  }),
  z.object({ kind: z.literal('constant'), value: z.string().max(300) }),
  z.object({
    kind: z.literal('terms'),
    from: z.array(heading).max(5),
    values: z.record(z.string().max(300), z.string().max(600)),
    ticks: z.record(heading, z.string().max(200)).optional(),
  }),
  z.object({
    kind: z.literal('days'),
    from: z.array(z.union([heading.nullable(), z.array(heading).max(4)])).max(7),
  }),
])

const reading = z.object({
  encoding: z.enum(encodings).optional(),
  separator: z.enum(separators).optional(),
  sheet: z.string().max(100).optional(),
  headingLine: z.int().min(1).max(LAST_HEADING_LINE).optional(),
  list: z.string().max(300).optional(),
})

const mapping = z.object({
  columns: z.partialRecord(z.enum(standardColumns), origin),
  isGrouped: z.boolean(),
  reading: reading.optional(),
})

/** A mapping kept, or given in a file; null when it is none. */
export function readMapping(value: unknown): Mapping | null {
  const { success, data } = mapping.safeParse(value)
  return success ? (data as Mapping) : null
}

/** How a file is read, as a page carries it; undefined when it is no such thing. */
export function readReadingText(text: string): Reading | undefined {
  try {
    return saidReading(reading.safeParse(JSON.parse(text)).data ?? {})
  } catch {
    return undefined
  }
}

/** A mapping written in a file. */
export function readMappingText(text: string): Mapping | null {
  try {
    return readMapping(JSON.parse(text))
  } catch {
    return null
  }
}
