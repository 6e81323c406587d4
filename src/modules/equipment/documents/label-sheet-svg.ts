import { typography } from '../../../kernel/typography.ts'
import { onSheets, type PrintedLabel, SHEET_FORMATS, type SheetFormat } from '../domain/desk/label.ts'
import { codeMarks } from './label-code.ts'
import type { LabelSheet } from './label-sheet.ts'

const INSET = 4
/** A letter of 3 mm is about 1.6 mm wide. */
const LETTER = 1.6

/** One sheet of labels as a drawing, for cutting machines and label software; `sheet` begins at 1. EQP-1301. */
export function labelSheetSvg(
  { labels, format: name, addressOf }: Pick<LabelSheet, 'labels' | 'format' | 'addressOf'>,
  sheet: number,
): string | null {
  const format = SHEET_FORMATS[name]
  const shown = onSheets(labels, format)[sheet - 1]
  if (!shown) return null
  const drawn = shown.map((label, rank) => labelSvg(label, addressOf(label.token), format, rank))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297" font-family="sans-serif" font-size="3">${drawn.join('')}</svg>`
}

function labelSvg(label: PrintedLabel, address: string, format: SheetFormat, rank: number): string {
  const { columns, width, height, left, top, gap } = format
  const x = left + (rank % columns) * (width + gap)
  const y = top + Math.floor(rank / columns) * height
  const code = Math.min(height - 2 * INSET, width * 0.42)
  const { side, marks } = codeMarks(address)
  const letters = Math.floor((width - code - 2 * INSET - 2) / LETTER)
  const lines = [label.modelName, label.owner].flatMap((text) => wrapped(typography(text), letters))
  const texts = lines.map((line, index) => `<tspan x="0" y="${5 + 4 * index}">${escaped(line)}</tspan>`)
  return `<g transform="translate(${x} ${y})"><title>${escaped(label.assetNumber)}</title><svg x="${INSET}" y="${(height - code) / 2}" width="${code}" height="${code}" viewBox="0 0 ${side} ${side}"><path d="${marks}"/></svg><g transform="translate(${INSET + code + 2} ${height / 3})"><text font-size="4.4" font-weight="bold">${escaped(label.assetNumber)}</text><text>${texts.join('')}</text></g></g>`
}

/** At most two lines of that many letters; what is longer ends in an ellipsis. */
function wrapped(text: string, letters: number): string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    const longer = last === '' ? word : `${last} ${word}`
    if (longer.length <= letters || last === '') lines[lines.length - 1] = longer
    else lines.push(word)
  }
  const cut = (line: string) => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line)
  const [first = '', second, third] = lines
  if (second === undefined) return [cut(first)]
  return [cut(first), cut(third === undefined ? second : `${second}…`)]
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
