import { beforeEach, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import { authorityActsOf } from '../../data/authority.store.ts'
import { linkedOfficesOn, officesOf } from '../../data/offices.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import { tellParties } from '../../jobs/tell-parties.ts'
import { anAgreementInForce, aReadyDraft } from '../../testing.ts'
import { missingPapers } from '../../use-cases/offices/people-and-papers.ts'
import { peopleToTell } from '../../use-cases/offices/people-to-tell.ts'

const app = useApp({ today: day('2026-06-17') })
let officer: Browser
let manager: Browser
let agreement: AgreementId
let partner: OrganisationId

const db = () => app.services.db
const found = async () => {
  const one = await findAgreement(db(), app.context().reach, agreement)
  if (!one) throw new Error('no such agreement')
  return one
}
const people = () => `/conventions/${agreement}/interlocuteurs`
const office = (party = 'cocontractant') => `${people()}/${party}/nouveau`
const authority = (party = 'cocontractant') => `/conventions/${agreement}/actes-autorite/${party}/nouveau`
const pdf = (content = 'scan') =>
  new File([`%PDF-1.7\n${content}`], 'deliberation.pdf', { type: 'application/pdf' })

const someone = {
  fonction: 'referent',
  nom: 'Camille Essai',
  qualite: 'chargée de mission',
  courriel: 'camille@valdemer.example',
  debut: '01/06/2026',
}
const deliberation = {
  nature: 'deliberation',
  organe: 'Conseil municipal',
  reference: '2026-031',
  date: '14/03/2026',
}

beforeEach(async () => {
  app.moveTo('2026-06-17')
  officer = await app.signIn('officer')
  agreement = await anAgreementInForce(app.context(), day('2026-06-12'), {
    partner: `Val de Mer ${newId().slice(-6)}`,
  })
  partner = (await found()).partner.id
  manager = await app.signIn('partner', { organisation: partner })
})

describe('the people in office of each party (AGR-15)', () => {
  it('keeps who was there before when another comes, from a day on', async () => {
    const first = { ...someone, fonction: 'representative', nom: 'Dominique Avant', debut: '01/01/2020' }
    expect((await manager.post(office(), first)).status).toBe(303)
    const next = { ...first, nom: 'Claude Après', debut: '01/07/2026' }
    expect((await manager.post(office(), next)).status).toBe(303)
    expect((await officesOf(db(), agreement)).map(({ name, from, until }) => [name, from, until])).toEqual([
      ['Claude Après', '2026-07-01', null],
      ['Dominique Avant', '2020-01-01', '2026-07-01'],
    ])
    const page = await read(await officer.get(people()))
    expect(page.text).toContain('du 1er janvier 2020 au 30 juin 2026')
    expect((await read(await officer.get(`/conventions/${agreement}`))).text).toContain(
      'Représentant : Dominique Avant',
    )
    app.moveTo('2026-07-01')
    expect((await read(await officer.get(`/conventions/${agreement}`))).text).toContain(
      'Représentant : Claude Après',
    )
  })

  it('ends an office on its last day', async () => {
    await manager.post(office(), someone)
    const [holder] = await officesOf(db(), agreement)
    const end = `${people()}/${holder?.id}/fin`
    expect((await read(await manager.get(end))).text).toContain('Camille Essai')
    expect((await manager.post(end, { dernier_jour: '30/06/2026' })).status).toBe(303)
    expect((await officesOf(db(), agreement))[0]?.until).toBe('2026-07-01')
    const again = await read(await manager.post(end, { dernier_jour: '30/07/2026' }))
    expect(again.problems).toEqual(['La fin est déjà enregistrée.'])
  })

  it('writes to the referents of a side, and to its managers while it has none', async () => {
    const before = await peopleToTell(db(), await found(), app.clock.today())
    expect(before.length).toBeGreaterThan(1)
    await manager.post(office(), someone)
    const after = await peopleToTell(db(), await found(), app.clock.today())
    expect(after.map(({ email }) => email)).toContain('camille@valdemer.example')
    await officer.post(office('region'), { ...someone, courriel: 'region@example.fr' })
    const both = await peopleToTell(db(), await found(), app.clock.today())
    expect(both.map(({ email }) => email).sort()).toEqual(['camille@valdemer.example', 'region@example.fr'])
    const act = (await found()).acts.at(-1)?.id ?? ''
    await tellParties.work(app.services, { agreement, act })
    const mails = await db()
      .selectFrom('platform.mail')
      .select('recipient')
      .where('once_key', 'like', `${act}:%`)
      .orderBy('recipient')
      .execute()
    expect(mails.map(({ recipient }) => recipient)).toEqual(['camille@valdemer.example', 'region@example.fr'])
    app.moveTo('2026-05-31')
    expect(await peopleToTell(db(), await found(), app.clock.today())).toEqual(before)
  })

  it('shows a double office to both parties, and to who composes a jury', async () => {
    const declared = await manager.post(`/conventions/${agreement}/liens/cocontractant/nouveau`, {
      nom: 'Claude Double',
      fonction: 'signe la convention',
      instance: 'Jury du label',
      role: 'le préside',
      mesure: 'Se retire des dossiers de l’association.',
      debut: '01/01/2026',
    })
    expect(declared.status).toBe(303)
    for (const browser of [officer, manager]) {
      expect((await read(await browser.get(people()))).text).toContain(
        'Claude Double : le préside, Jury du label',
      )
    }
    const here = (await linkedOfficesOn(db(), app.networks.estuaire, app.clock.today())).filter(
      (one) => one.agreement === agreement,
    )
    expect(here).toMatchObject([{ name: 'Claude Double', body: 'Jury du label' }])
    expect(await linkedOfficesOn(db(), app.networks.baie, app.clock.today())).toEqual([])
  })
})

describe('what gives a party the power to sign (AGR-16, AGR-113)', () => {
  it('keeps the act with its scan, for both parties to read', async () => {
    expect((await manager.post(authority(), { ...deliberation, document: pdf() })).status).toBe(303)
    const act = (await authorityActsOf(db(), agreement)).find(({ reference }) => reference === '2026-031')
    const sent = await officer.get(`/conventions/${agreement}/actes-autorite/${act?.id}/document`)
    expect(sent.headers.get('content-type')).toBe('application/pdf')
    expect(await sent.text()).toContain('%PDF-1.7')
  })

  it('does not open the online signing without the papers, and says which', async () => {
    agreement = await aReadyDraft(app.context())
    await db().updateTable('agreements.authority_act').set({ set_aside_at: app.clock.now() }).execute()
    const missing = await missingPapers(db(), await found(), app.clock.today())
    expect(missing.toSign).toEqual(['region', 'cocontractant'])
    const page = await read(await officer.get(`/conventions/${agreement}`))
    expect(page.text).toContain('Des pièces manquent pour signer en ligne')
  })

  it('keeps a signature on paper in sight until its paper comes: it counts all the same (AGR-17)', async () => {
    await db().updateTable('agreements.authority_act').set({ set_aside_at: app.clock.now() }).execute()
    const { terms, acts } = await found()
    expect(stateOn(terms, acts, app.clock.today()).inForce).toBe(true)
    const waiting = await read(await manager.get(`/conventions/${agreement}`))
    expect(waiting.text).toContain('Signature en attente de pièces')
    await officer.post(authority('region'), { ...deliberation, document: pdf() })
    await manager.post(authority(), { ...deliberation, document: pdf() })
    const complete = await read(await manager.get(`/conventions/${agreement}`))
    expect(complete.text).not.toContain('Signature en attente de pièces')
  })

  it('puts the end of a delegation on the board, and takes it away with the act', async () => {
    const delegation = { ...deliberation, nature: 'delegation_of_signature', dernier_jour: '30/11/2026' }
    await manager.post(authority(), { ...delegation, document: pdf() })
    const line = () =>
      db()
        .selectFrom('agreements.agenda_line')
        .select(['kind', 'day'])
        .where('agreement_id', '=', agreement)
        .where('kind', '=', 'delegation_end')
        .where('gone_on', 'is', null)
        .execute()
    expect(await line()).toEqual([{ kind: 'delegation_end', day: '2026-11-30' }])
    const act = (await authorityActsOf(db(), agreement)).find(
      ({ kind }) => kind === 'delegation_of_signature',
    )
    expect((await manager.post(`/conventions/${agreement}/actes-autorite/${act?.id}/retrait`)).status).toBe(
      303,
    )
    expect(await line()).toEqual([])
  })
})

describe('explains why not', () => {
  it.each([
    [{ nom: '' }, 'Indiquez le prénom et le nom.'],
    [{ courriel: '' }, 'Un référent reçoit les rappels : indiquez son courriel.'],
    [{ courriel: 'camille' }, 'Écrivez une adresse complète, comme prenom.nom@exemple.fr.'],
    [{ debut: '31/02/2026' }, 'Cette date n’existe pas dans le calendrier. Écrivez-la ainsi : 17/06/2026.'],
    [{ remplace: newId() }, 'Cette personne n’est pas dans la liste : rouvrez la page.'],
  ])('an office with %o', async (change, sentence) => {
    const shown = await read(await manager.post(office(), { ...someone, ...change }))
    expect(shown.status).toBe(422)
    expect(shown.problems).toEqual([sentence])
    expect(await officesOf(db(), agreement)).toEqual([])
  })

  it('the same person twice in one office, and a representative before the one in office', async () => {
    await manager.post(office(), someone)
    const twice = await read(await manager.post(office(), { ...someone, nom: ' camille essai ' }))
    expect(twice.problems).toEqual(['Cette personne tient déjà cette fonction à ces dates.'])
    const head = { ...someone, fonction: 'representative', debut: '01/06/2026' }
    await manager.post(office(), head)
    const earlier = await read(await manager.post(office(), { ...head, nom: 'Autre', debut: '01/05/2026' }))
    expect(earlier.problems[0]).toContain('est en fonction depuis le 1er juin 2026')
  })

  it.each([
    [
      { document: new File(['texte'], 'acte.pdf') },
      'Ce fichier n’est ni un PDF, ni une image PNG ou JPEG : choisissez-en un autre.',
    ],
    [
      { document: pdf('/Encrypt 5 0 R') },
      'Ce PDF est protégé par un mot de passe : personne ne pourrait le relire. Enregistrez-le sans protection.',
    ],
    [{}, 'Joignez le scan de l’acte, ou choisissez la décision publiée qui en tient lieu.'],
    [
      { date: '18/06/2026', document: pdf() },
      'L’acte est daté du 18 juin 2026 : il pourra être joint à partir de ce jour.',
    ],
  ])('an authority act with %o (AGR-113)', async (change, sentence) => {
    const before = (await authorityActsOf(db(), agreement)).length
    const shown = await read(await manager.post(authority(), { ...deliberation, ...change }))
    expect(shown.status).toBe(422)
    expect(shown.problems).toEqual([sentence])
    expect(await authorityActsOf(db(), agreement)).toHaveLength(before)
  })

  it('a scan above 25 MB', async () => {
    const heavy = new File([`%PDF-${'0'.repeat(25 * 1024 * 1024)}`], 'lourd.pdf')
    const shown = await read(await manager.post(authority(), { ...deliberation, document: heavy }))
    expect(shown.problems).toEqual(['Ce fichier dépasse 25 Mo : choisissez-en un plus léger.'])
  })
})

describe('keeps others out', () => {
  it('a partner from the side of the other party', async () => {
    expect((await manager.get(office('region'))).status).toBe(404)
    expect((await manager.post(office('region'), someone)).status).toBe(404)
    await officer.post(office('region'), someone)
    const [holder] = await officesOf(db(), agreement)
    expect((await manager.get(`${people()}/${holder?.id}/fin`)).status).toBe(404)
  })

  it('names and addresses from the public', async () => {
    await manager.post(office(), someone)
    const register = await read(await app.visitor().get('/conventions-du-reseau'))
    expect(register.text).not.toContain('Camille Essai')
    expect(register.text).not.toContain('camille@valdemer.example')
  })
})

describe('two at the same instant', () => {
  it('leave one representative', async () => {
    const head = { ...someone, fonction: 'representative' }
    const answers = await Promise.all([
      manager.post(office(), { ...head, nom: 'Un' }),
      officer.post(office(), { ...head, nom: 'Deux' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    const kept = await officesOf(db(), agreement)
    expect(kept.filter(({ until }) => until === null)).toHaveLength(1)
  })
})
