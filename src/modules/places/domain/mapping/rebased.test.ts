import { describe, expect, it } from 'vitest'
import type { Mapping, Origin } from './mapping.ts'
import { rebased } from './rebased.ts'

const of = (...from: string[]): Origin => ({ kind: 'column', from })
const mapping = (columns: Mapping['columns'], isGrouped = false): Mapping => ({ columns, isGrouped })

describe('what was chosen of columns, once the file is read otherwise (DIR-28)', () => {
  const header = ['Nom', 'Ville', 'Tél']
  const after = mapping({ nom: of('Nom'), commune: of('Ville') }, true)
  it.each<[string, Mapping, Mapping, Mapping]>([
    ['nothing touched: all is proposed again', mapping({}), mapping({}), after],
    [
      'a column chosen stays while the file has it',
      mapping({}),
      mapping({ nom: of('Tél') }),
      mapping({ nom: of('Tél'), commune: of('Ville') }, true),
    ],
    ['a column that is gone is proposed again', mapping({}), mapping({ nom: of('Nom;Ville') }), after],
    [
      'what was taken out stays out',
      mapping({ commune: of('Ville') }),
      mapping({}),
      mapping({ nom: of('Nom') }, true),
    ],
    [
      'one value for all the rows needs no column',
      mapping({}),
      mapping({ commune: { kind: 'constant', value: 'Valmer' } }),
      mapping({ nom: of('Nom'), commune: { kind: 'constant', value: 'Valmer' } }, true),
    ],
    [
      'rows said to be grouped, or not, stay so',
      mapping({}, true),
      mapping({}, false),
      { ...after, isGrouped: false },
    ],
  ])('%s', (_case, before, typed, expected) => {
    expect(rebased({ before, typed, after }, header)).toEqual(expected)
  })
})
