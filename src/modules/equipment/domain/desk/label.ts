import type { UnitId } from '../equipment.ts'

/** What is stuck on a unit: its code, and in clear its number and its owner. EQP-1301. */
export interface PrintedLabel {
  readonly unitId: UnitId
  readonly token: string
  readonly assetNumber: string
  readonly modelName: string
  readonly owner: string
}

/** A sheet of labels as shops sell them, A4; millimetres. */
export interface SheetFormat {
  readonly columns: number
  readonly rows: number
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
  readonly gap: number
}

export const SHEET_FORMATS = {
  '24': { columns: 3, rows: 8, width: 70, height: 37, left: 0, top: 0.5, gap: 0 },
  '21': { columns: 3, rows: 7, width: 63.5, height: 38.1, left: 7.25, top: 15.15, gap: 2.5 },
  '8': { columns: 2, rows: 4, width: 99.1, height: 67.7, left: 4.65, top: 13.1, gap: 2.5 },
} as const satisfies Readonly<Record<string, SheetFormat>>

export type SheetName = keyof typeof SHEET_FORMATS

export function sheetNamed(name: string | undefined): SheetName {
  return Object.keys(SHEET_FORMATS).find((one): one is SheetName => one === name) ?? '24'
}

/** The labels sheet by sheet. */
export function onSheets<Label>(labels: readonly Label[], { columns, rows }: SheetFormat): Label[][] {
  const each = columns * rows
  const count = Math.max(1, Math.ceil(labels.length / each))
  return Array.from({ length: count }, (_, sheet) => labels.slice(sheet * each, (sheet + 1) * each))
}
