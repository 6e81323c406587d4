import { describe, expect, it } from 'vitest'
import { writeCursor } from '../../domain/search/list-cursor.ts'
import { listingQuery, nothingAsked, readListing } from './listing.ts'

const read = (text: string) => readListing(new URLSearchParams(text))

describe('the parameters shared by list, map, exports, feeds and embed (DIR-65)', () => {
  it.each([
    '?q=gap&lecture=mots&services=aide-aux-demarches-administratives&labels=epn-normandie&bbox=-1.5,48,1,50&page=3',
    '?publics=seniors&prise-en-charge=surdite&frais=gratuit&dispositifs=france-services&itinerance=itinerant',
    '?acces=se-presenter&accompagnement=a-distance&labels=villes-internet:4&typologies=BIB',
    '?commune=50502&rayon=20&ouvert=maintenant&ouvert=soir&tri=distance',
    '?code-postal=50100&epci=200066389&departement=50&region=28&territoire=pays-de-la-baie',
    '?position=49.115,-1.085&rayon=10&ouvert=2026-06-20T14:30&rdv=oui&accessibilite=oui&maj=2026-01-01&sources=A%2BB',
  ])('%s is read and written back', (query) => expect(listingQuery(read(query))).toBe(query))

  it.each(['apres', 'avant'])(
    'a page that goes on from a place (%s) is read and written back (DIR-66)',
    (side) => {
      const id = '01a200b7-dc3a-7000-8bd2-119d3d5e1bf6'
      const query = `?q=gap&${side}=${writeCursor({ tier: 2, measure: 1.25, name: 'Médiathèque', id })}`
      expect(listingQuery(read(query))).toBe(query)
      expect(read(query).unknown).toEqual([])
    },
  )

  it.each([
    ['?page=3&q=gap', '?q=gap&page=3'],
    ['?tri=nom&commune=50502&q=gap', '?q=gap&commune=50502&tri=nom'],
    [
      '?service=aide-aux-demarches-administratives&label=epn',
      '?services=aide-aux-demarches-administratives&labels=epn',
    ],
    ['?ouvert-le=20/06/2026&ouvert-a=14h30', '?ouvert=2026-06-20T14:30'],
    ['?position=49.11522,-1.08491', '?position=49.115,-1.085'],
    ['?services=xyz&frais=gratuit&frais=gratuit', '?frais=gratuit'],
    [
      '?prise-en-charge=langues-etrangeres',
      '?prise-en-charge=langues-etrangeres-anglais&prise-en-charge=langues-etrangeres-autres',
    ],
  ])('%s becomes %s', (query, canonical) => expect(listingQuery(read(query))).toBe(canonical))

  it('are nothing when nothing is asked', () => {
    expect(read('?q=&services=')).toEqual(nothingAsked)
    expect(listingQuery(nothingAsked)).toBe('')
  })

  it.each([
    ['services', 'xyz'],
    ['bbox', 'ici'],
    ['page', '0'],
    ['apres', 'ici'],
    ['avant', 'W10'],
    ['commune', '99999'],
    ['departement', '999'],
    ['rayon', '7'],
    ['ouvert', 'demain'],
    ['ouvert', '2026-02-30T10:00'],
    ['rdv', 'non'],
    ['maj', 'hier'],
    ['tri', 'couleur'],
    ['position', 'ici'],
    ['typologies', 'bib'],
  ])('%s=%s is told instead of dropped in silence (DIR-64)', (parameter, value) =>
    expect(read(`${parameter}=${value}`).unknown).toMatchObject([{ parameter, value }]),
  )

  it('an unknown value comes with the ones that exist', () =>
    expect(read('frais=xyz').unknown).toEqual([
      { parameter: 'frais', value: 'xyz', allowed: ['gratuit', 'gratuit-sous-condition', 'payant'] },
    ]))

  it('never go beyond the last page', () => expect(read('page=99999').page).toBe(400))
})
