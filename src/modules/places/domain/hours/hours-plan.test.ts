import { describe, expect, it } from 'vitest'
import { NO_HOURS, planOf, wordsOfPlan } from './hours-plan.ts'

describe('hours as a week and its exceptions (DIR-52)', () => {
  it.each([
    'Mo-Fr 09:00-12:00,13:30-17:30; Sa 09:00-12:00',
    'Mo 09:00-12:00; We 09:00-12:00; PH off',
    'Mo-Fr 09:00-12:00; SH Mo-Tu 14:00-17:00; SH We-Su off',
    'Mo-Fr 09:00-12:00; 2026 Aug 03-2026 Aug 21 off "congés d’été"; 2026 Dec 24 09:00-12:00',
    'Mo-Fr 09:00-12:00; SH Mo-Su off; PH off; 2026 Jul 13 10:00-12:00,14:00-16:00 "portes ouvertes"',
  ])('%s is written as it was read', (words) => {
    const plan = planOf(words)
    expect(plan && wordsOfPlan(plan)).toBe(words)
  })

  it.each([
    ['Mo-Fr 09:00-12:00; We off', 'Mo-Tu 09:00-12:00; Th-Fr 09:00-12:00'],
    ['Mo-Fr 09:00-12:00, Tu 14:00-17:00', 'Mo 09:00-12:00; Tu 09:00-12:00,14:00-17:00; We-Fr 09:00-12:00'],
  ])('%s is the week it means', (words, expected) => {
    const plan = planOf(words)
    expect(plan && wordsOfPlan(plan)).toBe(expected)
  })

  it.each([
    '24/7',
    'Fr 18:00-02:00',
    'Mo[1] 09:00-12:00',
    'week 1-53/2 Mo 09:00-12:00',
    'Apr-Sep Mo 09:00-12:00',
    'Mo-Fr,PH 09:00-12:00',
    'Mo 09:00-12:00 || "sur rendez-vous"',
    'Mo 09:00-12:00 "sur rendez-vous"',
    'Mo 08:00-09:00,10:00-11:00,12:00-13:00',
    '2026 Aug 03 off; Mo-Fr 09:00-12:00',
    'lundi 9h-12h',
  ])('%s says more than a week: it is kept as it is', (words) => expect(planOf(words)).toBeNull())

  it('no hours are no words', () => expect(wordsOfPlan(NO_HOURS)).toBe(''))
})
