import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../src/platform/root.ts'

/** The figures that DIR-92 names, each as a bench prints it. */
const NAMES = [
  'directory.validate.100k',
  'directory.validate.100k.ratio',
  'directory.validate.100k.heap',
  'directory.validate.streamed.heap',
  'directory.import.100k',
  'directory.import.100k.rss',
  'directory.import.100k.again',
  'directory.duplicates.100k',
  'directory.duplicates.recall',
  'directory.hours.compile.100k',
  'directory.hours.opennow.100k',
  'directory.hours.heap',
  'directory.search.mediatheque',
  'directory.search.100k.p95',
  'directory.filter.100k.p95',
  'directory.map.index.100k',
  'directory.map.points.100k.p95',
  'directory.map.points.100k.gz',
  'directory.page.map.gz',
  'directory.page.other.gz',
  'directory.export.100k.rss',
  'directory.export.100k.errors',
  'directory.federation.100k',
] as const

const folder = join(root, 'bench')
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8').replace(/\(\s+/g, '('))

/** A size that the environment chooses is the one of the target when it says nothing. */
function isPrinted(name: string): boolean {
  const written = [`'${name}'`, `\`${name.replace('100k', `\${size}`)}\``]
  return sources.some((source) =>
    written.some((one) => source.includes(`report(${one}`) || source.includes(`print(${one}`)),
  )
}

it.each(NAMES)('a bench prints %s (DIR-92)', (name) => {
  expect(isPrinted(name)).toBe(true)
})
