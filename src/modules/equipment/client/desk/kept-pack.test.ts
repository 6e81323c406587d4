import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetKept } from '../../../../client/islands/forget-kept.ts'
import { keptPack, loadPack } from './kept-pack.ts'

const HOME = '/materiel/guichet'
const day = { version: '2027-03-01T08:00:00Z', told: 'guichet du 1er mars', loans: [] }
const answering = async () => Response.json(day)
const load = (person: string) => loadPack({ home: HOME, source: `${HOME}/paquet`, person }, answering)

/** What a browser keeps by name, each a list of pages by address. */
let kept: Map<string, Map<string, string>>

beforeEach(() => {
  kept = new Map()
  vi.stubGlobal('caches', {
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
    async open(name: string) {
      const pages = kept.get(name) ?? new Map<string, string>()
      kept.set(name, pages)
      return {
        match: async (address: string) => {
          const page = pages.get(address)
          return page === undefined ? undefined : new Response(page)
        },
        put: async (address: string, answer: Response) => {
          pages.set(address, await answer.text())
        },
      }
    },
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the day kept on a device (EQP-1303)', () => {
  it('is there for whoever loaded it', async () => {
    expect(await keptPack(HOME, 'one')).toBeNull()
    expect(await load('one')).toMatchObject(day)
    expect(await keptPack(HOME, 'one')).toMatchObject(day)
  })

  it('is never shown to another person: it is taken away, its page with it', async () => {
    await load('one')
    await (await caches.open('maillage-guichet')).put(HOME, new Response('the page of one'))
    expect(await keptPack(HOME, 'other')).toBeNull()
    expect(kept.size).toBe(0)
    expect(await keptPack(HOME, 'one')).toBeNull()
  })

  it('leaves nothing of the person before when another loads theirs', async () => {
    await load('one')
    await (await caches.open('maillage-guichet')).put(HOME, new Response('the page of one'))
    await load('other')
    expect([...(kept.get('maillage-guichet')?.keys() ?? [])]).toEqual([`${HOME}?paquet-garde`])
  })

  it('goes when its person signs out', async () => {
    await load('one')
    await forgetKept()
    expect(kept.size).toBe(0)
    expect(await keptPack(HOME, 'one')).toBeNull()
  })
})
