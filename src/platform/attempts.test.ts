import { describe, expect, it } from 'vitest'
import { instant } from '../kernel/instant.ts'
import { attemptsOf, countAttempt, forgetAttempts } from './attempts.ts'
import { useTestDatabase } from './db/testing.ts'

const at = (time: string) => instant(`2026-06-17T${time}Z`)

describe('attempts counted under a key', () => {
  const database = useTestDatabase()
  const count = (key: string, time: string) => countAttempt(database.db, key, 900, at(time))
  const read = (key: string, time: string) => attemptsOf(database.db, key, 900, at(time))

  it('add up, and wait from the last one', async () => {
    expect(await read('one', '10:00:00')).toEqual({ count: 0, secondsLeft: 0 })
    await count('one', '10:00:00')
    expect(await count('one', '10:10:00')).toEqual({ count: 2, secondsLeft: 900 })
    expect(await read('one', '10:14:00')).toEqual({ count: 2, secondsLeft: 660 })
    // Ten minutes after the first one was old: the last decides.
    expect(await read('one', '10:24:59')).toEqual({ count: 2, secondsLeft: 1 })
    expect(await read('one', '10:25:00')).toEqual({ count: 0, secondsLeft: 0 })
  })

  it('do not add up from further apart', async () => {
    await count('two', '10:00:00')
    await count('two', '10:10:00')
    expect((await count('two', '10:20:00')).count).toBe(2)
  })

  it('of many at once are each told their own rank', async () => {
    const counted = await Promise.all(Array.from({ length: 20 }, () => count('crowd', '10:00:00')))
    expect(counted.map(({ count }) => count).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
  })

  it('are each their own key’s, and can be forgotten', async () => {
    await count('three', '10:00:00')
    expect((await read('four', '10:00:00')).count).toBe(0)
    await forgetAttempts(database.db, 'three')
    expect((await read('three', '10:00:00')).count).toBe(0)
  })
})
