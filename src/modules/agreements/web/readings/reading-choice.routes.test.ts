import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { READINGS } from '../../domain/profile.ts'
import { anAgreementInForce } from '../../testing.ts'

const app = useApp({ today: day('2026-06-17') })
let officer: Browser
let address = ''
let agreement: AgreementId

beforeAll(async () => {
  officer = await app.signIn('officer')
  agreement = await anAgreementInForce(app.context(), day('2025-06-17'), { partner: 'Val de Mer' })
  address = `/conventions/${agreement}`
}, 60_000)

const page = (parameter: string) => `${address}/lectures/${parameter}`

/** Sends the form twice, as a person does: to see what changes, then to record it. */
async function chosen(parameter: string, lecture: string) {
  const blank = await read(await officer.get(page(parameter)))
  const typed = { vu: blank.value('vu') ?? '', lecture, motif: 'Avis du service juridique' }
  const shown = await read(await officer.post(page(parameter), typed))
  expect(shown.status, shown.problems.join(' ')).toBe(200)
  const done = await officer.post(page(parameter), { ...typed, confirme: shown.value('confirme') ?? '' })
  expect(done.status).toBe(303)
  return shown
}

describe('choosing another reading for one agreement (AGR-77)', () => {
  it('shows what it changes first, then records an act with its reason, and tells both parties', async () => {
    const shown = await chosen('termLastDay', 'anniversary_day')
    expect(shown.text).toContain('Fin de la période en cours : 16 juin 2028 devient 17 juin 2028.')
    const readings = await read(await officer.get(`${address}/lectures`))
    expect(readings.text).toContain('Les lectures choisies pour cette convention')
    expect(readings.text).toContain('Motif : Avis du service juridique')
    expect((await read(await officer.get(address))).text).toContain('17 juin 2028')
    await app.runJobs()
    const { rows } = await sql<{ n: number }>`select count(*)::int n from platform.mail
      where subject like '%choix d’une lecture%'`.execute(app.services.db)
    expect(rows[0]?.n).toBeGreaterThan(0)
  })

  it('is withdrawn by choosing the default again', async () => {
    await chosen('termLastDay', 'eve_of_anniversary_else_last_day_of_month')
    expect((await read(await officer.get(address))).text).toContain('16 juin 2028')
  })

  it('shows every parameter with its article, its default, its alternatives and what they change', async () => {
    const readings = await read(await officer.get(`${address}/lectures`))
    const table = [...readings.document.querySelectorAll('table')].at(-1)
    expect(table?.querySelectorAll('tbody tr').length).toBe(Object.keys(READINGS).length)
    const line = readings
      .texts('tbody tr')
      .find((text) => text.startsWith('Quel est le dernier jour d’une durée'))
    expect(line).toContain('8')
    expect(line).toContain('Le jour anniversaire')
    expect(line).toContain('Changerait une date ou un état')
  })
})

describe('refuses, and says why', () => {
  it.each([
    [
      'silenceIsConsent',
      'true',
      'Cette lecture est la même pour toutes les conventions : elle ne se change pas.',
    ],
    ['abstention', 'perhaps', 'Choisissez une des lectures proposées.'],
    [
      'abstention',
      'blocks',
      'Cette lecture est déjà retenue : choisissez-en une autre, ou revenez à la liste.',
    ],
  ])('%s = %s', async (parameter, lecture, sentence) => {
    const blank = await read(await officer.get(page(parameter)))
    const vu = blank.value('vu') ?? '2'
    const shown = await read(await officer.post(page(parameter), { vu, lecture, motif: 'Essai' }))
    expect([shown.status, shown.problems]).toEqual([422, [sentence]])
  })

  it('silence is never consent: no setting turns it on (AGR-5)', async () => {
    const fixed = await read(await officer.get(page('silenceIsConsent')))
    expect(fixed.text).toContain('elle ne se change pas')
    expect(fixed.document.querySelector('form [name="lecture"]')).toBeNull()
  })

  it('a reading that does not exist is a 404', async () => {
    expect((await officer.get(page('humeur'))).status).toBe(404)
  })
})

describe('what the text leaves unclear is told on the page of the agreement (AGR-78)', () => {
  it.each([
    [
      'normandie-connectee',
      [
        'tous les lieux de la liste, même quand la résiliation n’est que partielle',
        'Seule la résiliation fait perdre le label',
      ],
    ],
    [
      'canope',
      ['La reconduction est dite expresse « sauf dénonciation », ce qui se contredit', 'le droit général'],
    ],
    ['territoires-apprenants', ['Si le travail continue après le terme']],
  ])('%s', async (modele, sentences) => {
    const fields = {
      ...{ modele, partenaire: `Partenaire ${modele}`, nature: 'association', document_recu: '' },
      ...{ signe_tete: '01/03/2025', signe_partenaire: '02/03/2025' },
    }
    const shown = await read(await officer.post('/conventions/reprise', fields))
    const done = await officer.post('/conventions/reprise', {
      ...fields,
      confirme: shown.value('confirme') ?? '',
    })
    const told = await read(await officer.get(done.headers.get('location') ?? ''))
    for (const sentence of sentences) expect(told.text).toContain(sentence)
  })

  it('the two readings of a formal notice stand side by side while they differ (AGR-53)', async () => {
    const blank = await read(await officer.get(`${address}/mise-en-demeure`))
    const typed = {
      ...{ vu: blank.value('vu') ?? '', partie: 'region', voie: 'recommande', date: '10/06/2026' },
      ...{ motifs: 'Fiches non tenues', etendue: 'totale' },
    }
    const shown = await read(await officer.post(`${address}/mise-en-demeure`, typed))
    await officer.post(`${address}/mise-en-demeure`, { ...typed, confirme: shown.value('confirme') ?? '' })
    const told = await read(await officer.get(address))
    expect(told.text).toContain('La mise en demeure, selon deux lectures')
    expect(told.text).toContain('Résilier : à partir du 11 juillet 2026.')
    expect(told.text).toContain('Résilier : à partir du 11 juin 2026.')
  })
})

describe('keeps others out', () => {
  it('a partner reads the readings and chooses none', async () => {
    const partner = await app.signIn('partner')
    expect((await partner.get(page('abstention'))).status).toBe(403)
  })
})
