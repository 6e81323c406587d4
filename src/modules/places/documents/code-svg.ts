import { create } from 'qrcode'

const MARGIN = 4

/** A code to scan, black on white, with the margin that readers expect. */
export function codeSvg(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * MARGIN
  const ranks = Array.from({ length: modules.size }, (_, rank) => rank)
  const marks = ranks.flatMap((row) =>
    ranks
      .filter((column) => modules.get(row, column) === 1)
      .map((column) => `M${column + MARGIN} ${row + MARGIN}h1v1h-1z`),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${marks.join('')}"/></svg>`
}
