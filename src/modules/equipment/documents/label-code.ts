import { create } from 'qrcode'

/** A code to scan as the marks of a square of `side` modules, four of margin: readers expect them. */
export function codeMarks(text: string): { side: number; marks: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const ranks = Array.from({ length: modules.size }, (_, rank) => rank)
  const marks = ranks.flatMap((row) =>
    ranks
      .filter((column) => modules.get(row, column) === 1)
      .map((column) => `M${column + 4} ${row + 4}h1v1h-1z`),
  )
  return { side: modules.size + 8, marks: marks.join('') }
}

export function codeSvg(text: string): string {
  const { side, marks } = codeMarks(text)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${marks}"/></svg>`
}
