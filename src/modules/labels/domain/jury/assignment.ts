export interface Reader<JurorId extends string> {
  readonly id: JurorId
  readonly isScientific: boolean
  /** Files to read so far. */
  readonly load: number
  readonly territories: ReadonlySet<string>
}

export interface FileToRead<FileId extends string, JurorId extends string> {
  readonly id: FileId
  /** Where its holder is: numbers of departments, codes of communes. */
  readonly territories: readonly string[]
  /** Who reads it already, and is not recused. */
  readonly readers: readonly JurorId[]
  readonly recused: ReadonlySet<JurorId>
}

export interface Assignment<FileId extends string, JurorId extends string> {
  readonly given: readonly { readonly file: FileId; readonly juror: JurorId }[]
  /** Files that lack readers although everybody who could was asked. */
  readonly short: readonly FileId[]
}

/**
 * Gives each file the readers it lacks: those of the science first, then whoever has the least to read, never somebody
 * of the holder's territory. `lot` draws between those who are level, the same one for the same pair. LAB-24.
 */
export function assignReaders<FileId extends string, JurorId extends string>(
  files: readonly FileToRead<FileId, JurorId>[],
  jurors: readonly Reader<JurorId>[],
  { readers, scientific }: { readers: number; scientific: number },
  lot: (file: FileId, juror: JurorId) => number,
): Assignment<FileId, JurorId> {
  const load = new Map(jurors.map((juror) => [juror.id, juror.load]))
  const given: { file: FileId; juror: JurorId }[] = []
  const short: FileId[] = []
  for (const file of files) {
    const reading = new Set(file.readers)
    const mayRead = jurors.filter(
      (one) =>
        !reading.has(one.id) &&
        !file.recused.has(one.id) &&
        !file.territories.some((where) => one.territories.has(where)),
    )
    const least = (among: readonly Reader<JurorId>[]) =>
      among
        .filter(({ id }) => !reading.has(id))
        .map(({ id }) => ({ id, load: load.get(id) ?? 0, lot: lot(file.id, id) }))
        .sort((one, other) => one.load - other.load || one.lot - other.lot)[0]?.id
    const give = (juror: JurorId | undefined) => {
      if (juror === undefined) return false
      reading.add(juror)
      load.set(juror, (load.get(juror) ?? 0) + 1)
      given.push({ file: file.id, juror })
      return true
    }
    const science = mayRead.filter(({ isScientific }) => isScientific)
    const ofScience = () => jurors.filter(({ id, isScientific }) => isScientific && reading.has(id)).length
    while (ofScience() < scientific && give(least(science))) {}
    while (reading.size < readers && give(least(mayRead))) {}
    if (reading.size < readers || ofScience() < scientific) short.push(file.id)
  }
  return { given, short }
}
