import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { instant } from '../../../kernel/instant.ts'
import { REFERENCE_TERMS } from '../templates/reference-templates.ts'
import type { Act } from './acts.ts'
import { agenda, agendaOf, byUrgency } from './agenda.ts'
import type { Agreement } from './agreement.ts'
import { appealLimit } from './appeal.ts'
import { calledToSign } from './entry.ts'
import { remindersOf } from './reminders.ts'
import { stateOn } from './state.ts'
import type { Terms } from './terms.ts'
import { denunciation, signature, signedBy, TACIT_TERMS } from './testing.ts'

const on = day
const termsOf = (id: string): Terms => REFERENCE_TERMS[id] ?? TACIT_TERMS
const NORMANDIE = termsOf('normandie-connectee')
const VILLES = termsOf('villes-internet')
const normandie = signedBy(NORMANDIE, '2024-04-08')

const items = (terms: Terms, acts: Act[], today: string) =>
  agendaOf(stateOn(terms, acts, on(today)), acts, on(today))
const kinds = (terms: Terms, acts: Act[], today: string) =>
  items(terms, acts, today).map(({ kind, day: when, urgency }) => `${when} ${kind} ${urgency}`)

describe('the agenda of an agreement (AGR-80)', () => {
  it('has the life of the agreement, the duties of its parties, and the notices of its renewal', () => {
    const acts: Act[] = [{ type: 'place_listed', place: 'A' }, ...normandie]
    expect(kinds(NORMANDIE, acts, '2026-08-01').sort()).toEqual([
      '2024-12-31 place_update late',
      '2025-06-30 place_update late',
      '2025-12-31 place_update late',
      '2026-06-30 place_update late',
      '2026-10-07 renewal_notice coming',
      '2026-12-07 renewal_notice coming',
      '2026-12-31 place_update coming',
      '2027-01-07 last_day_to_denounce_before_renewal coming',
      '2027-01-07 last_day_to_request_amendment coming',
      '2027-04-07 period_end coming',
      '2027-06-30 place_update coming',
    ])
  })

  it('has what notices and disputes start, each with its article', () => {
    const notice = denunciation('2026-01-05', { id: 'F1', purpose: 'formal_notice', from: 'region' })
    const running = items(NORMANDIE, [...normandie, notice], '2026-01-06').find(
      ({ subject }) => subject === 'F1',
    )
    expect(running).toMatchObject({ key: 'cure_end:F1', kind: 'cure_end', day: '2026-02-04', article: '12' })
    expect(kinds(NORMANDIE, [...normandie, notice], '2026-02-05')).toContain(
      '2026-02-05 termination_available waiting',
    )
  })

  it('has what waits for somebody, and for whom', () => {
    const acts: Act[] = [
      ...signedBy(VILLES, '2021-09-06'),
      { type: 'meeting_held', id: 'C1', committee: 'steering', occurredOn: on('2022-03-01') },
      { type: 'minutes_validated', meeting: 'C1', party: 'etat', occurredOn: on('2022-03-05') },
      {
        type: 'communication_requested',
        id: 'K1',
        kind: 'event',
        from: 'etat',
        occurredOn: on('2022-03-02'),
      },
    ]
    const waiting = items(VILLES, acts, '2022-04-01').filter(({ urgency }) => urgency === 'waiting')
    expect(waiting.map(({ kind, responsible }) => [kind, responsible])).toEqual([
      ['minutes_to_validate', ['villes-internet']],
      ['communication_to_answer', ['villes-internet']],
    ])
  })

  it('puts the renewal on the agenda of the last end-of-year meeting of 002 (AGR-38)', () => {
    const manche = termsOf('territoires-apprenants')
    const found = items(manche, signedBy(manche, '2026-02-11'), '2028-06-01')
    expect(found.find(({ kind }) => kind === 'renewal_to_decide')).toMatchObject({
      day: '2028-12-31',
      responsible: ['departement'],
      article: '5',
    })
  })

  it('says when a delegation runs out', () => {
    const acts: Act[] = [
      signature('region', '2024-04-08', { delegation: { until: on('2024-12-31') } }),
      signature('cocontractant', '2024-04-08'),
    ]
    expect(kinds(NORMANDIE, acts, '2024-05-01')).toContain('2024-12-31 delegation_end coming')
    expect(kinds(NORMANDIE, acts, '2025-01-01').join()).not.toContain('delegation_end')
  })

  it('asks nothing of an agreement that has ended, but for its open disputes', () => {
    const leave = denunciation('2025-01-06', { from: 'region' })
    const acts = [{ type: 'place_listed', place: 'A' } as const, ...normandie, leave]
    expect(kinds(NORMANDIE, acts, '2026-01-01')).toEqual([])
  })

  it('keeps the key of a line whose day moves', () => {
    const first = items(NORMANDIE, normandie, '2026-08-01').map(({ key }) => key)
    expect(new Set(first).size).toBe(first.length)
    expect(first).toContain('last_day_to_denounce_before_renewal:2027-04-07')
  })
})

describe('the board of a network', () => {
  const agreement = (acts: Act[]) =>
    ({ terms: NORMANDIE, acts, createdAt: instant('2026-06-01T08:00:00Z') }) as unknown as Agreement

  it('groups the lines by urgency, soonest first', () => {
    const places: Act[] = [{ type: 'place_listed', place: 'A' }]
    const lines = agenda([agreement([...places, ...normandie]), agreement([])], on('2026-06-25'))
    const groups = byUrgency(lines, on('2026-06-25'))
    expect(groups.late.map(({ day: when }) => when)).toEqual(['2024-12-31', '2025-06-30', '2025-12-31'])
    expect(groups.waiting.map(({ kind }) => kind)).toEqual(['draft'])
    expect(groups.this_week.map(({ kind }) => kind)).toEqual(['place_update'])
    expect(groups.this_month).toEqual([])
    expect(groups.later.every(({ day: when }) => when <= '2027-06-25')).toBe(true)
  })
})

describe('signing by ranks (AGR-26)', () => {
  const terms: Terms = { ...TACIT_TERMS, signingRanks: [['commune'], ['region']] }

  it('calls a rank when the one before has signed, and everybody without ranks', () => {
    expect(calledToSign(terms, ['region', 'commune'])).toEqual(['commune'])
    expect(calledToSign(terms, ['region'])).toEqual(['region'])
    expect(calledToSign(TACIT_TERMS, ['region', 'commune'])).toEqual(['region', 'commune'])
  })
})

describe('reminders (AGR-82)', () => {
  it.each([
    ['last_day_to_denounce_before_renewal', '2027-01-07', ['30d 2026-12-08', '7d 2026-12-31']],
    ['period_end', '2027-04-07', ['6m 2026-10-07', '4m 2026-12-07']],
    ['cure_end', '2026-02-04', ['7d 2026-01-28', '1d 2026-02-03']],
    ['communication_to_answer', '2022-03-02', ['+7d 2022-03-09', '+14d 2022-03-16']],
    ['draft', '2022-03-02', []],
  ] as const)('of %s on %s', (kind, when, expected) => {
    expect(remindersOf({ kind, day: on(when) }).map(({ step, from }) => `${step} ${from}`)).toEqual(expected)
  })
})

describe('the limit of an appeal by a third party (AGR-71)', () => {
  it.each([
    ['2025-01-07', '2025-01-07', '2025-03-10'],
    ['2025-01-03', '2025-01-07', '2025-03-10'],
    ['2025-12-31', '2025-12-30', '2026-03-02'],
    ['2026-03-01', '2026-03-01', '2026-05-04'],
  ])('transmitted %s, published %s: %s', (transmitted, published, expected) => {
    expect(appealLimit({ transmittedOn: on(transmitted), publishedOn: on(published) })).toBe(expected)
  })

  it('is not computed while one of the two days is unknown', () => {
    expect(appealLimit({ transmittedOn: null, publishedOn: on('2025-01-07') })).toBeNull()
  })
})
