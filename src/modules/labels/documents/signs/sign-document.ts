import { create } from 'qrcode'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Documents } from '../../../../platform/documents/documents.ts'
import { BLEED, markOf, SIGNS, type SignName } from '../../domain/badges/sign.ts'
import { countedLevel } from '../../domain/schemes/level-text.ts'

export interface Sign {
  readonly name: SignName
  readonly scheme: string
  readonly holder: string
  readonly number: string
  readonly level: number | null
  readonly unit: string
  /** « 2026 »: of the campaign; null: none, or not wanted. */
  readonly edition: string | null
  readonly since: string
  readonly until: string | null
  readonly head: string
  readonly network: string
  /** What the code holds, and what is written beside it. */
  readonly address: string
  readonly colours: { readonly brand: string; readonly brandInk: string }
  readonly logo: { readonly content: Uint8Array; readonly mediaType: string } | null
}

const FORMATS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
}

/** A sign ready for the printer: bleed, crop marks, everything drawn. Each bears the number of the award. LAB-39, LAB-40. */
export function signPdf(documents: Documents, sign: Sign, now: Instant): Promise<Uint8Array> {
  const format = sign.logo && FORMATS[sign.logo.mediaType]
  const data = {
    ...sign,
    ...SIGNS[sign.name],
    bleed: BLEED,
    title: `Label ${sign.scheme} : ${sign.holder}`,
    marks: sign.level === null ? '' : markOf(sign.unit).repeat(sign.level),
    levelText: sign.level === null ? '' : countedLevel(sign.level, sign.unit),
    code: codeSvg(sign.address),
    codeAlt: `Code à scanner : page de preuve ${sign.address}`,
    shownAddress: sign.address.replace(/^https?:\/\//, ''),
    logo: sign.logo && format ? { bytes: [...sign.logo.content], format } : null,
  }
  const template = 'src/modules/labels/documents/signs/sign.typ'
  return documents.pdf({ template, data, createdAt: now, standard: 'a-2a' })
}

/** A code to scan, with error correction M and the margin of four modules that readers expect. */
export function codeSvg(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const ranks = Array.from({ length: modules.size }, (_, rank) => rank)
  const marks = ranks.flatMap((row) =>
    ranks
      .filter((column) => modules.get(row, column) === 1)
      .map((column) => `M${column + 4} ${row + 4}h1v1h-1z`),
  )
  const side = modules.size + 8
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${marks.join('')}"/></svg>`
}
