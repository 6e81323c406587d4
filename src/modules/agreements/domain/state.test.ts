import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { Act } from './acts.ts'
import type { RejectionReason } from './course.ts'
import { stateOn } from './state.ts'
import type { Terms } from './terms.ts'
import {
  denunciation,
  EXPRESS_TERMS,
  FIXED_TERMS,
  renewal,
  signature,
  signedBy,
  TACIT_TERMS,
} from './testing.ts'

const inForce = signedBy(TACIT_TERMS, '2024-04-08')
const on = (text: string) => day(text)
const letter = denunciation('2025-06-17', { id: 'L1' })

describe('an act without effect is listed with its reason (AGR-100)', () => {
  const cases: [RejectionReason, Terms, Act[]][] = [
    ['unknown_party', TACIT_TERMS, [signature('prefecture', '2024-04-08')]],
    ['already_signed', TACIT_TERMS, [signature('region', '2024-04-08'), signature('region', '2024-04-09')]],
    ['after_entry', TACIT_TERMS, [...inForce, signature('region', '2024-05-08')]],
    [
      'already_declined',
      TACIT_TERMS,
      ['2024-04-08', '2024-04-09'].map((d) => ({
        type: 'signature_declined',
        party: 'region',
        occurredOn: on(d),
      })),
    ],
    ['before_entry', TACIT_TERMS, [denunciation('2024-04-07'), ...inForce]],
    ['after_end', TACIT_TERMS, [...inForce, letter, denunciation('2025-09-18')]],
    ['no_denunciation_clause', FIXED_TERMS, [...inForce, letter]],
    [
      'wrong_channel',
      TACIT_TERMS,
      [
        ...inForce,
        {
          type: 'notice_sent',
          purpose: 'denunciation',
          channel: 'email',
          from: 'region',
          occurredOn: on('2025-01-05'),
        },
      ],
    ],
    [
      'unknown_letter',
      TACIT_TERMS,
      [...inForce, { type: 'registered_letter_received', letter: 'L9', occurredOn: on('2025-06-18') }],
    ],
    [
      'unknown_letter',
      TACIT_TERMS,
      [
        ...inForce,
        letter,
        { type: 'registered_letter_received', letter: 'L1', occurredOn: on('2025-06-16') },
      ],
    ],
    ['withdrawal_not_agreed_by_all', TACIT_TERMS, [...inForce, letter, withdrawal('2025-06-20', ['region'])]],
    [
      'no_denunciation_to_withdraw',
      TACIT_TERMS,
      [
        ...inForce,
        letter,
        withdrawal('2025-06-20', ['region', 'commune']),
        withdrawal('2025-06-21', ['region', 'commune']),
      ],
    ],
    ['renewal_is_tacit', TACIT_TERMS, [...inForce, renewal('region', '2025-01-05', 1)]],
    ['renewal_without_duration', EXPRESS_TERMS, [...inForce, renewal('region', '2025-01-05', null)]],
    ['renewal_without_duration', EXPRESS_TERMS, [...inForce, renewal('region', '2025-01-05', 1.5)]],
    [
      'renewal_durations_differ',
      EXPRESS_TERMS,
      [...inForce, renewal('region', '2025-01-05', 1), renewal('commune', '2025-01-06', 2)],
    ],
    [
      'renewal_already_complete',
      EXPRESS_TERMS,
      [
        ...inForce,
        ...['region', 'commune', 'region'].map((party, n) => renewal(party, `2025-01-0${n + 1}`, 1)),
      ],
    ],
    ['renewal_incomplete', EXPRESS_TERMS, [...inForce, renewal('region', '2027-01-05', 1)]],
    ['after_end', EXPRESS_TERMS, [...inForce, renewal('region', '2027-04-08', 1)]],
    [
      'renewal_after_expiry',
      EXPRESS_TERMS,
      [...inForce, renewal('region', '2027-04-08', 1), renewal('commune', '2027-04-09', 1)],
    ],
    [
      'after_end',
      FIXED_TERMS,
      [...inForce, { type: 'place_listed', place: 'EPN-1', occurredOn: on('2027-04-08') }],
    ],
  ]

  it.each(cases)('%s', (reason, terms, acts) => {
    const { rejectedActs } = stateOn(terms, acts, on('2028-01-01'))
    expect(rejectedActs.map((rejection) => rejection.reason)).toContain(reason)
  })
})

it('a place is listed until the last day, included (AGR-99)', () => {
  const listed: Act = { type: 'place_listed', place: 'EPN-1', occurredOn: on('2025-09-17') }
  const state = stateOn(TACIT_TERMS, [...inForce, letter, listed], on('2025-09-18'))
  expect(state.labels).toEqual([{ place: 'EPN-1', status: 'ended' }])
})

it('a renewal begun on the last day is incomplete the day after (AGR-140)', () => {
  const state = stateOn(EXPRESS_TERMS, [...inForce, renewal('region', '2027-04-07', 1)], on('2027-04-08'))
  expect(state.warnings).toEqual(['renewal_incomplete'])
})

describe('what was known (AGR-85)', () => {
  const known = (text: string) => ({ knownAt: text as never })
  const late = denunciation('2026-06-17', { id: 'L1', recordedAt: '2026-07-02T09:00:00Z' as never })

  it('a letter entered late counts from its deposit, and was unknown until then (AGR-43)', () => {
    const acts = [...inForce, late]
    expect(stateOn(TACIT_TERMS, acts, on('2026-06-20')).status).toBe('denunciation_pending')
    expect(stateOn(TACIT_TERMS, acts, on('2026-06-20'), known('2026-07-02T08:59:59.9Z')).status).toBe(
      'in_force',
    )
    expect(stateOn(TACIT_TERMS, acts, on('2026-06-20'), known('2026-07-02T09:00:00Z')).status).toBe(
      'denunciation_pending',
    )
  })

  it('a corrected date replaces the first one, both on and before its own day (AGR-84, AGR-133)', () => {
    const corrected = denunciation('2026-06-27', {
      id: 'L2',
      supersedes: 'L1',
      recordedAt: '2026-07-10T09:00:00Z' as never,
    })
    const acts = [...inForce, late, corrected]
    expect(stateOn(TACIT_TERMS, acts, on('2026-12-31')).lastDayInForce).toBe('2026-09-27')
    expect(stateOn(TACIT_TERMS, acts, on('2026-06-20')).status).toBe('in_force')
    const before = stateOn(TACIT_TERMS, acts, on('2026-12-31'), known('2026-07-05T00:00:00Z'))
    expect(before.lastDayInForce).toBe('2026-09-17')
  })

  it('a correction answers to the name of what it corrects', () => {
    const acts: Act[] = [
      ...inForce,
      letter,
      denunciation('2025-06-18', { id: 'L2', supersedes: 'L1' }),
      denunciation('2025-06-19', { id: 'L3', supersedes: 'L2' }),
      withdrawal('2025-06-20', ['region', 'commune']),
    ]
    const state = stateOn(TACIT_TERMS, acts, on('2025-07-01'))
    expect([state.status, state.rejectedActs]).toEqual(['in_force', []])
  })

  it('of two corrections of one act, the last stands', () => {
    const acts = ['2025-06-18', '2025-06-30'].map((d) => denunciation(d, { id: d, supersedes: 'L1' }))
    const state = stateOn(TACIT_TERMS, [...inForce, letter, ...acts], on('2025-07-01'))
    expect(state.lastDayInForce).toBe('2025-09-30')
  })

  it('an act that corrects itself, or in a circle, does no harm', () => {
    const acts = [
      denunciation('2025-06-18', { id: 'A', supersedes: 'A' }),
      denunciation('2025-06-18', { id: 'B', supersedes: 'C' }),
      denunciation('2025-06-18', { id: 'C', supersedes: 'B' }),
    ]
    expect(stateOn(TACIT_TERMS, [...inForce, ...acts], on('2025-07-01')).status).toBe('in_force')
  })
})

describe('two signatures on one day', () => {
  it('a day alone comes before an instant of that day (AGR-146)', () => {
    const declined: Act = { type: 'signature_declined', party: 'region', occurredOn: on('2026-07-01') }
    const signed = signature('region', '2026-07-01', { at: '2026-07-01T06:00:00Z' as never })
    const state = stateOn(
      TACIT_TERMS,
      [signed, declined, signature('commune', '2026-07-01')],
      on('2026-07-01'),
    )
    expect(state.status).toBe('in_force')
  })

  it('instants are compared as times, fractions of a second included', () => {
    const signed = signature('region', '2026-07-01', { at: '2026-07-01T06:00:00Z' as never })
    const declined: Act = {
      type: 'signature_declined',
      party: 'region',
      occurredOn: on('2026-07-01'),
      at: '2026-07-01T06:00:00.5Z' as never,
    }
    expect(stateOn(TACIT_TERMS, [declined, signed], on('2026-07-01')).status).toBe('declined')
  })
})

function withdrawal(when: string, agreedBy: string[]): Act {
  return { type: 'denunciation_withdrawn', letter: 'L1', agreedBy, occurredOn: on(when) }
}
