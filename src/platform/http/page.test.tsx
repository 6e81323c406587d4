import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { JsonLd } from '../../ui/json-ld.tsx'
import type { AppEnv } from './env.ts'
import { page } from './page.tsx'

const TYPED = 'Où > ici : « là » ?'

async function Awaited() {
  return <p>{await Promise.resolve(TYPED)}</p>
}

/** The page as it is answered. */
async function answered(content: Parameters<typeof page>[1]): Promise<string> {
  const app = new Hono<AppEnv>().get('/', (c) => page(c, content))
  return (await app.request('/')).text()
}

describe('a page', () => {
  it('leaves in French typography, whatever draws it', async () => {
    const set = '<p>Où &gt; ici\u00a0: «\u00a0là\u00a0»\u00a0?</p>'
    expect(await answered(<p>{TYPED}</p>)).toBe(set)
    expect(await answered(<Awaited />)).toBe(set)
  })

  it('gives back what was typed as it was typed, and data as they are', async () => {
    const drawn = (
      <form action="/lieux?q=a : b">
        <input name="nom" value={TYPED} />
        <textarea name="note">{TYPED}</textarea>
        <select>
          <option>{TYPED}</option>
        </select>
        <JsonLd data={{ name: TYPED }} />
      </form>
    )
    expect(await answered(drawn)).toBe(String(drawn))
  })
})
