import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../../platform/root.ts'
import { type CentreOf, centreFinder } from '../../domain/geocoding/centre-of.ts'
import { readCentres } from '../../domain/geocoding/centres-file.ts'
import { loadCommunes } from '../communes.ts'

const FILE = join(root, 'src/modules/places/data/geocoding/commune-centres.csv')

let loaded: CentreOf | null = null

/** The centres of communes that the product carries, as text (from GeoNames, CC-BY 4.0). */
export function builtInCentres(): string {
  return readFileSync(FILE, 'utf8')
}

/** The same, to look one up without a database; read at first use and kept. */
export function loadCentreFinder(): CentreOf {
  loaded ??= centreFinder(loadCommunes(), readCentres(builtInCentres()))
  return loaded
}
