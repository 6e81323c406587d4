import { describe, expect, it } from 'vitest'
import { aRow, checked } from '../testing.ts'
import { refuseWhatIsNoPlace } from './not-a-place.ts'
import type { StandardRow } from './standard-columns.ts'

const codesOf = (row: Partial<StandardRow>) =>
  checked((findings) => refuseWhatIsNoPlace(aRow({ ...NOTHING, ...row }), findings)).codes

const NOTHING = { nom: '', commune: '', code_postal: '', adresse: '' }

describe('lines of a table that are no place (DIR-17)', () => {
  it.each<[string, Partial<StandardRow>, string[]]>([
    ['a total', { nom: 'TOTAL', commune: '12' }, ['not-a-place']],
    ['a total of a part', { nom: 'Sous-total Manche', commune: '3', adresse: '3' }, ['not-a-place']],
    [
      'the headings once more',
      { nom: 'Nom', commune: 'Ville', adresse: 'Adresse', code_postal: 'CP' },
      ['not-a-place'],
    ],
    ['an association of that name', { nom: 'Total Danse', adresse: '1 rue A', code_postal: '50000' }, []],
    ['a place without a postal code', { nom: 'Espace', commune: 'Valmer', adresse: '1 rue A' }, []],
    ['a place called by its kind', { nom: 'Lieu', commune: 'Valmer', adresse: '1 rue A' }, []],
  ])('%s', (_case, row, codes) => expect(codesOf(row)).toEqual(codes))
})
