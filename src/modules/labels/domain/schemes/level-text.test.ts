import { describe, expect, it } from 'vitest'
import { countedLevel } from './level-text.ts'

describe('a level, counted in the unit of its label (LAB-1, LAB-38)', () => {
  it.each([
    [1, 'arobase', '1 arobase'],
    [4, 'arobase', '4 arobases'],
    [1, 'arobases', '1 arobase'],
    [3, 'étoiles', '3 étoiles'],
    [2, 'niveau', '2 niveaux'],
    [2, 'niveaux', '2 niveaux'],
    [2, 'croix', '2 croix'],
  ])('%i, %s', (level, unit, words) => {
    expect(countedLevel(level, unit)).toBe(words)
  })
})
