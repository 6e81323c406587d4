import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { openAwardDecisions } from '../awards/award-decision.ts'
import { renewalOpensOn, validUntilOf } from '../awards/validity.ts'
import { APPEAL_STATES, mayFollowAppeal } from './appeal.ts'
import { DECISION_KINDS, faultsOfDecision, isAgainstReader } from './decision.ts'
import { appealLastDay, type NotificationFact, notifiedOn } from './notification.ts'

describe('a decision lacks nothing before it is signed (LAB-15, LAB-52)', () => {
  const blank = { level: null, reasons: ' ', reserves: [], remedies: '' }
  it('remedies and reasons stop whatever speaks against its reader', () => {
    for (const kind of DECISION_KINDS.filter(isAgainstReader)) {
      expect(faultsOfDecision({ ...blank, kind }, [])).toEqual(
        expect.arrayContaining(['reasons_missing', 'remedies_missing']),
      )
    }
    expect(faultsOfDecision({ ...blank, kind: 'granted' }, [])).toEqual([])
  })
  it('a reserve is written down, a level is one of the scheme', () => {
    const said = { reasons: 'Motif', reserves: [], remedies: 'Voies', level: null }
    expect(faultsOfDecision({ ...said, kind: 'granted_with_reserve' }, [])).toEqual(['reserves_missing'])
    expect(faultsOfDecision({ ...said, kind: 'granted' }, [1, 2])).toEqual(['level_missing'])
    expect(faultsOfDecision({ ...said, kind: 'granted', level: 3 }, [1, 2])).toEqual(['level_unknown'])
    expect(faultsOfDecision({ ...said, kind: 'refused' }, [1, 2])).toEqual([])
  })
})

describe('the delay to contest starts at the notification (LAB-16)', () => {
  const fact = (kind: NotificationFact['kind'], on: string): NotificationFact => ({ kind, on: day(on) })
  const cases: [string, NotificationFact[], string | null][] = [
    ['nothing is known', [], null],
    ['posted, and nothing since', [fact('posted', '2026-06-17')], null],
    ['presented, still at the post office', [fact('presented', '2026-06-18')], null],
    ['received', [fact('presented', '2026-06-18'), fact('received', '2026-06-22')], '2026-06-22'],
    [
      'came back: presented counts',
      [fact('presented', '2026-06-18'), fact('returned', '2026-07-03')],
      '2026-06-18',
    ],
    ['came back, presented when?', [fact('returned', '2026-07-03')], null],
    ['opened first', [fact('received', '2026-06-22'), fact('opened', '2026-06-20')], '2026-06-20'],
    [
      'mistyped, then noted again',
      [fact('received', '2026-05-22'), fact('received', '2026-06-22')],
      '2026-06-22',
    ],
  ]
  it.each(cases)('%s', (_, facts, on) => {
    expect(notifiedOn(facts)?.on ?? null).toBe(on)
  })
  it('of two months: neither the first nor the last day counts, a working day ends it', () => {
    const opened = notifiedOn([fact('opened', '2026-06-17')])
    expect(appealLastDay(opened, 2)).toBe('2026-08-18')
    // 14 + 2 months + 1 day is Saturday 15 August, a holiday too.
    expect(appealLastDay(notifiedOn([fact('opened', '2026-06-14')]), 2)).toBe('2026-08-17')
    expect(appealLastDay(opened, null)).toBeNull()
    expect(appealLastDay(null, 2)).toBeNull()
  })
})

describe('an appeal goes its way (LAB-17)', () => {
  it('is reviewed before it is answered, and answered once', () => {
    expect(APPEAL_STATES.filter((state) => mayFollowAppeal('asked', state))).toEqual([
      'under_review',
      'withdrawn',
    ])
    for (const state of ['accepted', 'partly', 'rejected', 'withdrawn'] as const)
      expect(APPEAL_STATES.filter((next) => mayFollowAppeal(state, next))).toEqual([])
  })
})

describe('what may be decided of a label (LAB-33, LAB-80)', () => {
  const binary = { maySuspend: false, grading: { kind: 'binary' } } as const
  it('is never a suspension where the rules have none', () => {
    expect(openAwardDecisions('active', binary)).toEqual(['withdrawn', 'ended'])
    expect(openAwardDecisions('active', { ...binary, maySuspend: true })).toContain('suspended')
  })
  it('is a restoration once it is over', () => {
    expect(openAwardDecisions('withdrawn', binary)).toEqual(['restored'])
    expect(openAwardDecisions('suspended', binary)).toContain('lifted')
  })
})

describe('how long a label is valid (LAB-31)', () => {
  const months = { kind: 'months', months: 36, renewalMonths: 6 } as const
  it('by its own months, renewed some months before', () => {
    expect(validUntilOf(months, day('2026-06-17'))).toBe('2029-06-17')
    expect(renewalOpensOn(months, day('2029-06-17'))).toBe('2028-12-17')
  })
  it('by its agreement or the next campaign: no day of its own, nothing to renew', () => {
    for (const kind of ['agreement', 'next_edition'] as const) {
      expect(validUntilOf({ kind }, day('2026-06-17'))).toBeNull()
      expect(renewalOpensOn({ kind }, null)).toBeNull()
    }
  })
})
