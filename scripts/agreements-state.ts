import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { answerCases, UnusableCaseFile } from '../src/modules/agreements/domain/case-file.ts'
import { REFERENCE_TERMS } from '../src/modules/agreements/templates/reference-templates.ts'

// The stable command of AGR-109: answers a case file, one JSON object per line on standard output.
// Exit code: 0 all answered, 2 at least one error line, 1 unusable file.

process.exitCode = await run(process.argv[2])

async function run(path: string | undefined): Promise<number> {
  try {
    const cases = answerCases(await read(path), REFERENCE_TERMS)
    let failures = 0
    const output = function* () {
      for (const line of cases) {
        if ('error' in line) failures++
        yield `${JSON.stringify(line)}\n`
      }
    }
    await pipeline(Readable.from(output()), process.stdout, { end: false })
    return failures === 0 ? 0 : 2
  } catch (error) {
    if (error instanceof UnusableCaseFile) return fail(error.message)
    if (isClosedPipe(error)) return 0
    throw error
  }
}

async function read(path: string | undefined): Promise<string> {
  if (path === undefined) throw new UnusableCaseFile('Indiquez le fichier de cas à lire.')
  // npm changes the working directory: the caller's own is in INIT_CWD.
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), path)
  return readFile(file, 'utf8').catch(() => {
    throw new UnusableCaseFile(`Fichier illisible : ${file}`)
  })
}

function fail(message: string): number {
  console.error(message)
  return 1
}

/** Whoever reads the answers may stop before the end (`… | head`). */
function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE'
}
