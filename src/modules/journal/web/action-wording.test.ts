import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { matrix } from '../../../../tests/rights/matrix.ts'
import { useApp } from '../../../../tests/support.ts'
import { actionOf } from '../../../platform/http/writes.ts'
import { root } from '../../../platform/root.ts'
import { actionWords } from './action-wording.ts'
import { familyOf, familyWords } from './family-wording.ts'
import { subjectPages } from './subject-links.ts'

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

  it('has its French words', async () => {
    const found = await actionsOfCode()
    expect(found.size).toBeGreaterThan(10)
    expect([...found].filter(([action]) => !(action in actionWords)).map(String)).toEqual([])
  })

  it('that a route declares has them too', () => {
    const declared = app.app.routes.flatMap(({ handler }) => actionOf(handler) ?? [])
    expect(declared.filter((action) => !(action in actionWords))).toEqual([])
  })

  it('belongs to a family with a name', () => {
    const nameless = Object.keys(actionWords).filter((action) => !(familyOf(action) in familyWords))
    expect(nameless).toEqual([])
  })

  it('leads to a page that exists', () => {
    const pages = app.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
    expect(subjectPages.filter(({ path }) => !pages.includes(path))).toEqual([])
  })

  it.each(subjectPages)(
    '$path opens to those whom a line leads there, and to no other',
    ({ path, roles }) => {
      const who = matrix[`GET ${path}`]?.who
      const opens = typeof who === 'object' ? [...(who.all ?? []), ...(who.own ?? [])] : []
      expect([...roles].sort()).toEqual(opens.sort())
    },
  )
})
