import { describe, expect, it } from 'vitest'
import { APPLICATION_STATES, mayFollow } from './application.ts'

describe('an application goes its way (LAB-14)', () => {
  it('may be withdrawn until it is decided, and is never decided without being proposed', () => {
    for (const state of APPLICATION_STATES)
      expect(mayFollow(state, 'withdrawn')).toBe(!['decided', 'withdrawn', 'not_followed_up'].includes(state))
    expect(APPLICATION_STATES.filter((state) => mayFollow(state, 'decided'))).toEqual(['proposed'])
    expect(APPLICATION_STATES.filter((state) => mayFollow(state, 'not_followed_up'))).toEqual(['incomplete'])
  })
})
