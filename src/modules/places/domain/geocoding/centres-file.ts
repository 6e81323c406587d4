import type { CommuneEntry } from '../communes.ts'
import { knownTowns, type Point } from './known-towns.ts'

/** The file of centres, one commune per line, in the order of codes: `01001;46.1536;4.9258` (four decimals: 11 m). */
export function centresFile(lines: Iterable<string>, entries: readonly CommuneEntry[]): string {
  const rows = [...knownTowns(lines, entries)].sort(([one], [other]) => (one < other ? -1 : 1))
  return `${rows.map(([code, point]) => `${code};${shown(point)}`).join('\n')}\n`
}

function shown({ latitude, longitude }: Point): string {
  return `${latitude.toFixed(4)};${longitude.toFixed(4)}`
}

/** Reads what `centresFile` wrote, or an official file's lines: code, latitude, longitude. */
export function readCentres(text: string): ReadonlyMap<string, Point> {
  return new Map(
    text
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [code = '', latitude, longitude] = line.split(';')
        return [code, { latitude: Number(latitude), longitude: Number(longitude) }] as const
      }),
  )
}
