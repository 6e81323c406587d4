import { beforeEach, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import { laterBy } from '../../../../kernel/instant.ts'
import type { Actor, OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import { aDelegation, aMandate, anOrganisation } from '../../../identity/testing-organisations.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import { openSigningOf } from '../../data/signings.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import { aReadyDraft } from '../../testing.ts'
import { asApproved } from '../../testing-negotiation.ts'
import { signOnline } from '../../use-cases/signing/sign-online.ts'

const app = useApp({ today: day('2026-06-17') })
let officer: Browser
let head: OrganisationId
let partner: OrganisationId
let agreement: AgreementId
let headSigner: Browser
let partnerSigner: Browser
let presidency: Id<'mandate'>
let mayor: Id<'mandate'>

const db = () => app.services.db
const found = async () => {
  const one = await findAgreement(db(), app.context().reach, agreement)
  if (!one) throw new Error('no such agreement')
  return one
}
const state = async () => {
  const { terms, acts } = await found()
  return stateOn(terms, acts, app.clock.today())
}
const seen = async () => String((await found()).acts.at(-1)?.seq ?? 0)
const online = () => `/conventions/${agreement}/signature-en-ligne`

/** The person behind the last account made: they hold the mandates of these tests. */
async function lastPerson(): Promise<PersonId> {
  const row = await db()
    .selectFrom('identity.membership')
    .select('person_id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return row.person_id
}

beforeEach(async () => {
  app.moveTo('2026-06-17')
  await app.database.pool.query('truncate platform.rate_window')
  const context = app.context()
  officer = await app.signIn('officer')
  head = await anOrganisation(context, { name: 'Région Estuaire', kind: 'region' })
  await db().updateTable('identity.network').set({ head_id: head }).where('slug', '=', 'estuaire').execute()
  agreement = await aReadyDraft(context, { partner: `Val de Mer ${newId().slice(-6)}` })
  await asApproved(context, agreement)
  partner = (await found()).partner.id
  headSigner = await app.signIn('officer', { organisation: head })
  const president = await lastPerson()
  presidency = await aMandate(context, head, {
    personId: president,
    holderName: 'Nadia Corbin',
    quality: 'présidente',
  })
  partnerSigner = await app.signIn('partner', { organisation: partner })
  mayor = await aMandate(context, partner, {
    personId: await lastPerson(),
    holderName: 'Sophie Tanguy',
    quality: 'présidente',
  })
})

const open = async (change: Record<string, string> = {}) =>
  officer.post(`${online()}/ouverture`, {
    vu: await seen(),
    signataire_region: presidency,
    signataire_cocontractant: mayor,
    ordre: 'any',
    ...change,
  })

const fingerprint = async (browser: Browser) =>
  (await read(await browser.get(online()))).value('empreinte') ?? ''

async function askCode(browser: Browser): Promise<string> {
  const asked = await browser.post(`${online()}/code`, {
    empreinte: await fingerprint(browser),
    lu: 'oui',
    engage: 'oui',
  })
  expect(asked.status).toBe(303)
  return lastCode()
}

/** As its addressee reads it. */
async function lastCode(): Promise<string> {
  await app.runJobs()
  const mail = await db()
    .selectFrom('platform.mail')
    .select('body')
    .where('subject', 'like', '%votre code%')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return /(\d{6})/.exec(mail.body.split(' : ')[1] ?? '')?.[1] ?? ''
}

const sign = async (browser: Browser, code: string) =>
  browser.post(online(), { empreinte: await fingerprint(browser), code })

async function signs(browser: Browser): Promise<Response> {
  return sign(browser, await askCode(browser))
}

const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

describe('signing in the application', () => {
  it('freezes the text, calls each signer by mail, and says so on the page (AGR-21, AGR-26)', async () => {
    expect((await open()).status).toBe(303)
    await app.runJobs()
    const mails = await db()
      .selectFrom('platform.mail')
      .select(['subject', 'body'])
      .where('subject', 'like', '%à vous de signer%')
      .where('body', 'like', `%${agreement}%`)
      .execute()
    expect(mails).toHaveLength(2)
    expect(mails[0]?.body).toContain(online())
    const shown = await read(await officer.get(`/conventions/${agreement}`))
    expect(shown.text).toContain('Appelé à signer')
    expect(shown.text).toContain('Empreinte du texte')
    const refused = await read(
      await officer.post(`/conventions/${agreement}/projet`, {
        vu: '0',
        representant: 'A',
        qualite: 'B',
        duree: '5',
      }),
    )
    expect(refused.status).toBe(422)
    const annex = await read(
      await officer.post(`/conventions/${agreement}/annexe`, {
        vu: '0',
        lieu: newId(),
        liste: 'liste_lieux_epn',
      }),
    )
    expect(annex.problems.join()).toContain('Le texte est figé')
  })

  it('records the signature with its evidence: who, for whom, in which capacity, when, what text (AGR-24, AGR-25)', async () => {
    await open()
    const text = await read(await partnerSigner.get(online()))
    expect(text.text).toContain('Durée')
    expect(text.text).toContain('ce n’est pas une signature « qualifiée »')
    expect(text.text).toContain('n’est pas scellé')
    const answer = await signs(partnerSigner)
    expect(answer.status).toBe(303)
    const act = (await found()).acts.find(({ type }) => type === 'signature')
    expect(act).toMatchObject({
      party: 'cocontractant',
      occurredOn: '2026-06-17',
      at: app.clock.now(),
      capacity: 'Sophie Tanguy, présidente',
      signatory: { organisation: partner, mandate: mayor },
    })
    const proof = await db()
      .selectFrom('agreements.signature_evidence')
      .selectAll()
      .where('act_id', '=', act?.id as Id<'act'>)
      .executeTakeFirstOrThrow()
    expect(proof).toMatchObject({ organisation_id: partner, mandate_id: mayor, address: 'local' })
    expect(proof.declared).toHaveLength(2)
    const page = await read(await partnerSigner.get(answer.headers.get('location') ?? ''))
    expect(page.text).toContain('Oui : le texte affiché est celui qui a été signé.')
    expect(page.text).toContain('Sophie Tanguy, présidente')
    expect(page.text).toContain('J’ai lu le texte entier')
    const journal = await db()
      .selectFrom('platform.journal')
      .select(['mandate_id', 'details'])
      .where('action', '=', 'agreement.signed')
      .where('subject_id', '=', agreement)
      .execute()
    expect(journal).toMatchObject([{ mandate_id: mayor, details: { online: true } }])
  })

  it('comes into force with the last signature, which closes the signing (AGR-34)', async () => {
    await open()
    expect((await signs(partnerSigner)).status).toBe(303)
    expect((await state()).status).toBe('awaiting_signatures')
    expect((await signs(headSigner)).status).toBe(303)
    expect(await state()).toMatchObject({ status: 'in_force', enteredIntoForceOn: '2026-06-17' })
    const [signing] = await db()
      .selectFrom('agreements.signing')
      .select('closed_at')
      .where('agreement_id', '=', agreement)
      .execute()
    expect(signing?.closed_at).toBe(app.clock.now())
    expect((await read(await partnerSigner.get(`/conventions/${agreement}`))).text).not.toContain(
      'Appelé à signer',
    )
  })

  it('mixes paper and the application: each date counts as its own (AGR-22, AGR-118)', async () => {
    await open({ signataire_region: 'papier' })
    app.moveTo('2026-06-15')
    expect((await signs(partnerSigner)).status).toBe(303)
    app.moveTo('2026-06-20')
    const paper = await officer.post(`/conventions/${agreement}/signature`, {
      vu: await seen(),
      partie: 'region',
      pouvoir: presidency,
      date: '12/06/2026',
    })
    expect(paper.status).toBe(303)
    expect((await state()).enteredIntoForceOn).toBe('2026-06-15')
  })

  it('calls the next rank when the whole rank has signed (AGR-26)', async () => {
    await open({ ordre: 'partner-first' })
    await app.runJobs()
    const called = () =>
      db()
        .selectFrom('platform.mail')
        .select('recipient')
        .where('subject', 'like', '%à vous de signer%')
        .where('body', 'like', `%${agreement}%`)
        .execute()
    expect(await called()).toHaveLength(1)
    const early = await read(await headSigner.get(online()))
    expect(early.text).toContain(
      'Ce n’est pas encore votre tour : en attente de la signature du co-contractant',
    )
    await signs(partnerSigner)
    await app.runJobs()
    expect(await called()).toHaveLength(2)
    expect((await signs(headSigner)).status).toBe(303)
  })

  it('a delegation outside its days signs, flagged, until it is ratified (AGR-17, AGR-119)', async () => {
    const over = { from: day('2024-01-01'), until: day('2026-06-17'), personId: await lastPerson() }
    const delegation = await aDelegation(app.context(), partner, mayor, over)
    app.moveTo('2026-06-16')
    await open({ signataire_cocontractant: `${mayor}:${delegation}` })
    app.moveTo('2026-06-18')
    const before = await read(await partnerSigner.get(online()))
    expect(before.text).toContain('Votre signature comptera, et sera signalée aux deux parties')
    const signed = await signs(partnerSigner)
    expect((await state()).warnings).toContain('delegation_not_valid_on_signature_date')
    const evidence = signed.headers.get('location') ?? ''
    const shown = await read(await officer.get(evidence))
    const way = shown.links.find(({ text }) => text === 'Enregistrer une ratification')?.href ?? ''
    const scan = new File(['%PDF-1.7 acte'], 'ratification.pdf')
    const typed = { vu: await seen(), date: '18/06/2026' }
    expect((await read(await officer.post(way, typed))).problems.join()).toContain('Choisissez le document')
    expect((await officer.post(way, { ...typed, document: scan })).status).toBe(303)
    expect((await state()).warnings).not.toContain('delegation_not_valid_on_signature_date')
    const after = await read(await partnerSigner.get(evidence))
    const download = after.links.find(({ text }) => text === 'Télécharger l’acte')?.href ?? ''
    expect((await partnerSigner.get(download)).headers.get('content-type')).toBe('application/pdf')
    const again = await officer.post(way, { ...typed, vu: await seen(), document: scan })
    expect((await read(again)).problems.join()).toContain('déjà ratifiée')
  })

  it('a mandate put aside between the opening and the signature still signs, flagged (AGR-17)', async () => {
    await open()
    await officer.post(`/structures/${partner}/mandats/${mayor}/retrait`, {})
    const answer = await signs(partnerSigner)
    expect(answer.status).toBe(303)
    expect((await read(await officer.get(answer.headers.get('location') ?? ''))).text).toContain(
      'À confirmer',
    )
  })

  it('declines with a reason that the agreement tells, then signs once it is opened again (AGR-27)', async () => {
    await open()
    const empty = await read(await partnerSigner.post(`${online()}/refus`, { vu: await seen(), motif: '' }))
    expect(empty.problems).toEqual(['Dites pourquoi vous refusez : l’autre partie le lira.'])
    const declined = await partnerSigner.post(`${online()}/refus`, {
      vu: await seen(),
      motif: 'L’article 8 ne convient pas.',
    })
    expect(declined.status).toBe(303)
    const shown = await read(await officer.get(`/conventions/${agreement}`))
    expect(shown.text).toContain('refuse de signer')
    expect(shown.text).toContain('L’article 8 ne convient pas.')
    expect((await read(await headSigner.get(online()))).text).toContain('Une partie a refusé de signer')
    await app.runJobs()
    const told = await db()
      .selectFrom('platform.mail')
      .select('id')
      .where('subject', 'like', '%refus de signer%')
      .where('body', 'like', `%${agreement}%`)
      .execute()
    expect(told.length).toBeGreaterThan(1)
    expect((await partnerSigner.post(`${online()}/reprise`, { vu: await seen() })).status).toBe(303)
    expect((await signs(partnerSigner)).status).toBe(303)
    expect((await signs(headSigner)).status).toBe(303)
    expect((await state()).status).toBe('in_force')
  })

  it('a decline before the last signature supersedes the party’s own signature (AGR-29)', async () => {
    await open()
    await signs(partnerSigner)
    await partnerSigner.post(`${online()}/refus`, { vu: await seen(), motif: 'Nous revenons en arrière.' })
    expect(await state()).toMatchObject({ status: 'declined' })
    expect((await state()).missingSignatures).toContain('cocontractant')
  })

  it('two signers at the same instant both sign, and it enters into force once (AGR-33, AGR-114)', async () => {
    await open()
    const partnerCode = await askCode(partnerSigner)
    const headCode = await askCode(headSigner)
    const [one, other] = await Promise.all([sign(partnerSigner, partnerCode), sign(headSigner, headCode)])
    expect([one.status, other.status]).toEqual([303, 303])
    const { acts } = await found()
    expect(acts.filter(({ type }) => type === 'signature')).toHaveLength(2)
    expect((await state()).status).toBe('in_force')
  })

  it('one signer pressing twice signs once, and is shown the signature that stands (AGR-33)', async () => {
    await open()
    const code = await askCode(partnerSigner)
    const text = await fingerprint(partnerSigner)
    const press = () => partnerSigner.post(online(), { empreinte: text, code })
    const answers = await Promise.all([press(), press()])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    const refused = answers.find(({ status }) => status === 422)
    expect(refused && (await read(refused)).problems.join()).toContain('a déjà signé')
    expect((await found()).acts.filter(({ type }) => type === 'signature')).toHaveLength(1)
  })

  it('signature and decline at the same instant: both are told, one stands (AGR-114)', async () => {
    await open()
    const code = await askCode(partnerSigner)
    const text = await fingerprint(partnerSigner)
    const vu = await seen()
    const [signed, declined] = await Promise.all([
      partnerSigner.post(online(), { empreinte: text, code }),
      partnerSigner.post(`${online()}/refus`, { vu, motif: 'Non.' }),
    ])
    expect([signed.status, declined.status].sort()).toEqual([303, 422])
    const kinds = (await found()).acts.map(({ type }) => type).filter((type) => type !== 'place_listed')
    expect(kinds).toHaveLength(1)
  })

  it('is closed by the officer, who takes the text back; what was signed stays', async () => {
    await open()
    const closed = await officer.post(`${online()}/fermeture`, { vu: await seen() })
    expect(closed.status).toBe(303)
    expect((await read(await partnerSigner.get(online()))).text).toContain('n’est pas ouverte')
    expect((await read(await officer.post(`${online()}/fermeture`, { vu: await seen() }))).status).toBe(422)
    expect((await open()).status).toBe(303)
  })
})

describe('why somebody cannot sign is said', () => {
  it('a false code, then five: it is dead (AGR-24)', async () => {
    await open()
    const code = await askCode(partnerSigner)
    const first = await read(await sign(partnerSigner, wrong(code)))
    expect(first.status).toBe(422)
    expect(first.problems.join()).toContain('il vous reste 4 essais')
    for (let time = 0; time < 3; time++) await sign(partnerSigner, wrong(code))
    expect((await read(await sign(partnerSigner, wrong(code)))).problems.join()).toContain('dernier essai')
    expect((await read(await sign(partnerSigner, code))).problems.join()).toContain('essayé 5 fois')
    expect((await found()).acts).toHaveLength(0)
    expect((await signs(partnerSigner)).status).toBe(303)
  })

  it('a code of more than ten minutes, and an older one than the last', async () => {
    await open()
    const first = await askCode(partnerSigner)
    const text = await fingerprint(partnerSigner)
    app.clock.moveTo(laterBy(app.clock.now(), 601))
    const late = await read(await partnerSigner.post(online(), { empreinte: text, code: first }))
    expect(late.problems.join()).toContain('plus de 10 minutes')
    const second = await askCode(partnerSigner)
    if (first !== second) expect((await sign(partnerSigner, first)).status).toBe(422)
    expect((await sign(partnerSigner, second)).status).toBe(303)
  })

  it('no code asked for, letters for a code, a box not ticked', async () => {
    await open()
    expect((await read(await sign(partnerSigner, '123456'))).problems.join()).toContain('Aucun code')
    expect((await read(await sign(partnerSigner, 'abc'))).problems.join()).toContain('code à 6 chiffres')
    const unticked = await read(
      await partnerSigner.post(`${online()}/code`, {
        empreinte: await fingerprint(partnerSigner),
        lu: 'oui',
      }),
    )
    expect(unticked.problems.join()).toContain('au nom de qui vous signez')
  })

  it('more than five codes in an hour', async () => {
    await open()
    for (let time = 0; time < 5; time++) await askCode(partnerSigner)
    const empreinte = await fingerprint(partnerSigner)
    const refused = await partnerSigner.post(`${online()}/code`, { empreinte, lu: 'oui', engage: 'oui' })
    expect((await read(refused)).problems.join()).toContain('plus de 5 codes')
  })

  it('a text that changed since it was frozen, or a page of another text', async () => {
    await open()
    const code = await askCode(partnerSigner)
    const other = await partnerSigner.post(online(), { empreinte: 'a'.repeat(64), code })
    expect((await read(other)).problems.join()).toContain('Le texte n’est plus celui')
    await db()
      .updateTable('identity.organisation')
      .set({ name: 'Un autre nom' })
      .where('id', '=', partner)
      .execute()
    expect((await read(await sign(partnerSigner, code))).problems.join()).toContain(
      'Le texte n’est plus celui',
    )
    expect((await found()).acts).toHaveLength(0)
  })

  it('the wrong person, and the right one acting for another organisation', async () => {
    await open()
    const colleague = await app.signIn('partner', { organisation: partner })
    expect((await read(await colleague.get(online()))).text).toContain('Vous n’êtes pas la personne appelée')
    const tried = await colleague.post(online(), { empreinte: 'a'.repeat(64), code: '123456' })
    expect((await read(tried)).problems.join()).toContain('Vous n’êtes pas la personne appelée')
    await db()
      .updateTable('agreements.signing_call')
      .set({ organisation_id: head })
      .where('organisation_id', '=', partner)
      .execute()
    expect((await read(await partnerSigner.get(online()))).text).toContain('pour une autre structure')
  })

  it('not one’s turn, even with a code in hand (AGR-26)', async () => {
    await open({ ordre: 'partner-first' })
    const asked = await headSigner.post(`${online()}/code`, { empreinte: 'x', lu: 'oui', engage: 'oui' })
    expect((await read(asked)).problems.join()).toContain('Ce n’est pas encore votre tour')
  })

  it('opening: nobody chosen, somebody without the power, a text with blanks, twice', async () => {
    const nobody = await open({ signataire_region: 'papier', signataire_cocontractant: 'papier' })
    expect((await read(nobody)).problems.join()).toContain('Choisissez au moins une personne')
    const crossed = await open({ signataire_region: mayor })
    expect((await read(crossed)).problems.join()).toContain('ne peut plus signer pour cette partie')
    expect((await read(await open({ signataire_region: 'x' }))).problems.join()).toContain('dans la liste')
    expect((await open()).status).toBe(303)
    expect((await read(await open())).problems.join()).toContain('déjà ouverte')
    await db()
      .updateTable('agreements.agreement')
      .set({ variables: '{}' })
      .where('id', '=', agreement)
      .execute()
    await officer.post(`${online()}/fermeture`, { vu: await seen() })
    expect((await read(await open())).problems.join()).toContain('Le texte est incomplet')
  })

  it('a mandate that says a name alone is nobody’s when two people there bear it', async () => {
    const named = await aMandate(app.context(), partner, {
      holderName: 'Inès Kermeur',
      quality: 'trésorière',
    })
    const offered = async () =>
      (await read(await officer.get(`${online()}/ouverture`))).document.querySelector(
        `[name="signataire_cocontractant"][value="${named}"]`,
      )
    const join = async () => {
      await app.signIn('partner', { organisation: partner })
      const name = { given_name: 'Inès', family_name: 'Kermeur' }
      await db()
        .updateTable('identity.person')
        .set(name)
        .where('id', '=', await lastPerson())
        .execute()
    }
    expect(await offered()).toBeNull()
    await join()
    expect(await offered()).not.toBeNull()
    await join()
    expect(await offered()).toBeNull()
  })

  it('reopening what nobody declined, or somebody else’s refusal', async () => {
    await open()
    const vu = await seen()
    expect((await read(await officer.post(`${online()}/reprise`, { vu }))).problems.join()).toContain(
      'rien à rouvrir',
    )
    await headSigner.post(`${online()}/refus`, { vu, motif: 'Non.' })
    const tried = await partnerSigner.post(`${online()}/reprise`, { vu: await seen() })
    expect((await read(tried)).problems.join()).toContain('la personne qui a refusé')
  })
})

describe('evidence keeps its text', () => {
  it('says no when one character of the kept text was altered (AGR-135), and the database refuses to alter it', async () => {
    await open()
    await signs(partnerSigner)
    const change = `update agreements.signing_text set content = replace(content, 'Val de Mer', 'Val de Mar')
      where agreement_id = '${agreement}'`
    await expect(app.database.pool.query(change)).rejects.toThrow()
    await app.database.pool.query(`alter table agreements.signing_text disable trigger all`)
    await expect(app.database.pool.query(change)).rejects.toThrow('fingerprint_is_of_this_text')
    await app.database.pool.query(
      `alter table agreements.signing_text drop constraint fingerprint_is_of_this_text`,
    )
    await app.database.pool.query(change)
    const page = await read(await partnerSigner.get(`/conventions/${agreement}/preuves`))
    expect(page.text).toContain('Non : le texte gardé n’est pas celui qui a été signé')
  })

  it('says when the text shown is no longer the one signed, and still shows the signed one', async () => {
    await open()
    const answer = await signs(partnerSigner)
    await db()
      .updateTable('identity.organisation')
      .set({ name: 'Renommée' })
      .where('id', '=', partner)
      .execute()
    const page = await read(await officer.get(`/conventions/${agreement}/preuves`))
    expect(page.text).toContain('diffère de celui qui a été signé')
    expect((await read(await officer.get(answer.headers.get('location') ?? ''))).text).toContain('Val de Mer')
  })
})

describe('on paper', () => {
  const paper = async (change: Record<string, string | File> = {}) =>
    officer.post(`/conventions/${agreement}/signature`, {
      vu: await seen(),
      partie: 'cocontractant',
      pouvoir: mayor,
      date: '12/06/2026',
      ...change,
    })

  it('keeps the scan, who attests it and where each original is; both parties download it (AGR-23, AGR-31)', async () => {
    const scan = new File(['%PDF-1.7 original'], 'original.pdf')
    const kept = { document: scan, garde_tete: 'Archives, coffre 2', garde_partenaire: 'Secrétariat' }
    expect((await paper(kept)).status).toBe(303)
    const list = await read(await partnerSigner.get(`/conventions/${agreement}/preuves`))
    expect(list.text).toContain('Sur papier')
    const href = list.links.find(({ text }) => text.startsWith('Voir la preuve'))?.href ?? ''
    const page = await read(await partnerSigner.get(href))
    expect(page.text).toContain('Archives, coffre 2')
    expect(page.text).not.toContain('Joindre l’original')
    const download = page.links.find(({ text }) => text === 'original.pdf')?.href ?? ''
    expect(await (await partnerSigner.get(download)).text()).toBe('%PDF-1.7 original')
    expect((await (await app.signIn('partner')).get(download)).status).toBe(404)
    expect((await (await app.signIn('facilitator', { organisation: partner })).get(download)).status).toBe(
      403,
    )
  })

  it('takes the scan later, and says what is wrong with it (AGR-23, AGR-113)', async () => {
    await paper()
    const act = (await found()).acts.find(({ type }) => type === 'signature')?.id
    const address = `/conventions/${agreement}/preuves/${act}/original`
    const html = new File(['<html>'], 'original.pdf')
    const refused = await read(
      await officer.post(address, { vu: await seen(), document: html, garde_tete: 'Coffre' }),
    )
    expect(refused.problems.join()).toContain('ni un PDF')
    expect(refused.value('garde_tete')).toBe('Coffre')
    const heavy = new File([new Uint8Array(25 * 1024 * 1024 + 1)], 'lourd.pdf')
    expect(
      (await read(await officer.post(address, { vu: await seen(), document: heavy }))).problems.join(),
    ).toContain('dépasse 25 Mo')
    expect((await read(await officer.post(address, { vu: await seen() }))).problems.join()).toContain(
      'Choisissez',
    )
    const png = new File([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])], 'scan.png')
    expect((await officer.post(address, { vu: await seen(), document: png })).status).toBe(303)
    expect(
      (await officer.post(`/conventions/${agreement}/preuves/${newId()}/original`, { vu: '0' })).status,
    ).toBe(404)
  })
})

describe('others are kept out', () => {
  it('support never signs in somebody’s place, even when it may write', async () => {
    await open()
    const [call] =
      (await openSigningOf(db(), agreement))?.calls.filter(({ party }) => party === 'cocontractant') ?? []
    const impersonator = { personId: newId<'person'>(), name: 'Claire', mayWrite: true }
    const actor: Actor = {
      kind: 'member',
      personId: call?.personId ?? newId(),
      name: 'Camille',
      sessionId: newId(),
      membershipId: newId(),
      role: 'partner',
      networkId: app.networks.estuaire,
      organisationId: partner,
      organisationName: 'Val de Mer',
      organisations: [partner],
      mandateId: null,
      otherQualities: 0,
      impersonator,
    }
    const asked = { id: agreement, seenText: '', typed: '123456' }
    const outcome = await signOnline(app.context({ actor }), app.services.config, asked)
    expect(outcome).toMatchObject({ refused: 'in-their-place' })
    const own = await signOnline(
      app.context({ actor: { ...actor, impersonator: null } }),
      app.services.config,
      asked,
    )
    expect(own).toMatchObject({ refused: 'text-changed' })
  })

  it('strangers find nothing, an auditor signs nothing, a visitor signs in first', async () => {
    await open()
    const stranger = await app.signIn('partner')
    expect((await stranger.get(online())).status).toBe(404)
    expect((await stranger.get(`/conventions/${agreement}/preuves`)).status).toBe(404)
    expect((await (await app.signIn('auditor')).get(online())).status).toBe(403)
    expect((await app.visitor().get(online())).headers.get('location')).toContain('/connexion')
  })
})
