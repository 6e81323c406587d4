import { describe, expect, it } from 'vitest'
import { columnsOf, folded, type ListLine, lineOf } from './list-table.ts'
import { type Barred, type Known, matchLines } from './match-lines.ts'

const place = (id: string, change: Partial<Known> = {}) =>
  ({
    id,
    slug: `fiche-${id}`,
    name: 'Médiathèque',
    commune: 'Saint-Lô',
    postalCode: '50000',
    pivot: null,
    status: 'published',
    ...change,
  }) as Known

const line = (change: Partial<ListLine>): ListLine => ({
  ...{ line: 2, ref: '', name: '', commune: '', postalCode: '', pivot: '' },
  ...change,
})

const free = () => null
const outcomeOf = (one: ListLine, directory: Known[], barred: (id: string) => Barred | null = free) =>
  matchLines([one], directory, barred)[0]?.outcome

describe('a line of a list beside the directory (LAB-19)', () => {
  const [here, there] = [place('a'), place('b', { commune: 'Caen', postalCode: '14000' })]
  it.each<[string, Partial<ListLine>, unknown]>([
    ['a name alone that two bear', { name: 'mediatheque' }, { kind: 'several', places: ['a', 'b'] }],
    [
      'a name and its commune, however written',
      { name: 'MEDIATHEQUE', commune: 'ST LO' },
      { kind: 'found', place: 'a' },
    ],
    [
      'a name and its postal code',
      { name: 'Médiathèque', postalCode: '14000' },
      { kind: 'found', place: 'b' },
    ],
    ['the address of its page', { ref: 'https://reseau.fr/lieux/fiche-b' }, { kind: 'found', place: 'b' }],
    ['its id', { ref: 'a', name: 'Autre' }, { kind: 'found', place: 'a' }],
    ['an address that leads nowhere', { ref: '/lieux/nulle-part' }, { kind: 'wrong', fault: 'unknown-ref' }],
    ['no name at all', { commune: 'Caen' }, { kind: 'wrong', fault: 'nameless' }],
    ['a name of another commune', { name: 'Médiathèque', commune: 'Rouen' }, { kind: 'unknown' }],
  ])('%s', (_what, change, expected) => {
    expect(outcomeOf(line(change), [here, there])).toEqual(expected)
  })

  it('is told apart by who runs the place, and is never guessed otherwise', () => {
    const twins = [place('a', { pivot: '1' }), place('b', { pivot: '2' })]
    const asked = line({ name: 'Médiathèque', commune: 'Saint-Lô' })
    expect(outcomeOf(asked, twins)).toEqual({ kind: 'several', places: ['a', 'b'] })
    expect(outcomeOf({ ...asked, pivot: '2' }, twins)).toEqual({ kind: 'found', place: 'b' })
    expect(outcomeOf({ ...asked, pivot: '3' }, twins)).toEqual({ kind: 'several', places: ['a', 'b'] })
  })

  it('says why a place may not be proposed; one that may be is chosen before one that may not', () => {
    const asked = line({ name: 'Médiathèque', commune: 'Saint-Lô' })
    expect(outcomeOf(asked, [place('a', { status: 'closed' })])).toEqual({ kind: 'wrong', fault: 'closed' })
    expect(outcomeOf(asked, [here], () => 'already-labelled')).toEqual({
      kind: 'wrong',
      fault: 'already-labelled',
    })
    const only = (id: string) => (id === 'a' ? ('outside' as const) : null)
    expect(outcomeOf(asked, [here, place('b')], only)).toEqual({ kind: 'found', place: 'b' })
  })

  it('that comes twice is kept once, and says with which', () => {
    const twice = [line({ name: 'Médiathèque', commune: 'Caen' }), line({ line: 7, ref: 'b' })]
    expect(matchLines(twice, [here, there], free)[1]?.outcome).toEqual({
      kind: 'wrong',
      fault: 'twice',
      otherLine: 2,
    })
    const unknown = [
      line({ name: 'Neuf', commune: 'Caen' }),
      line({ line: 8, name: 'NEUF', commune: 'caen' }),
    ]
    expect(matchLines(unknown, [], free).map(({ outcome }) => outcome.kind)).toEqual(['unknown', 'wrong'])
  })
})

describe('the columns of a list', () => {
  it('are known by their usual titles, in any order', () => {
    const columns = columnsOf(['Ville', 'Nom du lieu', 'N°', 'CP'])
    expect(columns).toEqual({ name: 1, commune: 0, postalCode: 3 })
    expect(columns && lineOf(columns, { line: 4, cells: ['Caen', ' Atelier ', '1', '14 000'] })).toEqual(
      line({ line: 4, name: 'Atelier', commune: 'Caen', postalCode: '14000' }),
    )
    expect(columnsOf(['Ville', 'Téléphone'])).toBeNull()
  })

  it.each([
    ['Saint-Lô', 'ST LO'],
    ['L’Œuvre d’Été', 'l oeuvre d ete'],
  ])('%s and %s are read the same', (one, other) => expect(folded(one)).toBe(folded(other)))
})
