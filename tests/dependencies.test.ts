import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Locked {
  version?: string
  license?: string
  dev?: boolean
  peer?: boolean
}

const manifest: Record<string, Record<string, string>> = JSON.parse(readFileSync('package.json', 'utf8'))
const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync('package-lock.json', 'utf8'))

/** What may run in production (STK-5). */
const FREE =
  /^(MIT|MIT-0|ISC|BSD(-[23]-Clause)?|Apache-2\.0|0BSD|BlueOak-1\.0\.0|CC0-1\.0|W3C(-20150513)?|Zlib|PSF-2\.0|Python-2\.0|MPL-2\.0|LGPL-3\.0(-or-later|-only)?|Unlicense)$/

/** Builds for other platforms of a package that says its licence: the lock names them without having read them. */
const OTHER_BUILDS = 'node_modules/@myriaddreamin/typst-ts-node-compiler'

/** Says its licence in a file: BSD-3-Clause, its contexts under the W3C Software and Document License. */
const LICENCE_IN_A_FILE = 'node_modules/@digitalbazaar/credentials-context'

describe('what Maillage stands on', () => {
  it('is pinned to exact versions (STK-1)', () => {
    const asked = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}),
    )
    const loose = asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    expect(asked.length).toBeGreaterThan(30)
    expect(loose).toEqual([])
  })

  it('is free software, under licences that let everybody run it (STK-5)', () => {
    const run = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev)
    const doubtful = run
      .filter(
        ([path, { license }]) =>
          !isFree(license) && !path.startsWith(`${OTHER_BUILDS}-`) && path !== LICENCE_IN_A_FILE,
      )
      .map(([path, { license }]) => `${path}: ${license ?? 'no licence'}`)
    expect(run.length).toBeGreaterThan(100)
    expect(doubtful).toEqual([])
  })

  it('says the licence that is in a file', () => {
    const text = readFileSync(`${LICENCE_IN_A_FILE}/LICENSE.md`, 'utf8')
    expect(text).toContain('BSD 3-Clause License')
    expect(text).toContain('W3C Software and Document License')
  })

  it('says the licence of the package whose other builds are not read', () => {
    expect(lock.packages[OTHER_BUILDS]?.license).toBe('Apache-2.0')
  })
})

/** One of two is enough; both, when both are asked. */
function isFree(license = ''): boolean {
  const bare = license.replace(/[()]/g, '')
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isFree)
  return bare.split(' AND ').every((one) => FREE.test(one.trim()))
}
