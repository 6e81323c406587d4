import type { Context } from '../../../../platform/context.ts'
import { loadCommunes } from '../../data/communes.ts'
import {
  type ReadSection,
  readSection,
  readServed,
  type TypedSection,
} from '../../domain/life/read-section.ts'
import type { Section, WrittenFields } from '../../domain/life/sections.ts'

export interface SectionAsRead extends ReadSection {
  /** Communes that no list knows. */
  readonly unknownTowns: readonly string[]
}

/** What somebody typed of a section, as the fields of the place it makes, and what is wrong with it. */
export function readTyped(
  { today }: Pick<Context, 'today'>,
  section: Section,
  typed: { cells: TypedSection; served: string | null },
  current: WrittenFields,
): SectionAsRead {
  const communes = loadCommunes()
  const read = readSection(section, typed.cells, current, { communes, today })
  if (typed.served === null) return { ...read, unknownTowns: [] }
  const department = current.inseeCode?.slice(0, current.inseeCode.startsWith('97') ? 3 : 2) ?? null
  const { codes, unknown } = readServed(typed.served, communes, department)
  return { ...read, fields: { ...read.fields, serves: codes }, unknownTowns: unknown }
}

/** « Valmer » for its code; the code itself when no list knows it. */
export function townName(code: string): string {
  return loadCommunes().byCode(code)?.commune.name ?? code
}
