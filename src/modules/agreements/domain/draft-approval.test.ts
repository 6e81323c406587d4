import { describe, expect, it } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { NORMANDIE_CONNECTEE } from '../templates/normandie-connectee.ts'
import type { Agreement } from './agreement.ts'
import { type Approval, approvalOf, unapprovedBy } from './draft-approval.ts'
import { negotiableTerms, withFigure } from './negotiable-terms.ts'

const at = '2026-06-17T10:00:00.000Z' as Instant
const approval = (party: string, fingerprint: string, cancelledAt: Instant | null = null): Approval => ({
  id: newId(),
  party,
  fingerprint,
  approvedAt: at,
  approvedBy: null,
  cancelledAt,
})
const { terms } = NORMANDIE_CONNECTEE
const draft = { terms, acts: [] } as Pick<Agreement, 'terms' | 'acts'>

describe('an approval', () => {
  it('is of one content: no other text, no undone one, and never by silence (AGR-5, AGR-18)', () => {
    const given = [approval('region', 'b'), approval('cocontractant', 'a', at)]
    expect(approvalOf(given, 'region', 'b')).toBe(given[0])
    expect(approvalOf(given, 'region', 'a')).toBeNull()
    expect(approvalOf(given, 'cocontractant', 'a')).toBeNull()
    expect(unapprovedBy(draft, [], 'a')).toEqual(['region', 'cocontractant'])
    expect(unapprovedBy(draft, given, 'b')).toEqual(['cocontractant'])
  })

  it('is not asked of a party that has signed', () => {
    const signed = { ...draft, acts: [{ type: 'signature', party: 'region' }] } as unknown as typeof draft
    expect(unapprovedBy(signed, [], 'a')).toEqual(['cocontractant'])
  })
})

describe('the terms a clause lets the parties negotiate (AGR-19)', () => {
  it('are the figures it writes, where the agreement has them', () => {
    const clause = { binds: ['entry', 'initialYears', 'renewal', 'denunciation', 'dispute'] }
    expect(negotiableTerms(terms, clause)).toEqual([
      { term: 'initialYears', figure: 3 },
      { term: 'renewal.years', figure: 1 },
      { term: 'denunciation.months', figure: 3 },
    ])
  })

  it('change one at a time, or are refused when they do not hold', () => {
    expect(withFigure(terms, 'initialYears', 2)).toMatchObject({ initialYears: 2, renewal: terms.renewal })
    expect(withFigure(terms, 'initialYears', 0)).toMatchObject({ refused: 'invalid-terms' })
  })
})
