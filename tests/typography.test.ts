import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../src/platform/root.ts'

/** A space where French wants one that does not break, in a text; `${…}` is code. */
const LOOSE = /[\p{L}\d…’)»}] [:;?!»](?=[^=\p{L}]|$)|« /u

/** The texts between quotes of a script, without the code that they hold. */
const textsOfScript = (script: string) =>
  script
    .replace(/^\s*(\/\/|\/?\*).*$/gm, '')
    .replace(/\$\{[^{}]*\}/g, '}')
    .match(/'[^'\n]*'|`[^`]*`/g) ?? []

/** The words between brackets or quotes of a template. */
const textsOfTemplate = (template: string) => template.match(/\[[^[\]]*\]|"[^"]*"/g) ?? []

const looseIn = (pattern: string, textsOf: (text: string) => readonly string[]) =>
  globSync(pattern, { cwd: root, exclude: ['**/*.test.ts'] }).flatMap((file) =>
    textsOf(readFileSync(join(root, file), 'utf8'))
      .filter((text) => LOOSE.test(text))
      .map((text) => `${file}: ${text}`),
  )

/** Its own, its escape or its name, where the edge sets one; guillemets that forget their space. */
const WRITTEN = String.raw`(?:[\u00a0\u202f]|\\u00a0|\\u202f|\$\{NO_BREAK\})`
const BY_HAND = new RegExp(`${WRITTEN}[:;?!»]|(?:«|n°)${WRITTEN}|«\\$?\\{|\\}»`)
/** The texts of agreements are sealed. */
const SET_WHEN_WRITTEN = [
  'src/**/*.test.*',
  'src/**/client/**',
  'src/modules/agreements/templates/**',
  'src/kernel/typography.ts',
]

it('texts that an edge of the server sets are written with plain spaces', () => {
  const sources = globSync('src/**/*.{ts,tsx}', { cwd: root, exclude: SET_WHEN_WRITTEN })
  expect(sources.length).toBeGreaterThan(1000)
  expect(sources.filter((file) => BY_HAND.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
})

describe('texts that no edge of the server sets write their no-break spaces themselves', () => {
  it('in the scripts of the browser', () =>
    expect(looseIn('src/{client,modules/*/client}/**/*.ts', textsOfScript)).toEqual([]))

  it('in the templates of documents', () => expect(looseIn('src/**/*.typ', textsOfTemplate)).toEqual([]))

  it('and one that forgets is seen', () => {
    const forgetful = "say(`Pas de réseau : rien`); say('Ce jour ?'); const a = b ? 'c' : d"
    expect(textsOfScript(forgetful).filter((text) => LOOSE.test(text))).toEqual([
      '`Pas de réseau : rien`',
      "'Ce jour ?'",
    ])
    expect(textsOfTemplate('par[#strong[Horaires :] #a]').filter((text) => LOOSE.test(text))).toHaveLength(1)
  })
})
