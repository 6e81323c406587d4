import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allJobs } from '../src/jobs.ts'
import { root } from '../src/platform/root.ts'

const NAMED = /\bname: '([a-z-]+\/[a-z-]+)'/g

describe('every job', () => {
  it('that is named somewhere has its queue and its worker', async () => {
    const files = (await readdir(join(root, 'src'), { recursive: true })).filter((name) =>
      /^(?!.*\.test\.).*\.ts$/.test(name),
    )
    const texts = await Promise.all(files.map((name) => readFile(join(root, 'src', name), 'utf8')))
    const named = texts.flatMap((text) => [...text.matchAll(NAMED)].map(([, name]) => name))
    expect(named.length).toBeGreaterThan(3)
    expect([...new Set(named)].sort()).toEqual(allJobs.map(({ name }) => name).sort())
  })

  it('belongs to a module or to the platform, and is there once', async () => {
    const modules = await readdir(join(root, 'src/modules'))
    const owners = allJobs.map(({ name }) => name.split('/')[0])
    expect(owners.filter((owner = '') => owner !== 'platform' && !modules.includes(owner))).toEqual([])
    expect(new Set(allJobs.map(({ name }) => name)).size).toBe(allJobs.length)
  })
})
