import { beforeAll, describe, expect, it } from 'vitest'
import { ORIGIN, read, useApp } from '../../../../../tests/support.ts'
import { codeOfTheme, PALETTES } from '../../../../ui/palettes.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const app = useApp()
type Person = Awaited<ReturnType<typeof app.signIn>>
let officer: Person

beforeAll(async () => {
  officer = await app.signIn('officer')
})

const pageOf = async (path: string, who = officer) => read(await who.get(path))

async function settings() {
  const { value } = await pageOf('/reglages/reseau')
  return { vu: value('vu') ?? '', nom: value('nom') ?? '' }
}

async function security() {
  const { value } = await pageOf('/reglages/securite')
  return {
    vu: value('vu') ?? '',
    second_facteur: 'non',
    session: '14',
    inactivite: '24',
    journal: '10',
    origine: '12',
  }
}

async function colours(palette = 'mer') {
  const { document } = await pageOf(`/reglages/couleurs?palette=${palette}`)
  const inputs = [...document.querySelectorAll('main form input[name]')]
  return Object.fromEntries(
    inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
  )
}

const lastLine = () =>
  app.services.db
    .selectFrom('platform.journal')
    .select(['action', 'changes', 'network_id'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()

describe('the settings of a network are kept', () => {
  it('its name, its contacts and its data protection, told on the public page', async () => {
    const answer = await officer.post('/reglages/reseau', {
      ...(await settings()),
      nom: 'Estuaire numérique',
      accroche: 'Des lieux pour vous aider.',
      contact: 'Contact@Estuaire.example',
      dpo: 'Service des données',
      dpo_courriel: 'dpo@estuaire.example',
    })
    expect(answer.headers.get('location')).toBe('/reglages/reseau')
    const { action, changes } = await lastLine()
    expect(action).toBe('network.changed')
    expect(changes).toMatchObject({ name: ['Estuaire connecté', 'Estuaire numérique'] })
    expect(JSON.stringify(changes)).not.toContain('estuaire.example')
    const shown = await read(await app.visitor().get('/le-reseau'))
    expect(shown.text).toContain('Région Estuaire')
    expect(shown.text).toContain('contact@estuaire.example')
    expect(shown.text).toContain('Service des données')
  })

  it('its logo, served by its content and for ever', async () => {
    const logo = new File([PNG], 'logo.txt', { type: 'text/plain' })
    const sent = await officer.post('/reglages/reseau', { ...(await settings()), logo })
    expect(sent.status).toBe(303)
    const { document } = await read(await app.visitor().get('/le-reseau'))
    const address = document.querySelector('.masthead img')?.getAttribute('src') ?? ''
    expect(address).toMatch(/^\/n\/estuaire\/logo-[0-9a-f]{16}\.png$/)
    const served = await app.visitor().get(address)
    expect(served.headers.get('content-type')).toBe('image/png')
    expect(served.headers.get('cache-control')).toContain('immutable')
    expect(Buffer.from(await served.arrayBuffer())).toEqual(PNG)
    expect((await app.visitor().get(address.replace('estuaire', 'baie'))).status).toBe(404)
    const away = await officer.post('/reglages/reseau', { ...(await settings()), sans_logo: 'oui' })
    expect(away.status).toBe(303)
    expect((await app.visitor().get(address)).status).toBe(404)
  })

  it('its colours, tried on the page before they are kept', async () => {
    const typed = await colours('foret')
    const preview = await read(await officer.post('/reglages/couleurs', typed))
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('rien n’est encore enregistré')
    const sheet = `/reglages/couleurs/apercu-${codeOfTheme(PALETTES[2].theme)}.css`
    expect(preview.document.querySelector(`link[href="${sheet}"]`)).not.toBeNull()
    expect(await (await officer.get(sheet)).text()).toContain('--masthead:#1f4d2b')
    expect((await pageOf('/le-reseau')).document.querySelector(`link[href="${sheet}"]`)).toBeNull()
    const kept = await officer.post('/reglages/couleurs', { ...typed, confirme: 'oui' })
    expect(kept.headers.get('location')).toBe('/reglages/couleurs')
    const home = await read(await app.visitor().get('/le-reseau'))
    const theme = home.document.querySelector('link[href*="theme-"]')?.getAttribute('href') ?? ''
    expect(await (await app.visitor().get(theme)).text()).toContain('--masthead:#1f4d2b')
  })

  it('its security and what it keeps, for how long', async () => {
    const typed = { ...(await security()), session: '7', inactivite: '36', journal: '5', origine: '6' }
    expect((await officer.post('/reglages/securite', typed)).status).toBe(303)
    const { value } = await pageOf('/reglages/securite')
    expect([value('session'), value('inactivite'), value('journal'), value('origine')]).toEqual([
      '7',
      '36',
      '5',
      '6',
    ])
  })

  it('the second factor: who has none is told that it will be asked at once', async () => {
    const own = await app.signIn('officer', { network: app.networks.baie })
    const path = '/n/baie/reglages/securite'
    const vu = (await pageOf(path, own)).value('vu') ?? ''
    const typed = { ...(await security()), vu, second_facteur: 'oui' }
    const told = await read(await own.post(path, typed))
    expect(told.status).toBe(200)
    expect(told.text).toContain('Vous n’avez pas encore de seconde preuve')
    expect(told.value('confirme')).toBe('oui')
    expect((await own.get('/n/baie/aujourdhui')).status).toBe(200)
    expect((await own.post(path, { ...typed, confirme: 'oui' })).status).toBe(303)
    const next = await own.get('/n/baie/aujourdhui')
    expect(next.headers.get('location')).toContain('/connexion/second-facteur')
  })

  it('the templates it offers: the others are neither shown nor taken', async () => {
    const sent = await officer.post('/reglages/reseau', {
      ...(await settings()),
      modeles: 'territoires-apprenants',
    })
    expect(sent.status).toBe(303)
    const { document } = await pageOf('/conventions/nouvelle')
    const offered = [...document.querySelectorAll('input[name="modele"]')]
    expect(offered.map((input) => input.getAttribute('value'))).toEqual(['territoires-apprenants'])
    const refused = await officer.post('/conventions/nouvelle', {
      modele: 'normandie-connectee',
      partenaire: 'Val de Mer',
      nature: 'epci',
      representant: 'Sophie Tanguy',
      qualite: 'présidente',
      duree: '3',
    })
    expect((await read(refused)).problems).toEqual(['Choisissez un modèle de la liste.'])
    await officer.post('/reglages/reseau', await settings())
  })
})

describe('the settings of a network refuse', () => {
  it('what a page behind the facts sends, and change nothing', async () => {
    const [one, two] = [await settings(), await settings()]
    expect((await officer.post('/reglages/reseau', { ...one, nom: 'Premier' })).status).toBe(303)
    const late = await read(await officer.post('/reglages/reseau', { ...two, nom: 'Second' }))
    expect(late.status).toBe(422)
    expect(late.problems[0]).toContain('modifiés pendant que vous les lisiez')
    expect((await settings()).nom).toBe('Premier')
  })

  it('one of two changes sent at once', async () => {
    const typed = await settings()
    const answers = await Promise.all(
      ['Un', 'Deux'].map((nom) => officer.post('/reglages/reseau', { ...typed, nom })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  })

  it('colours that cannot be read, each pair named', async () => {
    const typed = { ...(await colours()), brand_clair: '#dddddd', confirme: 'oui' }
    const refused = await read(await officer.post('/reglages/couleurs', typed))
    expect(refused.status).toBe(422)
    expect(refused.problems).toContain(
      'Contraste trop faible en clair : la couleur principale sur le fond de page, 1,3 pour 1 au lieu de 4,5.',
    )
    expect(refused.value('brand_clair')).toBe('#dddddd')
  })

  it.each([
    ['a colour that is none', { accent_sombre: 'red;}' }, 'Écrivez la couleur ainsi : #1a2b3c.'],
    ['a palette that does not exist', { palette: 'fluo' }, 'Choisissez une palette de la liste.'],
  ])('%s', async (_what, wrong, sentence) => {
    const refused = await read(await officer.post('/reglages/couleurs', { ...(await colours()), ...wrong }))
    expect(refused.problems).toEqual([sentence])
  })

  it('a preview that is not made of colours', async () => {
    for (const sheet of ['apercu-00.css', `apercu-${'0'.repeat(157)}.css`, 'apercu-zz.css'])
      expect((await officer.get(`/reglages/couleurs/${sheet}`)).status).toBe(404)
  })

  it.each([
    ['contact', 'pas une adresse', 'Cette adresse n’est pas complète'],
    ['domaine', 'localhost', 'Cette adresse est celle de toute l’installation'],
    ['domaine', 'pas un domaine', 'Ce n’est pas un nom de domaine'],
    ['modeles', 'inconnu', 'Choisissez des modèles de la liste'],
    ['nom', '', 'Indiquez le nom du réseau'],
  ])('%s: « %s »', async (field, typed, sentence) => {
    const refused = await read(
      await officer.post('/reglages/reseau', { ...(await settings()), [field]: typed }),
    )
    expect(refused.status).toBe(422)
    expect(refused.problems[0]).toContain(sentence)
  })

  it.each([
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'n’est pas une image PNG'],
    ['a heavy image', Buffer.concat([PNG, Buffer.alloc(512 * 1024)]), 'dépasse 512 Ko'],
  ])('as a logo, %s', async (_what, content, sentence) => {
    const logo = new File([content], 'logo.png', { type: 'image/png' })
    const refused = await read(await officer.post('/reglages/reseau', { ...(await settings()), logo }))
    expect(refused.problems[0]).toContain(sentence)
  })

  it('the domain of another network', async () => {
    await app.services.db
      .updateTable('identity.network')
      .set({ host: 'baie.example' })
      .where('id', '=', app.networks.baie)
      .execute()
    const refused = await read(
      await officer.post('/reglages/reseau', { ...(await settings()), domaine: 'baie.example' }),
    )
    expect(refused.problems).toEqual([
      'Ce nom de domaine est déjà celui d’un autre réseau. Choisissez-en un autre.',
    ])
  })

  it.each([
    ['session', '91'],
    ['inactivite', '5'],
    ['journal', '31'],
    ['origine', '0'],
    ['session', 'dix'],
  ])('a length out of bounds: %s, %s', async (field, typed) => {
    const refused = await read(
      await officer.post('/reglages/securite', { ...(await security()), [field]: typed }),
    )
    expect(refused.problems[0]).toMatch(/^Écrivez un nombre/)
  })
})

describe('the settings of a network are kept from others', () => {
  const PAGES = ['/reglages/reseau', '/reglages/couleurs', '/reglages/securite', '/reglages/reseaux']

  it('a reader and an auditor read them, and write nothing', async () => {
    for (const role of ['reader', 'auditor', 'data_protection_officer'] as const) {
      const who = await app.signIn(role)
      for (const path of PAGES) {
        const shown = await pageOf(path, who)
        expect(shown.status, path).toBe(200)
        expect(shown.document.querySelector('main form'), path).toBeNull()
      }
      expect((await who.post('/reglages/reseau', await settings())).status).toBe(403)
      expect((await who.post('/reglages/couleurs', await colours())).status).toBe(403)
      expect((await who.post('/reglages/securite', await security())).status).toBe(403)
    }
  })

  it('a partner and a facilitator see nothing of them', async () => {
    for (const role of ['partner', 'facilitator'] as const) {
      const who = await app.signIn(role)
      for (const path of PAGES) expect((await who.get(path)).status).toBe(403)
    }
  })

  it('the officer of one network changes nothing in another', async () => {
    expect((await officer.post('/n/baie/reglages/reseau', await settings())).status).toBe(403)
    expect((await officer.get('/n/baie/reglages/reseau')).status).toBe(403)
  })
})

describe('a network with a domain of its own', () => {
  const there = (init: RequestInit & { headers: Record<string, string> }, host = 'baie.example') =>
    app.app.request(`http://${host}:3000/deconnexion`, { method: 'POST', ...init })
  const OWN = 'http://baie.example:3000'

  it('takes the forms of its own pages', async () => {
    expect((await there({ headers: { origin: OWN } })).status).toBe(303)
    const home = await read(await app.app.request(`${OWN}/le-reseau`))
    expect(home.text).toContain('La Baie apprenante')
  })

  it('refuses those of another site, and of a host that no network has', async () => {
    expect((await there({ headers: { origin: 'http://ailleurs.example:3000' } })).status).toBe(403)
    // The sender names itself in both headers: the database knows no such network.
    const asked = await there({ headers: { origin: 'http://ailleurs.example:3000' } }, 'ailleurs.example')
    expect(asked.status).toBe(403)
    expect((await there({ headers: { origin: 'https://baie.example:3000' } })).status).toBe(403)
    expect((await there({ headers: { origin: 'http://baie.example' } })).status).toBe(403)
    // A neighbour's pages do not speak for another network.
    const neighbour = await app.app.request(`${ORIGIN}/deconnexion`, {
      method: 'POST',
      headers: { origin: OWN },
    })
    expect(neighbour.status).toBe(403)
  })
})
