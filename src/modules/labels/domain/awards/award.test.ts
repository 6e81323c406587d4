import { describe, expect, it } from 'vitest'
import { type Day, day } from '../../../../kernel/day.ts'
import { type AwardAct, awardOn, type Cover } from './award.ts'

describe('where an award stands is read (LAB-30, LAB-31, LAB-34, LAB-36)', () => {
  const act = (kind: AwardAct['kind'], from: string, isSuperseded = false): AwardAct => ({
    kind,
    from: day(from),
    isSuperseded,
  })
  const granted = act('granted', '2026-01-10')
  const under = (until: string | null, outcome: Cover['outcome'] = null): Cover => ({
    from: day('2026-01-01'),
    until: until as Day | null,
    outcome,
  })
  const cases: [string, AwardAct[], Cover | null, string | null, string, string][] = [
    ['before its day', [granted], under(null), null, '2026-01-09', 'not_yet'],
    ['from its day', [granted], under(null), null, '2026-01-10', 'active'],
    [
      'agreement not begun',
      [granted],
      { from: null, until: null, outcome: null },
      null,
      '2026-02-01',
      'not_yet',
    ],
    ['agreement over', [granted], under('2026-06-01', 'ended'), null, '2026-06-01', 'ended'],
    ['the eve of it', [granted], under('2026-06-01', 'ended'), null, '2026-05-31', 'active'],
    ['agreement terminated', [granted], under('2026-06-01', 'withdrawn'), null, '2026-06-01', 'withdrawn'],
    [
      'withdrawn first, the end of the agreement changes no word',
      [granted, act('withdrawn', '2026-03-01')],
      under('2026-06-01', 'ended'),
      null,
      '2026-07-01',
      'withdrawn',
    ],
    ['suspended', [granted, act('suspended', '2026-03-01')], under(null), null, '2026-03-01', 'suspended'],
    [
      'lifted',
      [granted, act('suspended', '2026-03-01'), act('lifted', '2026-04-01')],
      under(null),
      null,
      '2026-04-01',
      'active',
    ],
    [
      'the withdrawal was a mistake',
      [granted, act('withdrawn', '2026-03-01', true), act('restored', '2026-05-01')],
      under(null),
      null,
      '2026-05-02',
      'active',
    ],
    [
      'the gap stays visible',
      [granted, act('withdrawn', '2026-03-01'), act('restored', '2026-05-01')],
      under(null),
      null,
      '2026-04-01',
      'withdrawn',
    ],
    ['its own validity is over', [granted], null, '2027-01-10', '2027-01-10', 'ended'],
    ['carried by nothing else', [granted], null, '2027-01-10', '2027-01-09', 'active'],
  ]
  it.each(cases)('%s', (_, acts, cover, validUntil, on, status) => {
    const carried = { cover, validUntil: validUntil as Day | null }
    expect(awardOn(acts, carried, day(on)).status).toBe(status)
    expect(awardOn([...acts].reverse(), carried, day(on)).status).toBe(status)
  })
})
