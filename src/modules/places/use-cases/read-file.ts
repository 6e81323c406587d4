import type { FileSource } from '../../../platform/tables/file-source.ts'
import { recogniseFile, type Table } from '../../../platform/tables/read-table.ts'
import { recogniseTable } from '../domain/detect-file.ts'
import type { FileRefusal } from '../domain/refused-file.ts'

/** The file as a table of places, or why it is none. */
export function recognisePlaces(source: FileSource, limit: number): Promise<Table | FileRefusal> {
  return recogniseFile(source, limit, recogniseTable)
}
