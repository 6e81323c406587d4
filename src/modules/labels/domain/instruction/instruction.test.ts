import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { type AskedToComplete, askedLate, closableFrom, completionDays, reminderDue } from './completion.ts'
import { byLastDay, type FileFacts, nextStep } from './next-step.ts'
import { opinionReminder, received } from './opinion.ts'
import { groupFor, type Routed, type Territory } from './routing.ts'
import { visitState } from './visit.ts'

const EPN = 'epn' as Id<'scheme'>
const OTHER = 'tiers-lieux' as Id<'scheme'>

describe('a file goes to the narrowest territory, then to the group of its label (LAB-11)', () => {
  const group = (id: string, change: Partial<Routed> = {}): Routed => ({
    ...{ id: id as Routed['id'], schemeId: null, departments: [], epcis: [] },
    ...change,
  })
  const groups = [
    group('1-everywhere'),
    group('2-everywhere-epn', { schemeId: EPN }),
    group('3-manche', { departments: ['50'] }),
    group('4-manche-epn', { departments: ['50', '14'], schemeId: EPN }),
    group('5-cotentin', { epcis: ['200067205'] }),
    group('6-manche-too', { departments: ['50'] }),
  ]
  const cases: [string, Id<'scheme'>, Territory, string | null][] = [
    ['its EPCI, before a group of its label', EPN, { department: '50', epci: '200067205' }, '5-cotentin'],
    ['its département, for that label', EPN, { department: '50', epci: null }, '4-manche-epn'],
    ['its département, the oldest of two', OTHER, { department: '50', epci: null }, '3-manche'],
    ['everywhere, for that label', EPN, { department: '61', epci: null }, '2-everywhere-epn'],
    ['everywhere, without an address', OTHER, { department: null, epci: null }, '1-everywhere'],
  ]
  it.each(cases)('%s', (_, schemeId, territory, expected) => {
    expect(groupFor({ schemeId, territory }, groups)?.id ?? null).toBe(expected)
  })
  it('stays with the owner when nobody has its territory', () => {
    const elsewhere = groups.filter(({ departments, epcis }) => departments.length + epcis.length > 0)
    expect(groupFor({ schemeId: EPN, territory: { department: '75', epci: null } }, elsewhere)).toBeNull()
  })
})

describe('who completes is reminded twice, and nothing is ever closed by a clock (LAB-14)', () => {
  const asked = (...remindedOn: string[]): AskedToComplete => ({
    ...{ askedOn: day('2026-06-01'), dueOn: day('2026-07-01') },
    remindedOn: remindedOn.map(day),
  })
  const cases: [string, AskedToComplete, string, 1 | 2 | null][] = [
    ['nothing before half-way', asked(), '2026-06-15', null],
    ['the first half-way', asked(), '2026-06-16', 1],
    ['once only', asked('2026-06-16'), '2026-06-20', null],
    ['the second a week before the end', asked('2026-06-16'), '2026-06-24', 2],
    ['never two on one day, however late', asked('2026-07-10'), '2026-07-10', null],
    ['no third one', asked('2026-06-16', '2026-06-24'), '2026-08-01', null],
  ]
  it.each(cases)('%s', (_, request, today, expected) => {
    expect(reminderDue(request, day(today))).toBe(expected)
  })
  it('may be closed the day after the end, and never before two reminders', () => {
    expect(closableFrom(asked())).toBeNull()
    expect(closableFrom(asked('2026-06-16'))).toBeNull()
    expect(closableFrom(asked('2026-06-16', '2026-06-24'))).toBe('2026-07-02')
  })
  it('a last reminder that left late leaves a week', () => {
    expect(closableFrom(asked('2026-06-16', '2026-07-20'))).toBe('2026-07-27')
  })
  it('the scheme sets the delay, thirty days when it does not', () => {
    expect([completionDays({ completionDays: 10 }), completionDays({})]).toEqual([10, 30])
  })
  it('a second request explains what was already there (LAB-10)', () => {
    const changedSince = new Set(['A'])
    expect(askedLate(['A', 'B'], { isFirst: true, changedSince })).toEqual([])
    expect(askedLate(['A', 'B'], { isFirst: false, changedSince })).toEqual(['B'])
  })
})

describe('the next thing of a file, and who is waited for (LAB-14)', () => {
  const today = day('2026-06-17')
  const facts = (change: Partial<FileFacts>): FileFacts => ({
    state: 'under_instruction',
    criteria: { asked: 2, examined: 2, lacking: 0 },
    completion: null,
    opinions: [],
    visit: null,
    lastDay: day('2026-07-30'),
    ...change,
  })
  const visit = { plannedOn: day('2026-06-20'), isConfirmed: true, isDeclined: false, isReported: false }
  const opinion = (dueOn: string, givenOn: string | null = null) => ({
    dueOn: day(dueOn),
    givenOn: givenOn === null ? null : day(givenOn),
  })
  const completion = (...remindedOn: string[]) => ({
    ...{ askedOn: day('2026-05-01'), dueOn: day('2026-05-31') },
    remindedOn: remindedOn.map(day),
  })
  const cases: [string, Partial<FileFacts>, string, string][] = [
    ['a new file is taken', { state: 'submitted' }, 'take_up', 'instructor'],
    [
      'read before anything else',
      { criteria: { asked: 2, examined: 1, lacking: 1 } },
      'examine',
      'instructor',
    ],
    [
      'then what lacks is asked',
      { criteria: { asked: 2, examined: 2, lacking: 1 } },
      'ask_completion',
      'instructor',
    ],
    [
      'the applicant answers',
      { state: 'incomplete', completion: completion() },
      'await_completion',
      'applicant',
    ],
    [
      'unanswered after two reminders, somebody decides',
      { state: 'incomplete', completion: completion('2026-05-16', '2026-05-24') },
      'close_unanswered',
      'instructor',
    ],
    [
      'a date to be confirmed',
      { visit: { ...visit, isConfirmed: false } },
      'await_visit_answer',
      'applicant',
    ],
    [
      'a date that does not suit',
      { visit: { ...visit, isConfirmed: false, isDeclined: true } },
      'propose_other_date',
      'instructor',
    ],
    ['a visit to come', { visit }, 'await_visit', 'visit'],
    ['a visit that took place', { visit: { ...visit, plannedOn: today } }, 'report_visit', 'instructor'],
    [
      'opinions awaited',
      { opinions: [opinion('2026-06-20'), opinion('2026-06-18', '2026-06-10')] },
      'await_opinions',
      'experts',
    ],
    ['an opinion that is late', { opinions: [opinion('2026-06-16')] }, 'chase_opinions', 'instructor'],
    ['nothing is awaited any more', { visit: { ...visit, isReported: true } }, 'propose', 'instructor'],
    ['proposed', { state: 'proposed' }, 'await_decision', 'decider'],
    ['given up', { state: 'not_followed_up' }, 'over', 'nobody'],
  ]
  it.each(cases)('%s', (_, change, kind, waitedFor) => {
    expect(nextStep(facts(change), today)).toMatchObject({ kind, waitedFor })
  })
  it('what ends first comes first; a suspended delay waits at the end', () => {
    const file = (name: string, lastDay: string | null, submittedOn: string) => ({
      ...{ name, submittedOn: day(submittedOn) },
      lastDay: lastDay === null ? null : day(lastDay),
    })
    const files = [
      file('suspended', null, '2026-01-01'),
      file('later', '2026-08-01', '2026-01-01'),
      file('sooner', '2026-07-01', '2026-05-01'),
      file('sooner, sent first', '2026-07-01', '2026-04-01'),
    ]
    expect(byLastDay(files).map(({ name }) => name)).toEqual([
      'sooner, sent first',
      'sooner',
      'later',
      'suspended',
    ])
  })
})

describe('opinions and visits (LAB-12, LAB-13)', () => {
  it('« 2 of 3 received »: what was revoked is no more awaited', () => {
    const one = (givenOn: string | null, revokedAt: string | null = null) => ({
      givenOn: givenOn === null ? null : day(givenOn),
      revokedAt,
    })
    const all = [one('2026-06-01'), one('2026-06-02'), one(null), one(null, 'yesterday')]
    expect(received(all)).toEqual({ given: 2, asked: 3 })
  })
  it.each([
    ['2026-06-16', null],
    ['2026-06-17', 'before'],
    ['2026-06-20', 'before'],
    ['2026-06-21', 'after'],
  ])('an expert is reminded around the day: %s', (today, expected) => {
    expect(opinionReminder(day('2026-06-20'), day(today))).toBe(expected)
  })
  it.each([
    [{}, 'proposed'],
    [{ confirmedAt: 'x' }, 'confirmed'],
    [{ declinedAt: 'x' }, 'declined'],
    [{ confirmedAt: 'x', cancelledAt: 'x' }, 'cancelled'],
    [{ confirmedAt: 'x', reportedAt: 'x' }, 'reported'],
    [{ reportedAt: 'x', repliedAt: 'x' }, 'replied'],
  ])('a visit stands where what came last left it: %o', (change, expected) => {
    const none = { confirmedAt: null, declinedAt: null, cancelledAt: null, reportedAt: null, repliedAt: null }
    expect(visitState({ ...none, ...change })).toBe(expected)
  })
})
