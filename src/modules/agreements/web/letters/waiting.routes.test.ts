import { beforeEach, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { saveAgenda } from '../../data/agenda.store.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import { claimsOf } from '../../data/claims.store.ts'
import { waitingActsOf } from '../../data/waiting-acts.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import { anAgreementInForce } from '../../testing.ts'
import { recordDenunciation } from '../../use-cases/letters/record-denunciation.ts'

const app = useApp({ today: day('2026-06-17') })
let preparer: Browser
let other: Browser
let agreement: AgreementId

const db = () => app.services.db
const found = async () => {
  const one = await findAgreement(db(), app.context().reach, agreement)
  if (!one) throw new Error('no such agreement')
  return one
}
const seen = async () => String((await found()).acts.at(-1)?.seq ?? 0)
const status = async () => {
  const { terms, acts } = await found()
  return stateOn(terms, acts, app.clock.today()).status
}
const letter = { partie: 'cocontractant', voie: 'recommande', date: '17/06/2026', suivi: 'RK1' }
const waitingAct = async () => {
  const [one] = await waitingActsOf(db(), agreement)
  return `/conventions/${agreement}/a-confirmer/${one?.id}`
}

/** Asks once to see the consequence, then sends what the page shows. */
async function denounce(browser: Browser): Promise<Response> {
  const address = `/conventions/${agreement}/denonciation`
  const fields = { ...letter, vu: await seen() }
  const page = await read(await browser.post(address, fields))
  return browser.post(address, { ...fields, confirme: page.value('confirme') ?? '' })
}

async function confirm(browser: Browser, address: string): Promise<Response> {
  const page = await read(await browser.get(address))
  return browser.post(address, { vu: page.value('vu') ?? '', confirme: page.value('confirme') ?? '' })
}

beforeEach(async () => {
  preparer = await app.signIn('officer')
  other = await app.signIn('officer')
  await preparer.post('/reglages/conventions', { seconde_personne: 'oui' })
  agreement = await anAgreementInForce(app.context(), day('2024-01-10'), {
    partner: `Val de Mer ${newId().slice(-6)}`,
  })
})

describe('a second person confirms what binds, when the network wants it (AGR-115)', () => {
  it('runs nothing and tells nobody before, everything after', async () => {
    const answer = await denounce(preparer)
    expect(answer.status).toBe(303)
    const page = await read(await preparer.get(`/conventions/${agreement}`))
    expect(page.text).toContain('à confirmer par une autre personne')
    expect(await status()).toBe('in_force')
    await app.runJobs()
    const mails = () =>
      db().selectFrom('platform.mail').select('id').where('body', 'like', `%${agreement}%`).execute()
    const before = (await mails()).length
    const address = await waitingAct()
    const shown = await read(await other.get(address))
    expect(shown.text).toContain('17 septembre 2026')
    expect((await confirm(other, address)).status).toBe(303)
    expect(await status()).toBe('denunciation_pending')
    expect(await waitingActsOf(db(), agreement)).toEqual([])
    await app.runJobs()
    expect((await mails()).length).toBeGreaterThan(before)
  })

  it('gives up what was prepared, and nothing ran', async () => {
    await denounce(preparer)
    const address = await waitingAct()
    expect((await preparer.post(`${address}/abandon`, { vu: await seen() })).status).toBe(303)
    expect(await status()).toBe('in_force')
    expect((await other.get(address)).status).toBe(404)
  })

  it('asks nobody once the network does not want it', async () => {
    await preparer.post('/reglages/conventions', {})
    expect((await denounce(preparer)).status).toBe(303)
    expect(await status()).toBe('denunciation_pending')
  })
})

describe('explains why not', () => {
  it('who prepared cannot confirm, and the database holds it too', async () => {
    await denounce(preparer)
    const address = await waitingAct()
    expect((await read(await preparer.get(address))).text).toContain('Une autre personne doit confirmer')
    const page = await read(await other.get(address))
    const fields = { vu: page.value('vu') ?? '', confirme: page.value('confirme') ?? '' }
    const refused = await read(await preparer.post(address, fields))
    expect(refused.problems).toEqual([
      'Vous avez préparé cet acte : une autre personne doit le confirmer, le réseau le demande.',
    ])
    const [one] = await waitingActsOf(db(), agreement)
    const act = (await found()).acts.at(-1)?.id
    await expect(
      db()
        .updateTable('agreements.waiting_act')
        .set({ settled_at: app.clock.now(), settled_by: one?.preparedBy ?? null, act_id: act as never })
        .where('agreement_id', '=', agreement)
        .execute(),
    ).rejects.toThrow('another_person_confirms')
  })

  it('the same act prepared twice, and an act recorded by another way', async () => {
    await denounce(preparer)
    const twice = await read(await denounce(preparer))
    expect(twice.problems[0]).toContain('attend déjà d’être confirmé')
    const member = await app.signIn('officer')
    expect(await member.get(`/conventions/${agreement}`)).toBeTruthy()
    const actor = { kind: 'member' as const } as Parameters<typeof recordDenunciation>[0]['actor']
    const refused = await recordDenunciation(
      app.context({ actor }),
      { id: agreement, seen: Number(await seen()) },
      { from: 'cocontractant', depositedOn: day('2026-06-17'), tracking: '' },
    )
    expect(refused).toMatchObject({ refused: 'second-person-needed' })
  })
})

describe('two who confirm at the same instant', () => {
  it('make one act', async () => {
    await denounce(preparer)
    const address = await waitingAct()
    const third = await app.signIn('officer')
    const answers = await Promise.all([confirm(other, address), confirm(third, address)])
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1)
    const letters = (await found()).acts.filter(({ type }) => type === 'registered_letter_sent')
    expect(letters).toHaveLength(1)
  })
})

describe('damages reserved (AGR-57)', () => {
  const claim = { partie: 'region', montant: '1 250,50', motif: 'Matériel non rendu.' }

  beforeEach(async () => {
    await preparer.post('/reglages/conventions', {})
    const address = `/conventions/${agreement}/mise-en-demeure`
    const fields = {
      ...{
        partie: 'region',
        voie: 'recommande',
        date: '17/06/2026',
        motifs: 'Article 4.',
        etendue: 'totale',
      },
      vu: await seen(),
    }
    const page = await read(await preparer.post(address, fields))
    await preparer.post(address, { ...fields, confirme: page.value('confirme') ?? '' })
  })

  it('are kept as told, read by both parties, corrected by another line, and never public', async () => {
    const act = (await found()).acts.at(-1)?.id ?? ''
    const address = `/conventions/${agreement}/dommages`
    expect((await preparer.post(address, { ...claim, acte: act })).status).toBe(303)
    const manager = await app.signIn('partner', { organisation: (await found()).partner.id })
    const page = await read(await manager.get(`/conventions/${agreement}`))
    expect(page.text).toContain('1 250,50 €')
    const [first] = await claimsOf(db(), agreement)
    const corrected = { ...claim, acte: act, montant: '', remplace: first?.id ?? '' }
    expect((await preparer.post(address, corrected)).status).toBe(303)
    const after = await read(await manager.get(`/conventions/${agreement}`))
    expect(after.text).toContain('Montant non chiffré')
    expect(after.text).not.toContain('1 250,50')
    expect(await claimsOf(db(), agreement)).toHaveLength(2)
    const register = await read(await app.visitor().get('/conventions-du-reseau'))
    expect(register.text).not.toContain('Matériel non rendu')
  })

  it.each([
    [{ montant: 'beaucoup' }, 'Écrivez un montant en euros, comme 1 250,50, ou laissez vide.'],
    [{ montant: '0' }, 'Écrivez un montant en euros, comme 1 250,50, ou laissez vide.'],
    [{ motif: '' }, 'Dites ce qui est demandé et pourquoi.'],
    [{ acte: newId() }, 'Choisissez une mise en demeure ou une résiliation de cette convention.'],
    [{ partie: 'etat' }, 'Choisissez une des parties à la convention.'],
  ])('are refused with %o', async (change, sentence) => {
    const act = (await found()).acts.at(-1)?.id ?? ''
    const shown = await read(
      await preparer.post(`/conventions/${agreement}/dommages`, { ...claim, acte: act, ...change }),
    )
    expect(shown.problems).toEqual([sentence])
    expect(await claimsOf(db(), agreement)).toEqual([])
  })
})

describe('why the public register lists an agreement (AGR-68)', () => {
  it('says the ground, and lists one whose legal basis is recorded', async () => {
    const context = app.context()
    const partner = `Silencieuse ${newId().slice(-6)}`
    agreement = await anAgreementInForce(context, day('2024-01-10'), {
      partner,
    })
    const silent = `jsonb_set(terms, '{communication}', '{"existence": "approval"}')`
    await app.database.pool.query(`update agreements.agreement set terms = ${silent} where id = $1`, [
      agreement,
    ])
    await saveAgenda(db(), [await found()], { today: app.clock.today(), now: app.clock.now() })
    const address = `/conventions/${agreement}/registre-public`
    const visitor = app.visitor()
    const listed = async () => (await read(await visitor.get('/conventions-du-reseau?q=Silencieuse'))).text
    expect((await read(await preparer.get(address))).text).toContain('ne la montre pas')
    expect(await listed()).not.toContain(partner)
    const basis = 'Article L. 312-1-1 du code des relations entre le public et l’administration'
    expect((await preparer.post(address, { fondement: basis })).status).toBe(303)
    const page = await read(await preparer.get(address))
    expect(page.text).toContain('Le registre public la montre : un texte oblige ou autorise à la publier.')
    expect(await listed()).toContain(partner)
    const twice = await read(await preparer.post(address, { fondement: basis }))
    expect(twice.problems).toEqual(['Un fondement est déjà enregistré : retirez-le d’abord.'])
    expect((await preparer.post(`${address}/retrait`)).status).toBe(303)
    expect(await listed()).not.toContain(partner)
    const none = await read(await preparer.post(`${address}/retrait`))
    expect(none.problems).toEqual(['Aucun fondement n’est enregistré pour cette convention.'])
  })
})
