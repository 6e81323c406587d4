import { describe, expect, it } from 'vitest'
import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { isSilent } from '../use-cases/is-silent.ts'
import { judge, placeUri } from './acceptable.ts'
import { fingerprintIn, peerAddress, spacedFingerprint } from './peer.ts'

const HOME = 'https://manche.example'
const REGION = 'https://normandie.example/n/region'
const US = 'https://france.example'

describe('a record told by a source (DIR-87, DIR-89)', () => {
  it.each([
    ['its own', `${HOME}/lieux/1`, [HOME], HOME, 'take'],
    ['passed on by a region', `${HOME}/lieux/1`, [HOME, REGION], REGION, 'take'],
    ['ours, come back', `${US}/lieux/1`, [US, HOME], HOME, 'ours'],
    ['passed through us', `${HOME}/lieux/1`, [HOME, US, REGION], REGION, 'ours'],
    ['of somebody else', `https://ailleurs.example/lieux/1`, [HOME], HOME, 'not-its-own'],
    ['of an address that only begins alike', `${HOME}.evil.example/lieux/1`, [HOME], HOME, 'not-its-own'],
    ['whose teller does not name itself', `${HOME}/lieux/1`, [HOME], REGION, 'not-its-path'],
  ])('%s', (_what, uri, path, teller, expected) => {
    expect(judge({ uri, path }, { teller, ours: US })).toBe(expected)
  })

  it('is known by the address of its home and its id', () => {
    expect(placeUri(HOME, 'abc')).toBe(`${HOME}/lieux/abc`)
  })
})

describe('another network (DIR-88, DIR-90)', () => {
  it.each([
    ['https://exemple.fr/n/manche/', 'https://exemple.fr/n/manche'],
    [' exemple.fr ', 'https://exemple.fr'],
    ['http://localhost:3000/n/baie', 'http://localhost:3000/n/baie'],
    ['https://moi:secret@exemple.fr', null],
    ['https://exemple.fr/?q=1', null],
    ['ftp://exemple.fr', null],
    ['', null],
  ])('answers at %s', (typed, address) => {
    expect(peerAddress(typed)).toBe(address)
  })

  it('has a fingerprint that is read aloud in groups', () => {
    const fingerprint = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE'
    expect(fingerprintIn(spacedFingerprint(fingerprint))).toBe(fingerprint)
    expect(fingerprintIn('trop court')).toBeNull()
  })

  it.each([
    ['2026-06-10T08:00:00Z', true],
    ['2026-06-11T08:00:00Z', false],
    [null, true],
  ])('that answered last on %s is silent on 17 June: %s', (answeredAt, expected) => {
    const peer = {
      answeredAt: answeredAt as Instant | null,
      declaredAt: '2026-01-01T08:00:00Z' as Instant,
    }
    expect(isSilent(peer, '2026-06-17' as Day)).toBe(expected)
  })
})
