import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { type LendingText, rulesOfText } from './agreement-rules.ts'
import { chained, countedDays, lengthOf, stayOf } from './duration.ts'
import { daysUninsured } from './insurance.ts'
import { stateOf, TRANSITIONS } from './line.ts'
import { loanRight } from './loan-right.ts'
import { displacementProblem, proposalFor } from './moving/displacement.ts'
import { dueAt, latenessOf, recallDay } from './moving/lateness.ts'
import { inOrder, nextServed, offerEnd } from './moving/waiting.ts'
import { rulesFrom } from './rules.ts'
import { remindersOn } from './telling/reminders.ts'
import { aDesk, at, aUnit, span, taken } from './testing.ts'

const rules = (text: LendingText = {}, policy = {}) =>
  rulesFrom(
    rulesOfText(text, (path) => `art. ${path}`),
    { version: 3, rules: policy },
  )
const stay = (first: string, last: string) => ({ first: day(first), last: day(last) })

describe('rules (EQP-102, EQP-201, EQP-202)', () => {
  it('are the agreement’s, else the inventory’s, else the product’s, and say so', () => {
    const read = rules({ maxDays: 30 }, { maxDays: 10, slotMinutes: 45 })
    expect(read.maxDays).toEqual({
      value: 30,
      source: { from: 'agreement', article: 'art. lending.maxDays' },
    })
    expect(read.slotMinutes).toEqual({ value: 45, source: { from: 'policy', version: 3 } })
    expect(read.noShowGrace).toEqual({ value: 1, source: { from: 'product' } })
  })

  it.each([
    ['no limit, written', { maxDays: null }, {}, 'maxDays', null],
    ['a silent text leaves the inventory its limit', {}, { maxDays: 15 }, 'maxDays', 15],
    ['chained loans are apart by default', {}, {}, 'noChaining', false],
    [
      'an approved loan may be moved when the text gives a notice',
      { ownerPriority: { displaceApproved: { noticeOpeningDays: 5 } } },
      {},
      'displacementNotice',
      5,
    ],
    [
      'and never when it says none',
      { ownerPriority: { displaceApproved: 'none' } },
      { displacementNotice: 3 },
      'displacementNotice',
      null,
    ],
    ['the report on the way in is the product’s', { conditionReport: { out: true } }, {}, 'reportIn', true],
  ] as const)('%s', (_what, text, policy, name, value) => {
    expect(rules(text, policy)[name].value).toBe(value)
  })
})

describe('the length of a loan (002 art. 4.3 a, EQP-701, EQP-702)', () => {
  const thirty = rules({ maxDays: 30, beyond: 'derogation' })
  it.each([
    ['L1: 1 to 30 March', stay('2027-03-01', '2027-03-30'), thirty, 30, 'within'],
    ['L1: 1 to 31 March', stay('2027-03-01', '2027-03-31'), thirty, 31, 'needs_derogation'],
    [
      'the same where the text refuses',
      stay('2027-03-01', '2027-03-31'),
      rules({ maxDays: 30, beyond: 'refuse' }),
      31,
      'too_long',
    ],
    ['no limit', stay('2027-01-01', '2027-12-31'), rules({ maxDays: null }), 365, 'within'],
  ] as const)('%s', (_what, asked, read, count, verdict) => {
    expect(lengthOf(asked, [], read)).toMatchObject({ days: count, verdict })
  })

  it('L5, L7: counts local days, whatever the change of hour', () => {
    expect(countedDays(stayOf(at('2027-03-26 09:00'), at('2027-03-30 10:00'), 'Europe/Paris'))).toBe(5)
    expect(countedDays(stayOf(at('2027-10-29 14:00'), at('2027-11-05 10:00'), 'Europe/Paris'))).toBe(8)
  })

  it('L32: chains what is at most a day apart, also through a third', () => {
    const last = stay('2027-03-30', '2027-04-02')
    const before = [
      stay('2027-03-15', '2027-03-29'),
      stay('2027-03-01', '2027-03-14'),
      stay('2027-01-01', '2027-02-01'),
    ]
    expect(chained(last, before, 1)).toEqual(stay('2027-03-01', '2027-04-02'))
    expect(chained(last, before, 0)).toEqual(last)
  })
})

describe('the right to borrow (EQP-203, EQP-204)', () => {
  const cover = {
    isOpen: true,
    status: 'in_force',
    lastDay: day('2027-03-31'),
    isPlaceOutside: false,
    hasFormalNoticeRunning: false,
    lends: true,
  }
  it.each([
    ['in force', {}, '2027-03-31', true, []],
    ['L27: a return after the last day', {}, '2027-04-05', false, ['return_after_the_last_day']],
    [
      'a place left out by a partial termination',
      { isPlaceOutside: true, isOpen: false },
      '2027-03-01',
      false,
      ['place_not_covered'],
    ],
    ['an agreement not yet signed', { isOpen: false }, '2027-03-01', false, ['agreement_not_in_force']],
    ['an agreement that lends nothing', { lends: false }, '2027-03-01', false, ['agreement_lends_nothing']],
    [
      'a running formal notice warns and refuses nothing',
      { hasFormalNoticeRunning: true },
      '2027-03-01',
      true,
      [],
    ],
  ] as const)('%s', (_what, change, lastDay, canRequest, reasons) => {
    expect(loanRight({ ...cover, ...change }, rules(), { lastDay: day(lastDay) })).toMatchObject({
      canRequest,
      reasons,
    })
  })

  it('is suspended by a notice, or by lateness, where the inventory says so', () => {
    const strict = rules({}, { suspendDuringNotice: true, suspendAfterDaysLate: 7 })
    expect(loanRight({ ...cover, hasFormalNoticeRunning: true }, strict).reasons).toEqual([
      'formal_notice_running',
    ])
    expect(loanRight(cover, strict, { daysLate: 8 }).reasons).toEqual(['too_late_elsewhere'])
    expect(loanRight(cover, strict, { daysLate: 7 }).canRequest).toBe(true)
  })

  it('L27: a loan that runs past the end is recalled for its last day', () => {
    expect(recallDay(at('2027-04-05 10:00'), day('2027-03-31'), 'Europe/Paris')).toBe('2027-03-31')
    expect(recallDay(at('2027-03-31 10:00'), day('2027-03-31'), 'Europe/Paris')).toBeNull()
  })
})

describe('the states of a line (EQP-503)', () => {
  it('are read from its story', () => {
    const event = (seq: number, to: keyof typeof TRANSITIONS) => ({
      seq,
      act: '',
      to,
      occurredAt: at('2027-01-04 09:00'),
    })
    expect(stateOf([])).toBe('draft')
    expect(stateOf([event(2, 'submitted'), event(3, 'approved'), event(1, 'draft')])).toBe('approved')
  })

  it.each([
    ['approved', 'prepared', true],
    ['approved', 'out', false],
    ['out', 'displaced', false],
    ['displaced', 'approved', true],
    ['closed', 'draft', false],
  ] as const)('%s to %s: %s', (from, to, may) => {
    expect(TRANSITIONS[from].some((next) => next === to)).toBe(may)
  })
})

describe('lateness (EQP-1101, EQP-704, EQP-705, EQP-306)', () => {
  const date = (
    kind: 'original' | 'extension' | 'recall',
    due: string,
    recorded: string,
    lifted: string | null = null,
  ) => ({
    kind,
    dueAt: at(due),
    recordedAt: at(recorded),
    liftedAt: lifted === null ? null : at(lifted),
  })
  it('L13: lasts until the extension is granted, then is gone at once', () => {
    const first = date('original', '2027-03-15 10:00', '2027-02-20 09:00')
    const longer = date('extension', '2027-03-24 10:00', '2027-03-18 09:00')
    const late = (dates: Parameters<typeof dueAt>[0], now: string) =>
      latenessOf(
        { due: dueAt(dates)?.dueAt ?? at(now), isOut: true, isDeskClosed: false },
        at(now),
        'Europe/Paris',
      )
    expect(late([first], '2027-03-15 11:00')).toEqual({ isPastSlot: true, daysLate: 0 })
    expect(late([first], '2027-03-17 09:00')).toEqual({ isPastSlot: false, daysLate: 2 })
    expect(late([first, longer], '2027-03-18 10:00')).toEqual({ isPastSlot: false, daysLate: 0 })
    const recall = date('recall', '2027-03-19 10:00', '2027-03-18 12:00', '2027-03-18 15:00')
    expect(dueAt([recall, longer, first])).toMatchObject({ kind: 'extension' })
  })

  it('is nobody’s when the desk was closed, or the thing is back', () => {
    const due = at('2027-03-15 10:00')
    for (const facts of [
      { isOut: false, isDeskClosed: false },
      { isOut: true, isDeskClosed: true },
    ])
      expect(latenessOf({ due, ...facts }, at('2027-03-20 10:00'), 'Europe/Paris').daysLate).toBe(0)
  })
})

describe('displacement (EQP-602, L15)', () => {
  const desk = aDesk()
  const vr1 = aUnit('VR-1')
  const loan = { unit: vr1, span: span('2027-04-12 09:00', '2027-04-20 10:00'), substitutes: ['LIGHT'] }
  const owners = taken('VR-1', '2027-04-14 00:00', '2027-04-17 00:00', 'owner_use')
  const around = (units: readonly ReturnType<typeof aUnit>[]) => ({
    units,
    busy: [],
    desk,
    slotMinutes: 30,
    isSlotOpen: () => true,
  })
  it('proposes the same model, else what does as well, else the days around', () => {
    const light = aUnit('LIGHT-1', { modelId: 'LIGHT' })
    expect(proposalFor(around([vr1, aUnit('VR-2'), light]), loan, owners)).toEqual({
      kind: 'same_model',
      unitId: 'VR-2',
    })
    expect(proposalFor(around([vr1, light]), loan, owners)).toEqual({ kind: 'compatible', unitId: 'LIGHT-1' })
    expect(proposalFor(around([vr1]), loan, owners)).toEqual({
      kind: 'split',
      before: span('2027-04-12 09:00', '2027-04-13 16:30'),
      after: span('2027-04-19 09:00', '2027-04-20 10:00'),
    })
    const whole = taken('VR-1', '2027-04-01 00:00', '2027-05-01 00:00', 'owner_use')
    expect(proposalFor(around([vr1]), loan, whole)).toEqual({ kind: 'waiting_list' })
  })

  it.each([
    ['five opening days before', '2027-04-05', false, {}, null],
    ['two opening days before', '2027-04-08', false, {}, 'notice_too_short'],
    ['once it is out', '2027-04-05', true, {}, 'already_out'],
    [
      'where it is not written',
      '2027-04-05',
      false,
      { displacementNotice: null },
      'displacement_not_written',
    ],
  ] as const)('%s', (_what, today, isOut, policy, problem) => {
    expect(displacementProblem({ pickup: loan.span.from, isOut }, rules({}, policy), desk, day(today))).toBe(
      problem,
    )
  })
})

describe('the waiting list (EQP-1201, EQP-1202)', () => {
  const entry = (id: string, joined: string, priority = 1) => ({
    id,
    modelId: 'VR',
    unitId: null,
    span: span('2027-09-10 09:00', '2027-09-14 10:00'),
    priority,
    joinedAt: at(joined),
  })
  it('L26: the class, then first come, and only who can be served', () => {
    const [d, e, other] = [
      entry('D', '2027-09-01 09:00'),
      entry('E', '2027-09-02 09:00'),
      entry('F', '2027-08-01 09:00', 2),
    ]
    expect(inOrder([e, other, d]).map(({ id }) => id)).toEqual(['D', 'E', 'F'])
    const now = at('2027-09-07 17:01')
    expect(nextServed([e, d], aUnit('VR-1'), [], now)?.id).toBe('D')
    const busy = [taken('VR-1', '2027-09-13 09:00', '2027-09-15 10:00')]
    expect(nextServed([e, d], aUnit('VR-1'), busy, now)).toBeNull()
    expect(offerEnd(aDesk(), day('2027-09-07'), now, 1)).toBe(at('2027-09-08 17:00').replace('.000', ''))
  })
})

describe('insurance (EQP-807, 002 art. 4.1)', () => {
  const proof = (from: string, lastDay: string, isVerified = true, risks = ['theft', 'damage']) => ({
    from: day(from),
    lastDay: day(lastDay),
    risks,
    isVerified,
  })
  const loan = stay('2027-03-08', '2027-03-30')
  it.each([
    ['a proof of the whole loan', [proof('2027-01-01', '2027-12-31')], []],
    [
      'L21: a proof that ends on 17 March',
      [proof('2027-01-01', '2027-03-17')],
      [{ from: '2027-03-18', lastDay: '2027-03-30' }],
    ],
    ['two that follow', [proof('2027-03-18', '2027-12-31'), proof('2027-01-01', '2027-03-17')], []],
    [
      'a day between two',
      [proof('2027-03-19', '2027-12-31'), proof('2027-01-01', '2027-03-17')],
      [{ from: '2027-03-18', lastDay: '2027-03-18' }],
    ],
    [
      'one nobody verified',
      [proof('2027-01-01', '2027-12-31', false)],
      [{ from: '2027-03-08', lastDay: '2027-03-30' }],
    ],
    [
      'one against theft alone',
      [proof('2027-01-01', '2027-12-31', true, ['theft'])],
      [{ from: '2027-03-08', lastDay: '2027-03-30' }],
    ],
  ] as const)('%s', (_what, proofs, gaps) => {
    expect(daysUninsured(loan, proofs, ['theft', 'damage'])).toEqual(gaps)
  })

  it('is not asked where the rules ask for none', () => {
    expect(daysUninsured(loan, [], [])).toEqual([])
  })
})

describe('reminders (EQP-1103)', () => {
  const desk = aDesk()
  const loan = {
    pickupDay: day('2027-03-15'),
    dueDay: day('2027-03-30'),
    isWaitingForPickup: false,
    isOut: true,
  }
  it.each([
    ['two opening days before, over Easter Monday', '2027-03-25', ['return_soon']],
    ['four days before', '2027-03-24', []],
    ['the day itself', '2027-03-30', ['return_today']],
    ['one day late', '2027-03-31', ['late_1']],
    ['a Sunday', '2027-04-04', []],
    ['the Monday after, six days late', '2027-04-05', ['late_3']],
    ['the seventh day', '2027-04-06', ['late_7']],
    ['eight days late: a draft for a person, after it', '2027-04-07', ['late_7', 'formal_notice_draft']],
  ] as const)('%s', (_what, today, kinds) => {
    expect(remindersOn(day(today), desk, loan)).toEqual(kinds)
  })

  it.each([
    ['the day before Ascension', '2027-05-05', ['late_3']],
    ['Ascension itself, the seventh day', '2027-05-06', []],
    ['the day after: the seventh is told then', '2027-05-07', ['late_7']],
    ['the Monday after: the draft', '2027-05-10', ['late_7', 'formal_notice_draft']],
  ] as const)('a seventh day that falls to a closure: %s', (_what, today, kinds) => {
    expect(remindersOn(day(today), desk, { ...loan, dueDay: day('2027-04-29') })).toEqual(kinds)
  })

  it('before the pickup, and nothing once it is back', () => {
    const waiting = { ...loan, isWaitingForPickup: true, isOut: false }
    expect(remindersOn(day('2027-03-11'), desk, waiting)).toEqual(['pickup_soon'])
    expect(remindersOn(day('2027-04-01'), desk, { ...loan, isOut: false })).toEqual([])
  })
})
