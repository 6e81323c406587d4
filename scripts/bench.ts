import './node-version.ts'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../src/platform/root.ts'

/** What the measures share, and measure nothing themselves. */
const SUPPORT = new Set(['national.ts', 'repeated-national.ts', 'lending-setting.ts', 'autocannon.d.ts'])

/** One file per promise; each prints JSON lines `{name, value, unit}` on standard output. */
const asked = process.argv.slice(2)
const benches = readdirSync(join(root, 'bench'))
  .filter((name) => name.endsWith('.ts') && !SUPPORT.has(name))
  .filter((name) => asked.length === 0 || asked.includes(name.slice(0, -3)))

let failed = benches.length === 0
if (failed)
  console.error(
    `Aucune mesure de ce nom. Mesures : ${readdirSync(join(root, 'bench'))
      .filter((name) => !SUPPORT.has(name))
      .join(', ')}`,
  )
for (const name of benches) {
  console.error(`== ${name.slice(0, -3)}`)
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'bench', name)], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  failed ||= status !== 0
}
process.exit(failed ? 1 : 0)
