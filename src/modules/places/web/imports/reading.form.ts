import type { Problem } from '../../../../platform/http/form.ts'
import { type FileRefusal, isReadingRefusal, sentenceOf } from '../../domain/imports/refused-file.ts'
import { readReadingText } from '../../domain/mapping/mapping.schema.ts'
import {
  encodings,
  LAST_HEADING_LINE,
  type Reading,
  saidReading,
  separators,
} from '../../domain/mapping/reading.ts'
import type { MappingValues } from './mapping.form.ts'

/** The fields of how a file is read; empty: as it is recognised. */
export const readingFields = {
  encoding: 'lecture.encodage',
  separator: 'lecture.separateur',
  sheet: 'lecture.feuille',
  headingLine: 'lecture.titres',
  list: 'lecture.liste',
  /** How the page was read when its columns were chosen. */
  shown: 'lecture.montree',
} as const

/** The button that reads the file again, and keeps nothing yet. */
export const REREAD = { name: 'acte', value: 'relire' } as const

export function isReread(values: MappingValues): boolean {
  return values[REREAD.name] === REREAD.value
}

/** What is chosen in the fields, or what is wrong in them. */
export function readingOf(values: MappingValues): { reading: Reading | undefined; problems: Problem[] } {
  const text = (name: string) => String(values[name] ?? '').trim()
  const line = text(readingFields.headingLine)
  const isLine = /^\d{1,4}$/.test(line) && Number(line) >= 1 && Number(line) <= LAST_HEADING_LINE
  const reading = saidReading({
    encoding: encodings.find((one) => one === text(readingFields.encoding)),
    // A tabulation is a space, which is trimmed: it has a name.
    separator: separators.find((one) => separatorValue(one) === text(readingFields.separator)),
    sheet: text(readingFields.sheet) || undefined,
    headingLine: isLine ? Number(line) : undefined,
    list: text(readingFields.list) || undefined,
  })
  if (line === '' || isLine) return { reading, problems: [] }
  const message = `Écrivez le numéro d’une ligne, de 1 à ${LAST_HEADING_LINE}.`
  return { reading, problems: [{ field: readingFields.headingLine, message }] }
}

export function separatorValue(separator: string): string {
  return separator === '\t' ? 'tabulation' : separator
}

/** How the page was read when its columns were chosen. */
export function readingShown(values: MappingValues): Reading | undefined {
  return readReadingText(String(values[readingFields.shown] ?? ''))
}

/** What the fields show of a way of reading. */
export function readingValues(reading: Reading | undefined): Record<string, string> {
  return {
    [readingFields.encoding]: reading?.encoding ?? '',
    [readingFields.separator]: separatorValue(reading?.separator ?? ''),
    [readingFields.sheet]: reading?.sheet ?? '',
    [readingFields.list]: reading?.list ?? '',
    [readingFields.headingLine]: reading?.headingLine === undefined ? '' : String(reading.headingLine),
  }
}

/** Why a file is not read as was asked, beside the field that asked it. `wasRead`: it is still read in another way. */
export function readingProblem(refusal: FileRefusal, { wasRead = true } = {}): Problem {
  const fields: Readonly<Partial<Record<FileRefusal['refused'], string>>> = {
    'no-such-sheet': readingFields.sheet,
    'no-such-list': readingFields.list,
    'no-such-heading-line': readingFields.headingLine,
    'not-that-encoding': readingFields.encoding,
  }
  const kept = isReadingRefusal(refusal) || !wasRead ? '' : ' Le fichier reste lu comme avant.'
  return { field: fields[refusal.refused] ?? null, message: `${sentenceOf(refusal)}${kept}` }
}
