import './node-version.ts'
import { access, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readMappingText } from '../src/modules/places/domain/mapping/mapping.schema.ts'
import { runValidateCommand } from '../src/modules/places/use-cases/imports/validate-command.ts'
import { systemClock } from '../src/platform/clock.ts'

// npm run validate -- FILE: everything that is wrong in a file of places, without a network nor a database (DIR-27). Exit
// code: 0 every row can be a place, 3 some are refused, 1 the file cannot be read, 2 misused.

const USAGE = `Usage : npm run validate -- FICHIER [options]
  --report FICHIER  écrire chaque constat dans un fichier CSV
  --mapping FICHIER à quoi servent ses colonnes (JSON, comme la proposition affichée par l’import)`

process.exitCode = await run()

async function run(): Promise<number> {
  const asked = readArguments()
  if (!asked) return told(2, USAGE)
  const { path, report, mapping: mappingPath } = asked
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (!isThere) return told(1, `Fichier introuvable ou illisible : ${path}`)
  const text = mappingPath === null ? null : await readFile(mappingPath, 'utf8').catch(() => '')
  const mapping = text === null ? null : readMappingText(text)
  if (text !== null && !mapping)
    return told(1, `Ce fichier ne dit pas à quoi servent les colonnes : ${mappingPath}`)
  const terminal = {
    tell: (sentence: string) => console.error(sentence),
    answer: (json: string) => console.log(json),
  }
  return runValidateCommand({ path, report, mapping, today: systemClock.today() }, terminal)
}

function told(code: number, sentence: string): number {
  console.error(sentence)
  return code
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { report: { type: 'string' }, mapping: { type: 'string' } },
    })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) return null
    return {
      path: fromCaller(file),
      report: values.report === undefined ? null : fromCaller(values.report),
      mapping: values.mapping === undefined ? null : fromCaller(values.mapping),
    }
  } catch {
    return null
  }
}

/** npm changes the working directory: the caller's own is in INIT_CWD. */
function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path)
}
