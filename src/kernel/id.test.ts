import { describe, expect, it } from 'vitest'
import { isId, newId } from './id.ts'

describe('an id', () => {
  it('is a UUID version 7 that sorts by time, also among ten thousand made at once', () => {
    const ids = Array.from({ length: 10_000 }, () => newId())
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is told from anything else a URL may carry', () => {
    expect(isId(newId())).toBe(true)
    for (const text of ['', '1', "'; drop table", newId().toUpperCase(), `${newId()}0`])
      expect(isId(text)).toBe(false)
  })
})
