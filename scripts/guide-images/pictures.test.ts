import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PICTURES } from './pictures.ts'

const GUIDES = new URL('../../docs/guide/', import.meta.url)

describe('les images des guides', () => {
  const taken = Object.keys(PICTURES).sort()

  it('sont toutes prises par le programme, et aucune autre', () => {
    const texts = readdirSync(GUIDES)
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(new URL(name, GUIDES), 'utf8'))
    const shown = texts.flatMap((text) =>
      [...text.matchAll(/\]\(images\/(.+?)\.png\)/g)].map(([, name]) => name),
    )
    expect([...new Set(shown)].sort()).toEqual(taken)
  })

  it('sont toutes gardées, et aucune autre', () => {
    const kept = readdirSync(new URL('images/', GUIDES)).map((name) => name.replace(/\.png$/, ''))
    expect(kept.sort()).toEqual(taken)
  })
})
