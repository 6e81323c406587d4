import { spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../src/platform/root.ts'

let clone: string

/** A bare clone, whose `npm` is ours: it links to the packages of this checkout, and counts its calls. */
beforeEach(() => {
  clone = realpathSync(mkdtempSync(join(tmpdir(), 'maillage-clone é ')))
  mkdirSync(join(clone, 'scripts'))
  cpSync(join(root, 'scripts/bootstrap.mjs'), join(clone, 'scripts/bootstrap.mjs'))
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(root, name), join(clone, name))
  writeFileSync(join(clone, 'echo.ts'), ECHO)
  fakeNpm(`echo "$@" >> calls; sleep 0.3; mkdir node_modules
    for each in .bin .package-lock.json tsx esbuild @esbuild; do ln -s "${root}/node_modules/$each" node_modules/; done`)
})

afterEach(() => rmSync(clone, { recursive: true, force: true }))

const ECHO = `const [word = ''] = process.argv.slice(2) as string[]
console.log(process.versions.node.split('.')[0], word, process.env.PATH?.startsWith(import.meta.dirname))
if (word === 'wait') setInterval(() => {}, 1000)
else process.exitCode = word.length`

function fakeNpm(script: string): void {
  mkdirSync(join(clone, 'fake'), { recursive: true })
  writeFileSync(join(clone, 'fake/npm'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(clone, 'fake/npm'), 0o755)
}

interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  out: string
  err: string
}

function bootstrap(args: string[], signal?: NodeJS.Signals): Promise<Ended> {
  return new Promise((resolve) => {
    const path = [join(clone, 'fake'), dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter)
    const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'echo.ts', ...args], {
      cwd: clone,
      env: { PATH: path },
    })
    const ended: Ended = { code: null, signal: null, out: '', err: '' }
    child.stdout.on('data', (chunk) => {
      ended.out += chunk
      if (signal) child.kill(signal)
    })
    child.stderr.on('data', (chunk) => {
      ended.err += chunk
    })
    child.on('close', (code, by) => resolve({ ...ended, code, signal: by }))
  })
}

describe('the bootstrap of a bare clone', () => {
  it('installs once for two commands, then gives way to the script on Node 24', async () => {
    const both = await Promise.all([bootstrap(['é']), bootstrap(['deux mots'])])
    expect(both.map(({ out, code }) => ({ out, code }))).toEqual([
      { out: '24 é true\n', code: 1 },
      { out: '24 deux mots true\n', code: 9 },
    ])
    expect(readFileSync(join(clone, 'calls'), 'utf8').trim().split('\n')).toEqual([
      expect.stringMatching(/^ci /),
    ])
    expect(existsSync(join(clone, '.data/install.lock'))).toBe(false)
    expect((await bootstrap([])).err).toBe('')
  })

  it('leaves what was installed by hand as it is, and installs again when the lock file changes', async () => {
    mkdirSync(join(clone, 'node_modules'))
    for (const each of ['.bin', '.package-lock.json', 'tsx', 'esbuild', '@esbuild']) {
      symlinkSync(join(root, 'node_modules', each), join(clone, 'node_modules', each))
    }
    expect(await bootstrap(['a'])).toMatchObject({ out: '24 a true\n', err: '' })
    const lock = JSON.parse(readFileSync(join(clone, 'package-lock.json'), 'utf8'))
    lock.packages['node_modules/hono'].version = '99.0.0'
    writeFileSync(join(clone, 'package-lock.json'), JSON.stringify(lock))
    fakeNpm('echo "$@" >> calls')
    await bootstrap(['a'])
    expect(existsSync(join(clone, 'calls'))).toBe(true)
  })

  it('passes signals on', async () => {
    expect(await bootstrap(['wait'], 'SIGTERM')).toMatchObject({ out: '24 wait true\n', signal: 'SIGTERM' })
  })

  it('says in French what is missing, on the standard error only', async () => {
    fakeNpm('echo "npm error network"; exit 1')
    const refused = await bootstrap(['a'])
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toMatch(/npm error network[\s\S]*le réseau est-il joignable/)
    expect(existsSync(join(clone, '.data/install.lock'))).toBe(false)
  })
})
