import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { anInitiative } from '../testing.ts'
import { canonicalText, changedFields, faultsOf } from './initiative.ts'

describe('an initiative', () => {
  it('says what it needs before it is kept', () => {
    expect(faultsOf(anInitiative())).toEqual([])
    expect(
      faultsOf(
        anInitiative({
          operator: { kind: 'association', name: '' },
          stake: 'education',
          otherStakes: ['education', 'culture', 'mediation', 'innovation'],
          from: day('2026-02-01'),
          until: day('2026-01-31'),
          state: 'ended',
        }),
      ),
    ).toEqual(['no-operator', 'too-many-stakes', 'stake-twice', 'ends-before-it-begins', 'no-result'])
  })

  it('names what changed between two revisions, whatever the order of the keys', () => {
    const before = anInitiative({ operator: { kind: 'provider', name: 'Atelier' } })
    const same = anInitiative({ operator: { name: 'Atelier', kind: 'provider' } })
    expect(changedFields(before, same)).toEqual([])
    expect(canonicalText(before)).toBe(canonicalText(same))
    expect(changedFields(before, anInitiative({ title: 'Autre', stake: 'culture' }))).toEqual([
      'title',
      'stake',
      'operator',
    ])
  })
})
