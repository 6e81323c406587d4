import { lstatSync, readdirSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { findBinaries, linkLibraries } from './binaries.ts'
import { chooseUser } from './run-as.ts'
import { removeFolder, temporaryFolder } from './testing.ts'

const copy = temporaryFolder()
afterAll(() => removeFolder(copy))

it('makes the links of the libraries that npm leaves out', async () => {
  const as = chooseUser(undefined, null)
  const installed = await findBinaries({ as, log: () => {} })
  const packageFolder = dirname(dirname(installed.folder))
  await cp(packageFolder, copy, {
    recursive: true,
    filter: (source) => !lstatSync(source).isSymbolicLink(),
  })
  const binDir = join(copy, 'native/bin')
  await expect(findBinaries({ binDir, as, log: () => {} })).rejects.toThrow(
    /libicu.*cannot open shared object/,
  )
  await linkLibraries(copy)
  expect(readdirSync(join(copy, 'native/lib'))).toEqual(readdirSync(join(packageFolder, 'native/lib')))
  expect(await findBinaries({ binDir, as, log: () => {} })).toEqual({
    folder: binDir,
    major: installed.major,
  })
})
