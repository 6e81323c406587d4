import { describe, expect, it } from 'vitest'
import { type Answer, fetchPublic } from './fetch-public.ts'
import { isPublicAddress } from './public-address.ts'

const page: Answer = { status: 200, location: null, mediaType: 'text/plain', content: new Uint8Array([1]) }

describe('an address that a stranger gives', () => {
  it('is read over HTTPS, redirections within the same rules included (LAB-49)', async () => {
    const asked: string[] = []
    const fetch = fetchPublic(async (url) => {
      asked.push(url.href)
      return url.pathname === '/a' ? { ...page, status: 302, location: '/b' } : page
    })
    expect(await fetch('https://ailleurs.example/a')).toMatchObject({ address: 'https://ailleurs.example/b' })
    expect(asked).toEqual(['https://ailleurs.example/a', 'https://ailleurs.example/b'])
  })

  it.each([
    ['http://ailleurs.example/badge', 'address-not-https'],
    ['file:///etc/passwd', 'address-not-https'],
    ['https://moi:secret@ailleurs.example/', 'address-not-https'],
    ['https://ailleurs.example:8443/', 'address-not-https'],
    ['pas une adresse', 'address-not-https'],
    ['https://127.0.0.1/', 'address-not-public'],
    ['https://2130706433/', 'address-not-public'],
    ['https://0x7f.1/', 'address-not-public'],
    ['https://[::1]/', 'address-not-public'],
    ['https://[::ffff:10.0.0.1]/', 'address-not-public'],
    ['https://169.254.169.254/latest/meta-data', 'address-not-public'],
  ])('is never asked when it is %s (LAB-49)', async (address, refused) => {
    let asked = 0
    const fetch = fetchPublic(async () => {
      asked += 1
      return page
    })
    expect(await fetch(address)).toMatchObject({ refused })
    expect(asked).toBe(0)
  })

  it.each(['http://ailleurs.example/b', 'https://10.0.0.1/b', 'https://[fd00::1]/'])(
    'is not followed to %s (LAB-49)',
    async (location) => {
      const fetch = fetchPublic(async (url) =>
        url.pathname === '/a' ? { ...page, status: 301, location } : page,
      )
      expect(await fetch('https://ailleurs.example/a')).toHaveProperty('refused')
    },
  )

  it('is not followed for ever', async () => {
    const fetch = fetchPublic(async () => ({ ...page, status: 302, location: '/encore' }))
    expect(await fetch('https://ailleurs.example/a')).toMatchObject({ refused: 'no-answer' })
  })

  it('is refused for real when its name leads to this machine (LAB-49)', async () => {
    expect(await fetchPublic()('https://localhost/badge')).toMatchObject({ refused: 'address-not-public' })
  })
})

describe('a numeric address', () => {
  it.each(['93.184.215.14', '2001:4860:4860::8888'])('of the Internet is public: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.31.0.1', '192.168.1.1'],
    ...[
      '192.0.2.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::7f00:1',
    ],
    ...[
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001:db8::1',
      '2001::1',
      'fc00::1',
      'fe80::1',
      'fe80::1%eth0',
      'ff02::1',
    ],
    ...['localhost', ''],
  ])('that is not of the Internet is refused: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
