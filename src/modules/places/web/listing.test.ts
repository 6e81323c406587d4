import { describe, expect, it } from 'vitest'
import { listingQuery, nothingAsked, readListing } from './listing.ts'

const read = (text: string) => readListing(new URLSearchParams(text))

describe('the parameters shared by the list and the map (DIR-65)', () => {
  it('are read and written back in one order', () => {
    const query =
      '?q=gap&lecture=mots&service=aide-aux-demarches-administratives&label=epn-normandie&bbox=-1.5,48,1,50&page=3'
    expect(listingQuery(read(query))).toBe(query)
    expect(listingQuery(read('?page=3&q=gap'))).toBe('?q=gap&page=3')
  })

  it('are nothing when nothing is asked', () => {
    expect(read('?q=&service=')).toEqual(nothingAsked)
    expect(listingQuery(nothingAsked)).toBe('')
  })

  it('say what they do not know instead of dropping it in silence (DIR-64)', () => {
    expect(read('service=xyz&bbox=ici&page=0').unknown).toEqual([
      { parameter: 'service', value: 'xyz' },
      { parameter: 'bbox', value: 'ici' },
      { parameter: 'page', value: '0' },
    ])
  })

  it('never go beyond the last page', () => expect(read('page=99999').page).toBe(400))
})
