import { create } from 'qrcode'
import type { Instant } from '../../../kernel/instant.ts'
import type { Documents } from '../../../platform/documents/documents.ts'
import { typography } from '../../../ui/french.ts'
import type { PrintedLabel } from '../domain/label.ts'

interface LabelSheet {
  /** The desk whose labels they are, with its inventory. */
  of: string
  labels: readonly PrintedLabel[]
  /** What a code holds: an address that any phone opens. */
  addressOf(token: string): string
  now: Instant
}

/** The labels of a desk on sheets of 24, each with its number and its owner in clear. EQP-1301. */
export function labelSheet(
  documents: Documents,
  { of, labels, addressOf, now }: LabelSheet,
): Promise<Uint8Array> {
  const data = {
    title: typography(`Étiquettes : ${of}`),
    labels: labels.map(({ token, assetNumber, modelName, owner }) => ({
      code: codeSvg(addressOf(token)),
      alt: typography(`Code à scanner de ${assetNumber}`),
      number: assetNumber,
      model: typography(modelName),
      owner: typography(owner),
    })),
  }
  const template = 'src/modules/equipment/documents/label-sheet.typ'
  return documents.pdf({ template, data, createdAt: now, standard: 'a-2a' })
}

/** Four modules of margin: readers expect them. */
function codeSvg(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 8
  const ranks = Array.from({ length: modules.size }, (_, rank) => rank)
  const marks = ranks.flatMap((row) =>
    ranks
      .filter((column) => modules.get(row, column) === 1)
      .map((column) => `M${column + 4} ${row + 4}h1v1h-1z`),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${marks.join('')}"/></svg>`
}
