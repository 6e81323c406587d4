import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import type { AgreementId } from '../../src/modules/agreements/index.ts'
import { anAgreementInForce } from '../../src/modules/agreements/testing.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp({ today: day('2026-06-17') })
let officer: Browser

beforeAll(async () => {
  officer = await app.signIn('officer')
})

interface StoredRow {
  id: string
  type: string
  occurred_on: string
  supersedes: string | null
  payload: Record<string, unknown>
  recorded_by: string | null
  recorded_at: string
}

async function acts(agreement: AgreementId): Promise<StoredRow[]> {
  const { rows } =
    await sql<StoredRow>`select id, type, occurred_on, supersedes, payload, recorded_by, recorded_at
    from agreements.act where agreement_id = ${agreement} order by seq`.execute(app.services.db)
  return rows
}

/** In force since 12 June 2026, denounced by a letter whose deposit was typed 15 June instead of 16. */
async function denounced(): Promise<{ agreement: AgreementId; address: string; letter: string }> {
  const agreement = await anAgreementInForce(app.context(), day('2026-06-12'), {
    partner: `Val ${Math.random()}`,
  })
  const address = `/conventions/${agreement}`
  await confirmed(`${address}/denonciation`, { partie: 'region', voie: 'recommande', date: '15/06/2026' })
  const letter = (await acts(agreement)).at(-1)?.id ?? ''
  return { agreement, address, letter }
}

/** Sends a form twice, as a person does: to see what changes, then to record it. */
async function confirmed(address: string, fields: Record<string, string>) {
  const blank = await read(await officer.get(address))
  const typed = { vu: blank.value('vu') ?? '', ...fields }
  const shown = await read(await officer.post(address, typed))
  expect(shown.status, shown.problems.join(' ')).toBe(200)
  const done = await officer.post(address, { ...typed, confirme: shown.value('confirme') ?? '' })
  return { shown, done }
}

const correction = { geste: 'corriger', partie: 'region', date: '16/06/2026', motif: 'Date du bordereau' }

describe('Corriger un acte : rien n’est effacé (AGR-83, AGR-84, AGR-133)', () => {
  it('montre d’abord ce qui change, puis remplace l’acte, qui reste barré avec son motif', async () => {
    const { agreement, address, letter } = await denounced()
    const { shown, done } = await confirmed(`${address}/actes/${letter}/correction`, correction)
    expect(shown.text).toContain('Rien n’est encore enregistré')
    expect(shown.text).toContain(
      'Dernier jour de la convention : 15 septembre 2026 devient 16 septembre 2026.',
    )
    expect(done.status).toBe(303)

    const history = await read(await officer.get(`${address}/historique`))
    expect(history.texts('s')).toEqual(['Dénonciation envoyée par Région Estuaire'])
    expect(history.text).toContain('Motif : Date du bordereau')
    expect(history.links.some(({ text }) => text === 'Voir sa correction')).toBe(true)
    expect((await read(await officer.get(address))).text).toContain('16 septembre 2026')

    const [old, current] = (await acts(agreement)).slice(-2)
    expect(old).toMatchObject({ id: letter, occurred_on: '2026-06-15', supersedes: null })
    expect(current).toMatchObject({ occurred_on: '2026-06-16', supersedes: letter })
    expect(current?.payload.correctionReason).toBe('Date du bordereau')
    expect(current?.recorded_by).not.toBeNull()
    expect(current?.recorded_at).toBeDefined()
  })

  it('prévient les deux parties, et laisse une ligne au journal', async () => {
    const { agreement, address, letter } = await denounced()
    await confirmed(`${address}/actes/${letter}/correction`, correction)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform.journal
      where action = 'act.corrected' and subject_id = ${agreement}`.execute(app.services.db)
    expect(rows[0]?.n).toBe(1)
    await app.runJobs()
    const { rows: mails } = await sql<{ body: string }>`select body from platform.mail
      where subject like '%correction_: dénonciation%'`.execute(app.services.db)
    expect(mails.length).toBeGreaterThan(0)
    for (const { body } of mails) expect(body).toContain('Date du bordereau')
  })

  it('rejoue les deux réponses : telle qu’on la connaît, et telle qu’on la connaissait (AGR-85)', async () => {
    const { address, letter } = await denounced()
    app.moveTo('2026-06-20')
    await confirmed(`${address}/actes/${letter}/correction`, correction)
    const replay = await read(await officer.get(`${address}/historique?jour=20/06/2026&connu=18/06/2026`))
    const row = replay.texts('tbody tr').find((text) => text.startsWith('Dernier jour de la convention'))
    expect(row).toBe('Dernier jour de la convention16 septembre 202615 septembre 2026 Différent')
    expect(replay.text).toContain('Ce qui a été appris depuis')
    app.moveTo('2026-06-17')
  })

  it('retire un acte enregistré par erreur : il ne compte plus, et se voit encore', async () => {
    const { agreement, address, letter } = await denounced()
    const { shown, done } = await confirmed(`${address}/actes/${letter}/correction`, {
      geste: 'retirer',
      motif: 'Lettre d’une autre convention',
    })
    expect(shown.text).toContain('État : « dénoncée » devient « en vigueur ».')
    expect(done.status).toBe(303)
    expect((await read(await officer.get(address))).text).toContain('En vigueur')
    expect((await read(await officer.get(`${address}/historique`))).text).toContain('Voir son retrait')
    expect((await acts(agreement)).at(-1)).toMatchObject({ type: 'act_voided', supersedes: letter })
  })
})

describe('Ce que la base refuse (AGR-83, AGR-133)', () => {
  it.each([
    ['de changer une date', sql`update agreements.act set occurred_on = '2020-01-01'`],
    ['de changer une preuve', sql`update agreements.act set payload = '{}'`],
    [
      'de changer l’instant ou l’auteur',
      sql`update agreements.act set recorded_at = now(), recorded_by = null`,
    ],
    ['d’effacer un acte', sql`delete from agreements.act`],
    ['de vider le journal des actes', sql`truncate agreements.act cascade`],
  ])('%s', async (_what, statement) => {
    await denounced()
    await expect(statement.execute(app.services.db)).rejects.toThrow()
  })
})

describe('Ce que la page refuse, et pourquoi', () => {
  it('un acte déjà corrigé : 409, avec celui qui est lu à sa place (AGR-113)', async () => {
    const { address, letter } = await denounced()
    await confirmed(`${address}/actes/${letter}/correction`, correction)
    const again = await officer.post(`${address}/actes/${letter}/correction`, { ...correction, vu: '4' })
    const shown = await read(again)
    expect(shown.status).toBe(409)
    expect(shown.heading).toBe('Cet acte a déjà été corrigé')
    expect(shown.text).toContain('Dénonciation envoyée par Région Estuaire, 16 juin 2026')
  })

  it('deux corrections au même instant : une seule est enregistrée, l’autre reçoit 409 (AGR-114)', async () => {
    const { agreement, address, letter } = await denounced()
    const page = `${address}/actes/${letter}/correction`
    const blank = await read(await officer.get(page))
    const both = await Promise.all(
      ['16/06/2026', '14/06/2026'].map(async (date) => {
        const typed = { ...correction, date, vu: blank.value('vu') ?? '' }
        const shown = await read(await officer.post(page, typed))
        return { ...typed, confirme: shown.value('confirme') ?? '' }
      }),
    )
    const answers = await Promise.all(both.map((fields) => officer.post(page, fields)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect((await acts(agreement)).filter(({ supersedes }) => supersedes === letter)).toHaveLength(1)
  })

  it.each([
    [{ motif: '' }, 'Écrivez pourquoi : le motif reste à côté de l’acte.'],
    [{ date: '31/02/2026' }, 'Cette date n’existe pas dans le calendrier. Écrivez-la ainsi : 17/06/2026.'],
    [
      { date: '18/06/2026' },
      'Cet acte est daté du 18 juin 2026 : il ne pourra être enregistré qu’à partir de ce jour.',
    ],
    [{ date: '15/06/2026' }, 'Rien ne change : corrigez au moins une information, ou retirez l’acte.'],
    [{ partie: 'prefecture' }, 'Choisissez une des parties à la convention.'],
  ])('%o, et garde ce qui était écrit', async (wrong, sentence) => {
    const { agreement, address, letter } = await denounced()
    const count = (await acts(agreement)).length
    const page = `${address}/actes/${letter}/correction`
    const vu = (await read(await officer.get(page))).value('vu') ?? ''
    const shown = await read(await officer.post(page, { ...correction, ...wrong, vu }))
    expect([shown.status, shown.problems]).toEqual([422, [sentence]])
    expect(shown.value('motif')).toBe({ ...correction, ...wrong }.motif)
    expect(await acts(agreement)).toHaveLength(count)
  })

  it('une remise avant le dépôt : les deux dates sont dites (AGR-41)', async () => {
    const { address, letter } = await denounced()
    await confirmed(`${address}/courrier`, { lettre: letter, fait: 'remise', date: '16/06/2026' })
    const page = `${address}/actes/${letter}/correction`
    const vu = (await read(await officer.get(page))).value('vu') ?? ''
    const shown = await read(await officer.post(page, { ...correction, date: '17/06/2026', vu }))
    expect(shown.problems.join()).toContain('17 juin 2026 ne tient pas avec celle du 16 juin 2026')
  })
})

describe('Qui ne peut pas', () => {
  it('un partenaire lit l’historique mais ne corrige rien', async () => {
    const { agreement, address, letter } = await denounced()
    const { rows } = await sql<{ partner_id: never }>`select partner_id from agreements.agreement
      where id = ${agreement}`.execute(app.services.db)
    const partner = await app.signIn('partner', { organisation: rows[0]?.partner_id ?? null })
    const history = await read(await partner.get(`${address}/historique`))
    expect(history.status).toBe(200)
    expect(history.links.filter(({ text }) => text.startsWith('Corriger'))).toEqual([])
    expect((await partner.get(`${address}/actes/${letter}/correction`)).status).toBe(403)
  })
})
