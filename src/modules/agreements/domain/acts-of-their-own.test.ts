import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { parseAct } from './acts.schema.ts'
import type { Act } from './acts.ts'
import { stateOn } from './state.ts'
import { EXPRESS_TERMS, signedBy, TACIT_TERMS } from './testing.ts'

const inForce = signedBy(TACIT_TERMS, '2025-01-10')

/** An amendment signed by all that would do the work of another act. */
function amendment(changes: Record<string, unknown>): Act[] {
  return TACIT_TERMS.parties.map((party) => {
    const act = parseAct({
      type: 'amendment_signed',
      amendment: 'avenant-1',
      party,
      occurredOn: '2025-03-01',
      changes,
    })
    if (isRefusal(act)) throw new Error(JSON.stringify(act))
    return act
  })
}

describe('denunciation, termination, renewal and withdrawal are acts of their own (AGR-4)', () => {
  it.each([
    ['registered_letter_sent', { purpose: 'denunciation', from: 'region' }],
    ['registered_letter_sent', { purpose: 'termination', from: 'region' }],
    ['termination_notified', { from: 'region' }],
    ['renewal_signed', { renewal: 'R1', party: 'region', years: 2 }],
    ['denunciation_withdrawn', { letter: 'L1', agreedBy: ['region', 'commune'] }],
    ['formal_notice_abandoned', { formalNotice: 'F1' }],
  ])('%s is read by itself', (type, payload) => {
    expect(isRefusal(parseAct({ type, occurredOn: '2025-03-01', ...payload }))).toBe(false)
  })

  it.each([
    [{ denunciation: { sentOn: '2025-03-01' } }],
    [{ termination: { on: '2025-03-01' } }],
    [{ renewals: [{ years: 3 }] }],
    [{ withdrawnPlaces: ['EPN-1'] }],
  ])('an amendment cannot carry %o: what it does not know is left out, and nothing ends', (changes) => {
    const acts = amendment(changes)
    for (const act of acts) expect('changes' in act && act.changes).toEqual({})
    const state = stateOn(TACIT_TERMS, [...inForce, ...acts], day('2025-12-31'))
    expect([state.status, state.lastDayInForce, state.letters]).toEqual(['in_force', null, []])
  })

  it('new words on denunciation change the clause for later, and denounce nothing', () => {
    const acts = amendment({ terms: { 'denunciation.months': 6 } })
    const state = stateOn(TACIT_TERMS, [...inForce, ...acts], day('2025-12-31'))
    expect([state.status, state.termsInForce.denunciation?.months]).toEqual(['in_force', 6])
  })

  it('a longer first period is no renewal: the periods keep their kind', () => {
    const acts = amendment({ terms: { initialYears: 5 } })
    const state = stateOn(EXPRESS_TERMS, [...inForce, ...acts], day('2029-06-01'))
    expect([state.period?.index, state.period?.kind]).toEqual([1, 'initial'])
  })
})
