import type { CodedUnit } from '../../data/desk/codes.queries.ts'
import { codesIn } from '../../domain/upkeep/stock-taking.ts'
import { codeOf } from './desk-passage.ts'

export interface CodesRead {
  readonly units: readonly CodedUnit[]
  /** The lines that name no unit, as they were typed. */
  readonly unknown: readonly string[]
}

/** Which units the typed or scanned lines name, by their number or by the label in use. EQP-1002, EQP-1306. */
export function readCodes(text: string, known: readonly CodedUnit[]): CodesRead {
  const byCode = new Map<string, CodedUnit>()
  for (const unit of known) {
    byCode.set(unit.assetNumber.toLowerCase(), unit)
    if (unit.token) byCode.set(unit.token, unit)
  }
  const found = codesIn(text).map((line) => {
    const { number, token } = codeOf(line)
    return { line, unit: byCode.get(token ?? number) ?? null }
  })
  return {
    units: [...new Set(found.flatMap(({ unit }) => unit ?? []))],
    unknown: found.filter(({ unit }) => unit === null).map(({ line }) => line.slice(0, 300)),
  }
}
