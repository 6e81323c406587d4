import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askCompanyDirectory } from './company-directory.ts'

const company = {
  siren: '434933123',
  nom_complet: 'CLICS ET MAREES',
  nature_juridique: '9220',
  siege: {
    siret: '43493312300029',
    adresse: '1 QUAI DES BRUMES 14600 HONFLEUR',
    code_postal: '14600',
    libelle_commune: 'HONFLEUR',
    commune: '14333',
  },
  complements: { identifiant_association: 'W142001234', est_ess: true },
  score: 12.5,
}

let server: Server
let address = ''
let asked = ''
let answer = (response: ServerResponse): unknown => response.end(JSON.stringify({ results: [company] }))

beforeAll(async () => {
  server = createServer((request, response) => {
    asked = request.url ?? ''
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

describe('the public directory of companies', () => {
  it('answers what is known, as our page writes it', async () => {
    answer = (response) => response.end(JSON.stringify({ results: [company], total_results: 1 }))
    expect(await askCompanyDirectory(address, 'clics & marées')).toEqual([
      {
        ...{ name: 'CLICS ET MAREES', acronym: '', kind: 'association', siret: '43493312300029' },
        ...{ rna: 'W142001234', ridet: null, address: '1 QUAI DES BRUMES 14600 HONFLEUR' },
        ...{ postalCode: '14600', commune: 'HONFLEUR', email: '', phone: '', website: '' },
      },
    ])
    expect(asked).toBe('/search?q=clics+%26+mar%C3%A9es&per_page=10')
  })

  it('may know nothing, or leave out what is not essential', async () => {
    answer = (response) => response.end(JSON.stringify({ results: [] }))
    expect(await askCompanyDirectory(address, 'x')).toEqual([])
    const { complements: _complements, ...bare } = company
    answer = (response) =>
      response.end(
        JSON.stringify({
          results: [{ ...bare, nature_juridique: null, siege: { siret: company.siege.siret } }],
        }),
      )
    expect(await askCompanyDirectory(address, 'x')).toMatchObject([{ kind: '', rna: null, commune: '' }])
  })

  it.each<[string, (response: ServerResponse) => unknown, string]>([
    ['fails', (response) => response.writeHead(500).end('oops'), 'directory-silent'],
    ['is asked too often', (response) => response.writeHead(429).end(), 'directory-busy'],
    ['sends elsewhere', (response) => response.writeHead(302, { location: '/x' }).end(), 'directory-silent'],
    ['hangs up', (response) => response.destroy(), 'directory-silent'],
    ['answers a page', (response) => response.end('<!doctype html>'), 'directory-unreadable'],
    [
      'answers another shape',
      (response) => response.end('{"results":[{"siren":1}]}'),
      'directory-unreadable',
    ],
    [
      'answers without end',
      (response) => response.end(`{"results":[],"more":"${'x'.repeat(600_000)}"}`),
      'directory-unreadable',
    ],
    ['never answers', () => undefined, 'directory-silent'],
    ['begins and stops', (response) => response.write('{"results":['), 'directory-silent'],
  ])('that %s is a refusal, never an error', async (_what, how, refused) => {
    answer = how
    expect(await askCompanyDirectory(address, 'x')).toMatchObject({ refused })
  })

  it('that does not exist either', async () => {
    expect(await askCompanyDirectory('http://127.0.0.1:1', 'x')).toMatchObject({
      refused: 'directory-silent',
    })
  })
})
