import { LAST_ROW } from './sheet.ts'

/** What a sheet of an XLSX file says beside its cells. Ranks of columns begin at 0, lines at 1. */
export interface SheetMarks {
  /** Cells of one column merged downwards: their text is written in the first. */
  readonly merged: readonly { readonly column: number; readonly line: number; readonly last: number }[]
  /** Cells that lead to an address of the web or to a mail. */
  readonly links: readonly { readonly column: number; readonly line: number; readonly target: string }[]
}

type Rows = readonly { readonly line: number; readonly cells: string[] }[]

/** The rows with what their marks say. A line that says nothing of its own is none. */
export function withMarks<Some extends Rows>(rows: Some, { merged, links }: SheetMarks): Some {
  const byLine = new Map(rows.map(({ line, cells }) => [line, cells]))
  const cellsOf = (line: number) => byLine.get(line) ?? []
  fillDown(merged, cellsOf)
  followLinks(links, cellsOf)
  return rows
}

function fillDown(merged: SheetMarks['merged'], cellsOf: (line: number) => string[]): void {
  const until = new Map<number, number>()
  for (const { column, line, last } of merged.toSorted((one, other) => one.line - other.line)) {
    const text = cellsOf(line)[column] ?? ''
    // Merged cells never overlap: those of a file that pretends so are left as they are.
    if (text.trim() === '' || line <= (until.get(column) ?? 0)) continue
    until.set(column, last)
    for (let at = line + 1; at <= last; at += 1) {
      const cells = cellsOf(at)
      if (column < cells.length) cells[column] = text
    }
  }
}

/** « cliquez ici » on each line, each time elsewhere: what it leads to is what it says. Other words are kept. */
function followLinks(links: SheetMarks['links'], cellsOf: (line: number) => string[]): void {
  for (const [column, linked] of Map.groupBy(links, (link) => link.column)) {
    const texts = new Set(linked.map(({ line }) => cellsOf(line)[column]?.trim() ?? ''))
    const targets = new Set(linked.map(({ target }) => target))
    if (texts.size > 1 || texts.has('') || targets.size < 2) continue
    for (const { line, target } of linked) cellsOf(line)[column] = target
  }
}

const ATTRIBUTES = String.raw`((?:\s+[\w:]+="[^"]*")*)`

/** By the names of the sheets. What is written otherwise than usual is left out: the cells do not depend on it. */
export function sheetMarks(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, SheetMarks> {
  const files = relations(parts, 'xl/_rels/workbook.xml.rels')
  const sheets = elements(textOf(parts.get('xl/workbook.xml')), 'sheet')
  return new Map(
    sheets.flatMap(({ name, 'r:id': id }) => {
      const path = pathIn('xl', files.get(id ?? '') ?? '')
      const sheet = parts.get(path)
      return name !== undefined && sheet ? [[name, marksOf(sheet, relations(parts, relationsOf(path)))]] : []
    }),
  )
}

function marksOf(sheet: Uint8Array, targets: ReadonlyMap<string, string>): SheetMarks {
  // They come after the cells, which may be a hundred thousand lines.
  const bytes = Buffer.from(sheet.buffer, sheet.byteOffset, sheet.byteLength)
  const after = bytes.subarray(Math.max(0, bytes.lastIndexOf('sheetData'))).toString()
  return {
    merged: elements(after, 'mergeCell').flatMap(({ ref = '' }) => {
      const [first, last] = ref.split(':').map(cellAt)
      return first && last && last.line > first.line
        ? [{ ...first, last: Math.min(last.line, LAST_ROW) }]
        : []
    }),
    links: elements(after, 'hyperlink').flatMap(({ ref = '', 'r:id': id = '' }) => {
      const cell = cellAt(ref)
      const target = (targets.get(id) ?? '').replace(/^mailto:/i, '')
      return cell && /^https?:\/\/|@/i.test(target) ? [{ ...cell, target }] : []
    }),
  }
}

function elements(xml: string, name: string): Partial<Record<string, string>>[] {
  return [...xml.matchAll(new RegExp(String.raw`<(?:\w+:)?${name}\b${ATTRIBUTES}`, 'g'))].map(
    ([, said = '']) =>
      Object.fromEntries(
        [...said.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value = '']) => [key, plain(value)]),
      ),
  )
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plain(value: string): string {
  return value.replace(/&(amp|lt|gt|quot|apos);/g, (_, sign: string) => SIGNS[sign] ?? '')
}

/** Targets of a part by their ids. */
function relations(parts: ReadonlyMap<string, Uint8Array>, path: string): ReadonlyMap<string, string> {
  return new Map(
    elements(textOf(parts.get(path)), 'Relationship').map(({ Id = '', Target = '' }) => [Id, Target]),
  )
}

/** `/xl/worksheets/sheet1.xml` from the root, `worksheets/sheet1.xml` from the folder. */
function pathIn(folder: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : `${folder}/${target}`
}

function relationsOf(path: string): string {
  return path.replace(/([^/]+)$/, '_rels/$1.rels')
}

/** `B12`; null when it names no cell. */
function cellAt(ref: string): { column: number; line: number } | null {
  const [, letters = '', line = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref) ?? []
  return letters === '' ? null : { column: columnRank(letters) - 1, line: Number(line) }
}

/** `A` is 1, `AA` is 27. */
export function columnRank(letters: string): number {
  return [...letters.toUpperCase()].reduce((rank, letter) => rank * 26 + letter.charCodeAt(0) - 64, 0)
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}
