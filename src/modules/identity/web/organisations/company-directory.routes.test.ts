import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'

const app = useApp()
let officer: Browser
let server: Server
let calls = 0
let status = 200
const company = (siret: string, name: string) => ({
  siren: siret.slice(0, 9),
  nom_complet: name,
  nature_juridique: '7210',
  siege: { siret, adresse: '1 place de la Mairie', code_postal: '14600', libelle_commune: 'VALMER' },
})
let results = [company('43493312300029', 'COMMUNE DE VALMER')]

beforeAll(async () => {
  officer = await app.signIn('officer')
  server = createServer((_request, response) => {
    calls += 1
    response.writeHead(status).end(JSON.stringify({ results }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

/** The configuration is read at each request. */
function configure(on: boolean): void {
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  app.services.config.companyDirectoryUrl = on ? address : null
}

describe('the page of a new organisation', () => {
  it('asks nobody while no directory is configured', async () => {
    configure(false)
    const shown = await read(await officer.get('/structures/nouvelle?siret=43493312300029'))
    expect(shown.text).not.toContain('annuaire')
    expect(calls).toBe(0)
  })

  it('asks only when somebody asks, and fills the fields', async () => {
    configure(true)
    await officer.get('/structures/nouvelle')
    expect(calls).toBe(0)
    const filled = await read(await officer.get('/structures/nouvelle?siret=43493312300029'))
    expect(calls).toBe(1)
    expect(filled.value('nom')).toBe('COMMUNE DE VALMER')
    expect(filled.value('siret')).toBe('43493312300029')
    expect(filled.value('code_postal')).toBe('14600')
    expect(filled.document.querySelector('[name="nature"] option[selected]')?.getAttribute('value')).toBe(
      'commune',
    )
  })

  it('lets one choose among several', async () => {
    configure(true)
    results = [...results, company('05550201700019', 'VALMER PLAGE')]
    const shown = await read(await officer.get('/structures/nouvelle?q=valmer'))
    expect(shown.value('nom')).toBe('')
    expect(shown.links.find(({ text }) => text === 'VALMER PLAGE')?.href).toBe(
      '/structures/nouvelle?siret=05550201700019',
    )
  })

  it('says when the directory fails, and lets one type by hand', async () => {
    configure(true)
    status = 500
    const shown = await read(await officer.get('/structures/nouvelle?q=valmer'))
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('L’annuaire des entreprises ne répond pas.')
    const added = await officer.post('/structures/nouvelle', { nom: 'À la main', nature: 'autre' })
    expect(added.status).toBe(303)
  })
})
