import { z } from 'zod'
import type { Day } from '../../../../kernel/day.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { type FileSource, sourceOfPath } from '../../../../platform/tables/file-source.ts'
import { loadCommunes } from '../../data/communes.ts'
import { comparedOf } from '../../domain/duplicates/compared.ts'
import type { ComparedPlace } from '../../domain/duplicates/corpus.ts'
import { duplicatePairs, groupsOf } from '../../domain/duplicates/pairs.ts'
import { type LabelledPair, type Precision, precisionOf } from '../../domain/duplicates/precision.ts'
import { recallOf } from '../../domain/duplicates/recall.ts'
import type { Band } from '../../domain/duplicates/score.ts'
import { type FileRefusal, sentenceOf } from '../../domain/imports/refused-file.ts'
import { placesOfColumns } from '../../domain/standard/standard.ts'
import { validateRow } from '../../domain/standard/validate-row.ts'
import { type PlaceTable, recognisePlaces } from '../imports/read-file.ts'
import { standardRows } from '../imports/standard-rows.ts'

const LIMIT = 200 * 1024 * 1024

export interface DuplicatesMeasure {
  readonly read: number
  readonly pairs: Readonly<Record<Band, number>>
  /** Groups that the certain pairs make, and those that the certain and the probable ones make. */
  readonly groups: { readonly certain: number; readonly proposed: number }
  readonly truth: {
    readonly known: number
    readonly found: number
    readonly recall: number
    /** Numbers of the rows of the groups missed, the header being 1. */
    readonly missed: readonly (readonly number[])[]
  } | null
  /** Of pairs that somebody labelled one by one; null: none were given. */
  readonly precision: Precision | null
  readonly durationMs: number
}

/** A file that cannot be measured: its message says why, in French. */
export class UnusableFile extends Error {}

/** Compares all the rows of a file of the standard, and holds the pairs found against those known. DIR-91. */
export async function measureDuplicates(
  file: string,
  truthFile: string | null,
  today: Day,
  labelledFile: string | null = null,
): Promise<DuplicatesMeasure> {
  const places = await placesOf(sourceOfPath(file), today)
  const labelled = labelledFile === null ? null : await labelledPairs(sourceOfPath(labelledFile))
  const known = truthFile === null ? null : await groupsKnown(sourceOfPath(truthFile))
  const start = performance.now()
  const pairs = duplicatePairs(places)
  const durationMs = Math.round(performance.now() - start)
  const count = (band: Band) => pairs.filter((pair) => pair.band === band).length
  const certain = pairs.filter(({ band }) => band === 'certain')
  const proposed = pairs.filter(({ band }) => band !== 'possible')
  const recall = known && recallOf(known, proposed)
  return {
    read: places.length,
    pairs: { certain: count('certain'), probable: count('probable'), possible: count('possible') },
    groups: { certain: groupsOf(certain).length, proposed: groupsOf(proposed).length },
    truth: recall && {
      known: recall.known,
      found: recall.found,
      recall: recall.known === 0 ? 1 : recall.found / recall.known,
      missed: recall.missed.map((group) => group.map((rank) => rank + 2)),
    },
    precision: labelled && precisionOf(labelled, pairs),
    durationMs,
  }
}

const NOT_STANDARD =
  'Ce fichier n’a pas la colonne « nom » du standard national : importez-le, puis mesurez son export.'

/** The places of a file of the standard, made ready to be compared. */
export async function placesOf(source: FileSource, today: Day): Promise<ComparedPlace[]> {
  const table = usable(await recognisePlaces(source, LIMIT))
  if (placesOfColumns(table.header).nom === null) throw new UnusableFile(NOT_STANDARD)
  const communes = loadCommunes()
  const present = (code: string) => communes.byCode(code)?.commune.code ?? code
  const places: ComparedPlace[] = []
  for await (const { row } of standardRows(table, { kind: 'standard' }, { keepsRaw: false })) {
    const { fields } = validateRow(row, { communes, today })
    places.push(comparedOf(fields, present))
  }
  return places
}

/** `groupe,ligne,id`: the rank of each row, by group. */
async function groupsKnown(source: FileSource): Promise<number[][]> {
  const text = await textOf(source)
  const [header = '', ...lines] = text.split(/\r?\n/)
  const [group, line] = ['groupe', 'ligne'].map((name) =>
    header
      .replace(/^\ufeff/, '')
      .split(',')
      .indexOf(name),
  )
  if (group === undefined || line === undefined || group < 0 || line < 0)
    throw new UnusableFile('Le fichier des doublons connus a besoin des colonnes « groupe » et « ligne ».')
  const groups = new Map<string, number[]>()
  for (const cells of lines.filter((one) => one !== '').map((one) => one.split(','))) {
    const key = cells[group] ?? ''
    groups.set(key, [...(groups.get(key) ?? []), Number(cells[line]) - 2])
  }
  return [...groups.values()]
}

const labelledSchema = z.array(z.object({ lines: z.tuple([z.number(), z.number()]), same: z.boolean() }))

/** `[{"lines": [2, 3], "same": true, …}]`: the numbers of the rows, the header being 1. */
async function labelledPairs(source: FileSource): Promise<LabelledPair[]> {
  const read = labelledSchema.safeParse(jsonOf(await textOf(source)))
  if (!read.success)
    throw new UnusableFile(
      'Le fichier des paires jugées a besoin, pour chacune, de « lines » et de « same ».',
    )
  return read.data.map(({ lines: [one, other], same }) => ({ one: one - 2, other: other - 2, same }))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function textOf(source: FileSource): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const bytes of source.open()) text += decoder.decode(bytes, { stream: true })
  return text
}

function usable(table: PlaceTable | FileRefusal): PlaceTable {
  if (isRefusal(table)) throw new UnusableFile(sentenceOf(table))
  return table
}
