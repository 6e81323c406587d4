import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { decisionStanding, publicationBlanks } from './decision.ts'

const published = { publishedOn: day('2025-01-07'), withdrawnOn: null, replacedBy: null }

describe('a decision', () => {
  it.each([
    ['draft', { ...published, publishedOn: null }],
    ['published', published],
    ['replaced', { ...published, replacedBy: newId<'decision'>() }],
    ['withdrawn', { ...published, withdrawnOn: day('2025-02-01'), replacedBy: newId<'decision'>() }],
  ] as const)('is %s', (standing, decision) => {
    expect(decisionStanding(decision)).toBe(standing)
  })

  it('names what its publication lacks (AGR-70)', () => {
    const whole = { text: 'Article 1', legalBasis: 'CGCT', remedies: 'Deux mois' }
    expect(publicationBlanks(whole)).toEqual([])
    expect(publicationBlanks({ ...whole, remedies: ' \n ' })).toEqual(['remedies'])
    expect(publicationBlanks({ text: '', legalBasis: '', remedies: '' })).toEqual([
      'legal-basis',
      'text',
      'remedies',
    ])
  })
})
