import { beforeEach, describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../../tests/support.ts'
import { openFirstRun } from '../../use-cases/networks/first-run-key.ts'

const app = useApp()

/** Everything of the networks made so far goes: an installation on its first day. */
beforeEach(async () => {
  await emptyNetworks()
  await app.database.pool.query('delete from identity.first_run; delete from platform.rate_window')
})

async function emptyNetworks(): Promise<void> {
  await app.database.pool.query(`update identity.network set head_id = null;
    delete from identity.session; delete from identity.known_device; delete from identity.membership;
    delete from identity.credential; delete from identity.verification; delete from identity.organisation;
    delete from identity.person; delete from identity.network; delete from platform.mail`)
}

/** The key a start would print; the process that made it is gone when `close` is done. */
async function keyOfAStart(): Promise<string> {
  const opened = await openFirstRun(app.services)
  await opened?.close()
  return opened?.key ?? ''
}

const PASSWORD = 'quatre mouettes sur le quai'

const FOUNDING = {
  nom: 'Réseau de l’Œuvre',
  accroche: 'Des lieux pour vous aider.',
  tete: 'Région des Sables',
  nature: 'region',
  numero: '434 933 123 00029',
  prenom: 'Camille',
  nom_famille: 'Ferrand',
  courriel: 'Camille@sables.example',
  mot_de_passe: PASSWORD,
  couleurs: 'foret',
  modeles: 'territoires-apprenants',
  dpo_courriel: 'dpo@sables.example',
}

const network = () => app.services.db.selectFrom('identity.network').selectAll().executeTakeFirst()

describe('the first run founds a network', () => {
  it('whole, with its head and its officer, who confirms their address and signs in', async () => {
    const browser = app.visitor()
    const key = await keyOfAStart()
    const blank = await read(await browser.get(`/premiers-pas?cle=${key}`))
    expect(blank.heading).toBe('Créer le réseau')
    const founded = await browser.post('/premiers-pas', { ...FOUNDING, cle: key })
    expect(founded.headers.get('location')).toBe('/premiers-pas/courriel')
    const next = await read(await browser.get('/premiers-pas/courriel'))
    expect(next.notice).toBe('Un courriel part vers camille@sables.example.')
    expect(next.text).toContain('Réseau de l’Œuvre est créé')

    expect(await network()).toMatchObject({
      slug: 'reseau-de-l-oeuvre',
      head_name: 'Région des Sables',
      is_default: true,
      template_ids: ['territoires-apprenants'],
      dpo_email: 'dpo@sables.example',
    })
    const { rows } = await app.database.pool.query(
      'select n.head_id = o.id as heads, o.siret from identity.network n, identity.organisation o',
    )
    expect(rows).toEqual([{ heads: true, siret: '43493312300029' }])

    const signIn = () =>
      browser.post('/connexion', { courriel: 'camille@sables.example', mot_de_passe: PASSWORD })
    expect((await signIn()).status).toBe(422)
    await app.runJobs()
    const mail = await app.services.db.selectFrom('platform.mail').selectAll().executeTakeFirstOrThrow()
    expect(mail.recipient).toBe('camille@sables.example')
    const way = /http:\/\/localhost:3000(\/\S+)/.exec(mail.body)?.[1] ?? ''
    const page = await read(await browser.get(way))
    const form = page.document.querySelector('main form')
    const sent = Object.fromEntries(
      [...(form?.querySelectorAll('input[name]') ?? [])].map((input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
    )
    expect((await browser.post(form?.getAttribute('action') ?? '', sent)).status).toBe(303)
    expect((await signIn()).status).toBe(303)

    const steps = await read(await browser.get('/premiers-pas'))
    expect(steps.texts('.task .tag')).toEqual(['À faire', 'À faire', 'À faire', 'À faire'])
    expect(steps.links.map(({ href }) => href)).toContain('/conventions/nouvelle')
  })

  it('keeps what was typed when a field is wrong, but the password', async () => {
    const cle = await keyOfAStart()
    const wrong = { ...FOUNDING, cle, numero: '12', mot_de_passe: 'camille ferrand' }
    const refused = await read(await app.visitor().post('/premiers-pas', wrong))
    expect(refused.status).toBe(422)
    expect(refused.problems).toEqual([
      'Ce numéro n’est ni un SIRET, ni un RNA, ni un RIDET. Vérifiez-le, ou laissez le champ vide.',
    ])
    expect(refused.value('nom')).toBe('Réseau de l’Œuvre')
    expect(refused.value('cle')).toBe(cle)
    expect(refused.value('mot_de_passe')).toBe('')
    const weak = await read(await app.visitor().post('/premiers-pas', { ...wrong, numero: '' }))
    expect(weak.problems[0]).toContain('vos noms')
    expect(await network()).toBeUndefined()
  })

  it('takes an RNA or no number at all', async () => {
    const cle = await keyOfAStart()
    await app.visitor().post('/premiers-pas', { ...FOUNDING, cle, numero: 'W142001234' })
    const { rows } = await app.database.pool.query('select siret, rna from identity.organisation')
    expect(rows).toEqual([{ siret: null, rna: 'W142001234' }])
  })
})

describe('the first run says why not', () => {
  it('without a key, with a wrong one, and with the one of an earlier start', async () => {
    const old = await keyOfAStart()
    const browser = app.visitor()
    expect((await read(await browser.get('/premiers-pas'))).text).toContain('npm start')
    await keyOfAStart()
    for (const cle of [old, 'x']) {
      const shown = await read(await browser.get(`/premiers-pas?cle=${cle}`))
      expect(shown.text).toContain('Ce lien n’ouvre plus rien')
      const refused = await browser.post('/premiers-pas', { ...FOUNDING, cle })
      expect(refused.status).toBe(422)
    }
    expect(await network()).toBeUndefined()
  })

  it('to the second of two browsers that race', async () => {
    const cle = await keyOfAStart()
    const answers = await Promise.all(
      [1, 2, 3].map((one) =>
        app.visitor().post('/premiers-pas', {
          ...FOUNDING,
          cle,
          nom: `Réseau ${one}`,
          courriel: `officier-${one}@sables.example`,
        }),
      ),
    )
    // A late one finds the network there, and is sent to the sign-in page.
    const founded = answers.filter(({ headers }) => headers.get('location') === '/premiers-pas/courriel')
    expect(founded).toHaveLength(1)
    const { rows } =
      await app.database.pool.query(`select (select count(*) from identity.network) as networks,
      (select count(*) from identity.person) as people, (select count(*) from identity.organisation) as heads`)
    expect(rows).toEqual([{ networks: 1, people: 1, heads: 1 }])
  })

  it('once the key was used', async () => {
    const cle = await keyOfAStart()
    await app.visitor().post('/premiers-pas', { ...FOUNDING, cle })
    const again = await app.visitor().post('/premiers-pas', { ...FOUNDING, cle })
    expect(again.headers.get('location')).toMatch(/^\/connexion/)
    expect(await openFirstRun(app.services)).toBeNull()
    await emptyNetworks()
    expect(await openFirstRun(app.services)).toBeNull()
  })
})

describe('before any network', () => {
  it('every page leads to the first run, and nothing else answers', async () => {
    for (const path of [
      '/',
      '/lieux',
      '/connexion',
      '/aujourdhui',
      '/n/estuaire/',
      '/le-reseau',
      '/nulle-part',
    ])
      expect((await app.visitor().get(path)).headers.get('location'), path).toBe('/premiers-pas')
    expect((await app.visitor().get('/')).status).toBe(303)
    expect((await app.visitor().get('/healthz')).status).toBe(200)
    const posted = await app.visitor().post('/connexion', { courriel: 'a@b.fr', mot_de_passe: PASSWORD })
    expect(posted.headers.get('location')).toBe('/premiers-pas')
  })

  it('keeps a digest of the key, and one process shows it', async () => {
    const one = await openFirstRun(app.services)
    const two = await openFirstRun(app.services)
    expect(two?.key).toBeNull()
    const { rows } = await app.database.pool.query('select digest from identity.first_run')
    expect(rows[0].digest).toMatch(/^[0-9a-f]{64}$/)
    expect(rows[0].digest).not.toContain(one?.key)
    expect((await read(await app.visitor().get(`/premiers-pas?cle=${one?.key}`))).heading).toBe(
      'Créer le réseau',
    )
    await one?.close()
    await two?.close()
  })
})
