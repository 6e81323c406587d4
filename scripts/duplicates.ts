import './node-version.ts'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  measureDuplicates,
  UnusableFile,
} from '../src/modules/places/use-cases/duplicates/measure-duplicates.ts'
import { systemClock } from '../src/platform/clock.ts'

// npm run duplicates -- --file PLACES.csv [--truth GROUPS.csv] [--precision PAIRS.json]: the contract of DIR-91. One JSON object on standard output.
// Exit code: 0 measured, 1 unusable file, 2 misused.

const USAGE = `Usage : npm run duplicates -- --file LIEUX.csv [--truth DOUBLONS.csv] [--precision PAIRES.json]
  --file    un fichier de lieux au standard national
  --truth   les doublons connus : colonnes « groupe » et « ligne » (l’en-tête est la ligne 1)
  --precision  des paires jugées une par une : leurs lignes, et si elles sont le même lieu`

process.exitCode = await run()

async function run(): Promise<number> {
  const { file, truth, precision } = asked()
  if (file === undefined) {
    console.error(USAGE)
    return 2
  }
  try {
    const measure = await measureDuplicates(
      fromCaller(file),
      truth === undefined ? null : fromCaller(truth),
      systemClock.today(),
      precision === undefined ? null : fromCaller(precision),
    )
    console.log(JSON.stringify(measure))
    return 0
  } catch (error) {
    if (isMissing(error)) console.error('Fichier introuvable.')
    else if (error instanceof UnusableFile) console.error(error.message)
    else throw error
    return 1
  }
}

function asked() {
  try {
    return parseArgs({
      options: { file: { type: 'string' }, truth: { type: 'string' }, precision: { type: 'string' } },
    }).values
  } catch {
    return { file: undefined, truth: undefined, precision: undefined }
  }
}

/** npm changes the working directory: the caller's own is in INIT_CWD. */
function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path)
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
