import { describe, expect, it } from 'vitest'
import { networkAddress } from './network-address.ts'
import { logoName, logoType } from './network-logo.ts'
import { slugOf } from './network-slug.ts'

describe('the address of a network', () => {
  it.each([
    ['https://maillage.example', { host: null, base: '' }, 'https://maillage.example'],
    ['https://maillage.example', { host: null, base: '/n/baie' }, 'https://maillage.example/n/baie'],
    ['https://maillage.example', { host: 'baie.example', base: '/n/baie' }, 'https://baie.example'],
    ['http://localhost:3000', { host: 'baie.example', base: '' }, 'http://baie.example:3000'],
  ])('from %s, %j is %s', (baseUrl, network, address) => {
    expect(networkAddress(baseUrl, network)).toBe(address)
  })
})

describe('a slug', () => {
  it.each([
    ['Estuaire connecté', 'estuaire-connecte'],
    ['  L’Œuvre — Pays d’Auge  ', 'l-oeuvre-pays-d-auge'],
    ['🙂', ''],
    ['a'.repeat(60), 'a'.repeat(40)],
  ])('of « %s » is « %s »', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })
})

describe('a logo', () => {
  const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))

  it.each([
    ['89504e470d0a1a0a0000', 'image/png'],
    ['ffd8ffe000104a464946', 'image/jpeg'],
    ['52494646aabbccdd57454250', 'image/webp'],
    ['52494646aabbccdd57415645', null],
    ['3c737667', null],
    ['474946383961', null],
    ['8950', null],
    ['', null],
  ])('that begins with %s is %s', (hex, type) => {
    expect(logoType(bytes(hex))).toBe(type)
  })

  it('changes its address with its content', () => {
    const sha256 = 'abcdef0123456789'.repeat(4)
    expect(logoName({ sha256, mediaType: 'image/webp' })).toBe('logo-abcdef0123456789.webp')
  })
})
