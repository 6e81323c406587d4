/** How the bytes of a file become rows, where a person said it; what is absent is recognised from the file. DIR-28. */
export interface Reading {
  readonly encoding?: ReadingEncoding | undefined
  readonly separator?: ReadingSeparator | undefined
  /** Name of the sheet of a workbook. */
  readonly sheet?: string | undefined
  /** Line of the headings, the first of the file or of the sheet being 1. */
  readonly headingLine?: number | undefined
  /** Where the list of the places of a JSON text is: the keys that lead to it, « reponse.lieux ». */
  readonly list?: string | undefined
}

export const encodings = ['utf-8', 'windows-1252', 'macintosh', 'utf-16le', 'utf-16be'] as const
export type ReadingEncoding = (typeof encodings)[number]

export const separators = [',', ';', '\t', '|'] as const
export type ReadingSeparator = (typeof separators)[number]

/** Further than that, a line is one of the places, and not of their headings. */
export const LAST_HEADING_LINE = 1000

/** What ends a line, of whatever machine. */
export const LINE_END = /\r\n|\n|\r/

/** Only what a person said, so that what is recognised may change with the next file; undefined: nothing. */
export function saidReading({ encoding, separator, sheet, headingLine, list }: Reading): Reading | undefined {
  const said: Reading = {
    ...(encoding !== undefined && { encoding }),
    ...(separator !== undefined && { separator }),
    ...(sheet !== undefined && { sheet }),
    ...(headingLine !== undefined && { headingLine }),
    ...(list !== undefined && { list }),
  }
  return Object.keys(said).length > 0 ? said : undefined
}

/** Said by two people, or twice by one: is it the same? */
export function sameReading(one: Reading | undefined, other: Reading | undefined): boolean {
  return JSON.stringify(saidReading(one ?? {})) === JSON.stringify(saidReading(other ?? {}))
}

/** A text of Latin letters read with the letters of another encoding: marks of what is lost, zeros, or ideograms. */
export function looksGarbled(text: string): boolean {
  if (text === '') return false
  const strange = text.match(/[\0\ufffd\u2e80-\ud7ff]/g)?.length ?? 0
  return strange * 20 > text.length
}
