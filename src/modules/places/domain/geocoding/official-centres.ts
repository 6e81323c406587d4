import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Communes } from '../communes.ts'
import { folded } from '../fold.ts'
import { territoryAt } from '../territories.ts'
import type { Point } from './known-towns.ts'

export interface OfficialCentres {
  points: ReadonlyMap<string, Point>
  /** Lines that are no commune of today, or have no point in France: the first figure is the header's line, 1. */
  leftOut: readonly number[]
}

export type CentresRefusal = 'centres-columns-missing' | 'centres-empty'

export const centresRefusals: Record<CentresRefusal, string> = {
  'centres-columns-missing':
    'Il faut trois colonnes : « code_insee », « latitude » et « longitude ». Ajoutez une première ligne qui les nomme.',
  'centres-empty': 'Aucune ligne de ce fichier ne donne le centre d’une commune d’aujourd’hui.',
}

/** A file of the operator's: commas, semicolons or tabs, decimal comma or point. DIR-54. */
export function readOfficialCentres(
  text: string,
  communes: Communes,
): OfficialCentres | Refusal<CentresRefusal> {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const separator = ['\t', ';', ','].find((sign) => header.includes(sign)) ?? ','
  const columns = header.split(separator).map((name) => folded(name, '_'))
  const [code, latitude, longitude] = [
    indexOf(columns, 'code_insee', 'code'),
    indexOf(columns, 'latitude', 'lat'),
    indexOf(columns, 'longitude', 'lon'),
  ]
  if (code < 0 || latitude < 0 || longitude < 0) return refuse('centres-columns-missing')
  const points = new Map<string, Point>()
  const leftOut: number[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const cells = line.split(separator).map((cell) => cell.replaceAll('"', '').trim())
    const point = { latitude: numberIn(cells[latitude]), longitude: numberIn(cells[longitude]) }
    const found = communes.byCode((cells[code] ?? '').padStart(5, '0'))
    if (found && !found.former && territoryAt(point.latitude, point.longitude))
      points.set(found.commune.code, point)
    else leftOut.push(index + 2)
  }
  return points.size > 0 ? { points, leftOut } : refuse('centres-empty')
}

function indexOf(columns: readonly string[], ...names: string[]): number {
  return columns.findIndex((column) => names.includes(column))
}

function numberIn(cell = ''): number {
  return cell === '' ? Number.NaN : Number(cell.replace(',', '.'))
}
