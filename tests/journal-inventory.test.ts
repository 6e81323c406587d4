import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { journalParts } from '../src/journal-parts.ts'
import { actionOf } from '../src/platform/http/writes.ts'
import { root } from '../src/platform/root.ts'
import { matrix } from './rights/matrix.ts'
import { useApp } from './support.ts'

const families = journalParts.flatMap((part) => Object.entries(part))
const told = new Set(
  families.flatMap(([family, { actions }]) => Object.keys(actions).map((verb) => `${family}.${verb}`)),
)
const subjects = [...new Set(families.flatMap(([, { page }]) => page ?? []))]

const ACTION = "'([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)'"
/** `writes('…')`, `action: '…'`, and every action named in a call of `writeJournal`. */
const DECLARED = new RegExp(`(?:\\bwrites\\(\\s*|\\baction: )${ACTION}`, 'g')
const WRITTEN = /\b(?:writeJournal|[a-z]\w*Journal\w*)\(((?:[^()]|\([^()]*\))*)\)/g

/** Every action of the code, and where it is written. */
async function actionsOfCode(): Promise<Map<string, string>> {
  const files = (await readdir(join(root, 'src'), { recursive: true })).filter((name) =>
    /^(?!.*(\.test\.|testing)).*\.tsx?$/.test(name),
  )
  const found = new Map<string, string>()
  for (const file of files) {
    const text = await readFile(join(root, 'src', file), 'utf8')
    const calls = [...text.matchAll(WRITTEN)].map(([, inside = '']) => inside)
    const named = calls.flatMap((inside) => [...inside.matchAll(new RegExp(ACTION, 'g'))])
    for (const [, action = ''] of [...text.matchAll(DECLARED), ...named]) found.set(action, file)
  }
  return found
}

describe('every action', () => {
  const app = useApp()

  it('of the code has its French words', async () => {
    const found = await actionsOfCode()
    expect(found.size).toBeGreaterThan(10)
    expect([...found].filter(([action]) => !told.has(action)).map(String)).toEqual([])
  })

  it('that a route declares has them too', () => {
    const declared = app.app.routes.flatMap(({ handler }) => actionOf(handler) ?? [])
    expect(declared.filter((action) => !told.has(action))).toEqual([])
  })

  it('belongs to a family, which belongs to one module and has a name of its own', () => {
    const twice = (names: readonly string[]) => names.filter((name, rank) => names.indexOf(name) !== rank)
    expect(twice(families.map(([family]) => family))).toEqual([])
    expect(twice(families.map(([, { name }]) => name))).toEqual([])
  })

  it('leads to a page that exists', () => {
    const pages = app.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
    expect(subjects.filter(({ path }) => !pages.includes(path))).toEqual([])
  })

  it.each(subjects)('$path opens to those whom a line leads there, and to no other', ({ path, roles }) => {
    const who = matrix[`GET ${path}`]?.who
    const opens = typeof who === 'object' ? [...(who.all ?? []), ...(who.own ?? [])] : []
    expect([...roles].sort()).toEqual(opens.sort())
  })
})
