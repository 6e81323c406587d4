import { describe, expect, it } from 'vitest'
import { REFERENCE_DUTIES } from '../../templates/reference-duties.ts'
import { dutyName, expectedEvidence, windowWords } from './duties-wording.ts'

describe('the words of the duties', () => {
  it('name each duty of the reference templates, and those the acts settle (AGR-75)', () => {
    const settled = ['place_update', 'committee_steering', 'committee_network', 'committee_bilateral']
    const codes = [
      ...settled,
      ...['committee_governance', 'operation_results', 'minutes'],
      ...Object.values(REFERENCE_DUTIES).flatMap((duties) => duties.map(({ code }) => code)),
    ]
    expect(codes.filter((code) => dutyName(code) === dutyName('unknown'))).toEqual([])
  })

  it.each([
    ['2026-H1', '1er semestre 2026'],
    ['2026-H2', '2e semestre 2026'],
    ['2026', 'année 2026'],
    ['2026-06-12/2027-06-11', 'du 12 juin 2026 au 11 juin 2027'],
    ['2026-06-12', 'réunion du 12 juin 2026'],
  ])('say the window %s', (window, expected) => {
    expect(windowWords(window)).toBe(expected)
  })

  it('say where a proof would come from, a statement last', () => {
    expect(expectedEvidence(['agenda', 'forum'])).toBe(
      'Preuve attendue : l’agenda partagé, le forum ou une déclaration.',
    )
    expect(expectedEvidence(['declared'])).toBe('Preuve attendue : une déclaration.')
  })
})
