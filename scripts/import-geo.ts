import './node-version.ts'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { allJobs } from '../src/jobs.ts'
import { isRefusal } from '../src/kernel/refusal.ts'
import { centresRefusals, importCommuneCentres } from '../src/modules/places/index.ts'
import { readConfig } from '../src/platform/config.ts'
import { openServices } from '../src/platform/open.ts'

// npm run import:geo -- FILE: the centres of communes, from an official file. Exit code: 0 done, 1 nothing written.

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('Usage : npm run import:geo -- FICHIER (CSV : code_insee, latitude, longitude)')
  process.exit(2)
}
const path = resolve(process.env.INIT_CWD ?? process.cwd(), file)
const text = await readFile(path, 'utf8').catch(() => null)
if (text === null) {
  console.error(`Fichier introuvable ou illisible : ${path}`)
  process.exit(1)
}
const { services, close } = await openServices(readConfig(process.env), allJobs, { whenHeld: 'share' })
try {
  const outcome = await importCommuneCentres(services.db, text)
  if (isRefusal(outcome)) {
    console.error(centresRefusals[outcome.refused])
    process.exitCode = 1
  } else {
    const { points, leftOut } = outcome
    console.log(
      `${points.size} communes placées.${leftOut.length > 0 ? ` Lignes laissées de côté : ${leftOut.slice(0, 20).join(', ')}${leftOut.length > 20 ? '…' : ''}.` : ''}`,
    )
  }
} finally {
  await close()
}
