import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { type AuthorityAct, partiesWithoutAuthority, signaturesWithoutAuthority } from './authority.ts'

const asked = [
  { role: 'region', authorityRequired: true },
  { role: 'cocontractant', authorityRequired: true },
] as const
const free = [{ role: 'region' }, { role: 'cocontractant' }]

const act = (change: Partial<AuthorityAct> = {}): AuthorityAct => ({
  id: newId<'authority-act'>(),
  ...{ party: 'region', kind: 'deliberation', body: 'Assemblée', reference: '12', scope: '' },
  ...{ decidedOn: day('2026-03-01'), from: null, until: null, file: null, decision: null, isSetAside: false },
  ...change,
})
const partner = act({ party: 'cocontractant' })

describe('the papers a template asks for (AGR-16)', () => {
  it.each([
    ['none for a template that asks for none', free, [], []],
    ['both sides of 000', asked, [], ['region', 'cocontractant']],
    ['one side', asked, [act()], ['cocontractant']],
    ['nobody once both are there', asked, [act(), partner], []],
    ['one set aside counts no more', asked, [act({ isSetAside: true }), partner], ['region']],
    ['not before it is decided', asked, [act({ decidedOn: day('2026-06-18') }), partner], ['region']],
    ['not before its first day', asked, [act({ from: day('2026-06-18') }), partner], ['region']],
    ['its first day included', asked, [act({ from: day('2026-06-17') }), partner], []],
    ['its last day included', asked, [act({ until: day('2026-06-18') }), partner], []],
    ['not after its last day', asked, [act({ until: day('2026-06-17') }), partner], ['region']],
  ] as const)('%s', (_name, parties, acts, missing) => {
    expect(partiesWithoutAuthority(parties, acts, day('2026-06-17'))).toEqual(missing)
  })

  it('lets a later paper put a signature right, but not one that had ended (AGR-113, AGR-119)', () => {
    const signed = [{ party: 'region', on: day('2026-02-01') }]
    expect(signaturesWithoutAuthority(asked, signed, [])).toEqual(['region'])
    expect(signaturesWithoutAuthority(asked, signed, [act()])).toEqual([])
    expect(signaturesWithoutAuthority(asked, signed, [act({ until: day('2026-02-01') })])).toEqual(['region'])
    expect(signaturesWithoutAuthority(free, signed, [])).toEqual([])
  })
})
