import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../src/platform/root.ts'

/** Everything that is written to be read, from the root. */
const DOCUMENTS = globSync(
  ['*.md', 'docs/**/*.md', 'src/**/README.md', 'bench/**/*.md', 'scripts/**/*.md', 'tests/**/*.md'],
  { cwd: root },
).sort()

const textOf = (document: string) => readFileSync(join(root, document), 'utf8')

/** Links to a page or an image of the repository; an address of the web is not followed. */
function linksIn(text: string): string[] {
  const found = text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)
  return [...found].flatMap(([, path]) => path ?? [])
}

/** Files named in a sentence or a table, with their folder: `domain/entry.ts`, `web/templates/*.test.ts`. */
function filesIn(text: string): string[] {
  const found = text
    .replace(/```[\s\S]*?```/g, '')
    .matchAll(/`([\w*{},.-]+\/[\w*{},./-]+\.(?:tsx?|sql|json|typ|css))`/g)
  return [...found].flatMap(([, path]) => path ?? [])
}

/** Where a short path begins: a table says so, « Paths are relative to `x/` »; elsewhere in the code, or beside. */
function startsOf(document: string, before: string): string[] {
  const told = [...before.matchAll(/Paths are relative to `([^`]+)`/g)].at(-1)?.[1]
  return told ? ['', 'src/', told] : ['', 'src/', 'src/modules/', 'src/modules/*/', `${dirname(document)}/`]
}

/** Paths told to whoever reads `text`, that lead nowhere. */
function lost(document: string, text: string): string[] {
  const links = linksIn(text).filter((path) => !existsSync(join(root, dirname(document), path)))
  const sections = text.split(/^(?=## )/m)
  const files = sections.flatMap((section, rank) => {
    const starts = startsOf(document, sections.slice(0, rank + 1).join(''))
    return filesIn(section).filter((path) =>
      starts.every((start) => globSync(`${start}${path}`, { cwd: root }).length === 0),
    )
  })
  return [...links, ...files].map((path) => `${document}: ${path}`)
}

describe('the documents', () => {
  it('lead to pages, images and files that exist', () => {
    expect(DOCUMENTS).toContain('docs/seeds-to-code.md')
    expect(DOCUMENTS.flatMap((document) => lost(document, textOf(document)))).toEqual([])
  })

  it('show every image that is kept', () => {
    const shown = globSync('docs/guide/*.md', { cwd: root }).flatMap((page) => linksIn(textOf(page)))
    const kept = globSync('docs/guide/images/*', { cwd: root }).map((path) =>
      path.slice('docs/guide/'.length),
    )
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.filter((image) => !shown.includes(image))).toEqual([])
  })

  it('have each guide in the contents of the guides', () => {
    const contents = linksIn(textOf('docs/guide/README.md'))
    const guides = globSync('docs/guide/*.md', { cwd: root }).map((path) => path.slice('docs/guide/'.length))
    expect(guides.length).toBeGreaterThan(5)
    expect(guides.filter((guide) => guide !== 'README.md' && !contents.includes(guide))).toEqual([])
  })
})

describe('the checker sees', () => {
  it.each([
    ['a link that leads nowhere', '[guide](docs/guide/absent.md)', 'README.md: docs/guide/absent.md'],
    [
      'a file that moved',
      'Read `equipment/use-cases/announce.ts`.',
      'README.md: equipment/use-cases/announce.ts',
    ],
    [
      'a pattern that finds nothing',
      '`equipment/nowhere/*.test.ts`',
      'README.md: equipment/nowhere/*.test.ts',
    ],
  ])('%s', (_, text, problem) => {
    expect(lost('README.md', text)).toEqual([problem])
  })

  it('and lets alone what is written as code, or on the web', () => {
    expect(lost('README.md', '```ts\n`web/absent.ts`\n```\n[a](https://exemple.fr/a.md)')).toEqual([])
  })
})
