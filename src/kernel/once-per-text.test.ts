import { describe, expect, it } from 'vitest'
import { oncePerText } from './once-per-text.ts'

function counted(most: number) {
  const asked: string[] = []
  const answer = oncePerText((text) => {
    asked.push(text)
    return text === '' ? null : [text]
  }, most)
  return { asked, answer }
}

describe('work done once per text', () => {
  it('answers the same text without working again', () => {
    const { asked, answer } = counted(2)
    expect(answer('Gap')).toEqual(['Gap'])
    expect(answer('')).toBeNull()
    expect([answer('Gap'), answer('')]).toEqual([['Gap'], null])
    expect(asked).toEqual(['Gap', ''])
  })

  it('forgets when it has as many as it may keep, and keeps no long text', () => {
    const { asked, answer } = counted(2)
    for (const text of ['a', 'b', 'c', 'a', 'x'.repeat(501), 'x'.repeat(501), 'a']) answer(text)
    expect(asked.map((text) => text.slice(0, 2))).toEqual(['a', 'b', 'c', 'a', 'xx', 'xx'])
  })
})
