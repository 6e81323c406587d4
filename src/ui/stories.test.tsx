import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { listedStories, renderStoryIndex, renderStoryPage } from './stories-index.tsx'

const LOOK = { styles: ['/site.css'] }
const CONTROLS = 'input:not([type=hidden]), select, textarea'

async function read(id: string) {
  const html = String(await renderStoryPage(id, LOOK))
  return { html, document: parseHTML(html).document as unknown as Document }
}

test('every story has its own address', () => {
  const ids = listedStories.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((id) => /^[a-z0-9-]+$/.test(id))).toBe(true)
})

test('the index links to every story; an unknown story is nothing', async () => {
  const index = String(await renderStoryIndex(LOOK))
  for (const { id } of listedStories) expect(index).toContain(`href="/dev/stories/${id}"`)
  expect(renderStoryPage('inconnue', LOOK)).toBeNull()
})

describe.each(listedStories.map(({ id }) => id))('%s', (id) => {
  test('is a French document with one title and one main landmark', async () => {
    const { html, document } = await read(id)
    expect(html).toMatch(/^<!doctype html><html lang="fr">/)
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect(document.querySelectorAll('main#contenu')).toHaveLength(1)
    expect(document.querySelector('title')?.textContent).toContain(' — ')
  })

  test('keeps to the content security policy: no style, no script, no handler in the page', async () => {
    const { html } = await read(id)
    expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:/i)
    expect(html).not.toMatch(/undefined|\[object|NaN/)
  })

  test('uses each id once, and every reference finds its target', async () => {
    const { document } = await read(id)
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
    expect(ids).toHaveLength(new Set(ids).size)
    for (const name of ['aria-describedby', 'aria-labelledby', 'for'])
      for (const element of document.querySelectorAll(`[${name}]`))
        for (const target of element.getAttribute(name)?.split(' ') ?? []) expect(ids).toContain(target)
  })

  test('names every control', async () => {
    const { document } = await read(id)
    const labelled = new Set(
      [...document.querySelectorAll('label')].map((label) => label.getAttribute('for')),
    )
    for (const control of document.querySelectorAll(CONTROLS)) expect(labelled).toContain(control.id)
  })

  test('writes ’ as apostrophe', async () => {
    const { document } = await read(id)
    expect(document.querySelector('body')?.textContent).not.toMatch(/'/)
  })
})
