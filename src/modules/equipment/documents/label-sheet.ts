import type { Instant } from '../../../kernel/instant.ts'
import type { Documents } from '../../../platform/documents/documents.ts'
import { type PrintedLabel, SHEET_FORMATS, type SheetName } from '../domain/desk/label.ts'
import { codeSvg } from './label-code.ts'

export interface LabelSheet {
  /** The desk whose labels they are, with its inventory. */
  of: string
  labels: readonly PrintedLabel[]
  format: SheetName
  /** What a code holds: an address that any phone opens. */
  addressOf(token: string): string
  now: Instant
}

/** The labels of a desk on as many sheets as they need, each with its number and its owner in clear. EQP-1301. */
export function labelSheet(
  documents: Documents,
  { of, labels, format, addressOf, now }: LabelSheet,
): Promise<Uint8Array> {
  const data = {
    title: `Étiquettes : ${of}`,
    sheet: SHEET_FORMATS[format],
    labels: labels.map(({ token, assetNumber, modelName, owner }) => ({
      code: codeSvg(addressOf(token)),
      alt: `Code à scanner de ${assetNumber}`,
      number: assetNumber,
      model: modelName,
      owner,
    })),
  }
  const template = 'src/modules/equipment/documents/label-sheet.typ'
  return documents.pdf({ template, data, createdAt: now, standard: 'a-2a' })
}
