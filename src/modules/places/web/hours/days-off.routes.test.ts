import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { instant } from '../../../../kernel/instant.ts'
import { addPlace } from '../../testing.ts'

const app = useApp()
const page = '/reglages/jours-de-fermeture'
let officer: Browser

const CSV = `Description;Population;Date de début;Date de fin;Académies;Zones;annee_scolaire
Vacances de la Toussaint;-;2026-10-16T22:00:00+00:00;2026-11-01T23:00:00+00:00;Rennes;Zone B;2026-2027
Vacances de la Toussaint;-;2026-10-16T22:00:00+00:00;2026-11-01T23:00:00+00:00;Lille;Zone B;2026-2027
Vacances d'été;Élèves;2027-07-02T22:00:00+00:00;2027-08-31T22:00:00+00:00;Rennes;Zone B;2026-2027
Vacances d'été;Enseignants;2027-07-02T22:00:00+00:00;2027-08-30T22:00:00+00:00;Rennes;Zone B;2026-2027
Vacances de Noël;-;2026-12-18T20:00:00+00:00;2027-01-17T20:00:00+00:00;La Réunion;Réunion;2026-2027
`
const ICS = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261017\r\nDTEND;VALUE=DATE:20261102\r\nSUMMARY:Vacances de la \r\n Toussaint\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`

const file = (text: string, name: string) => new File([text], name)
const found = async (query: string) =>
  (await read(await app.visitor().get(`/lieux${query}`))).texts('.row-title').map((name) => name.trim())

async function kept() {
  const rows = await app.services.db
    .selectFrom('places.school_holiday')
    .select(['zone', 'from_day', 'until_day'])
    .orderBy('zone')
    .orderBy('from_day')
    .execute()
  return rows.map(({ zone, from_day, until_day }) => `${zone} ${from_day} ${until_day}`)
}

beforeAll(async () => {
  officer = await app.signIn('officer')
  const rennes = { commune: 'Rennes', inseeCode: '35238', postalCode: '35000' }
  await addPlace(app.services.db, app.networks.estuaire, {
    ...rennes,
    name: 'Atelier des vacances',
    openingHours: 'Mo-Fr 09:00-12:00; SH Mo-Fr 14:00-17:00',
  })
  await addPlace(app.services.db, app.networks.estuaire, {
    ...rennes,
    name: 'Atelier ordinaire',
    openingHours: 'Mo-Fr 09:00-12:00',
  })
})

describe('does it', () => {
  it('loads the holidays of the schools from the national table, each zone once (DIR-52)', async () => {
    const sent = await read(await officer.post(page, { fichier: file(CSV, 'fr-en-calendrier-scolaire.csv') }))
    expect(sent.status).toBe(303)
    expect(await kept()).toEqual([
      '974 2026-12-19 2027-01-18',
      'B 2026-10-17 2026-11-02',
      'B 2027-07-03 2027-09-01',
    ])
    const shown = await read(await officer.get(page))
    expect(shown.text).toContain('Zone B')
    expect(shown.text).toContain('31 août 2027')
  })

  it('follows them at once in the search, open in the holidays and not in term', async () => {
    app.clock.moveTo(instant('2026-10-20T13:30:00Z'))
    expect(await found('?ouvert=maintenant')).toEqual(['Atelier des vacances'])
    app.clock.moveTo(instant('2026-11-03T13:30:00Z'))
    expect(await found('?ouvert=maintenant')).toEqual([])
  })

  it('loads a calendar of one zone, which replaces that zone alone', async () => {
    await officer.post(page, { fichier: file(ICS, 'zone-c.ics'), zone: 'C' })
    await officer.post(page, { fichier: file(ICS, 'zone-b.ics'), zone: 'B' })
    expect(await kept()).toEqual([
      '974 2026-12-19 2027-01-18',
      'B 2026-10-17 2026-11-02',
      'C 2026-10-17 2026-11-02',
    ])
  })

  it('corrects a public holiday, and takes the correction back (DIR-51)', async () => {
    app.clock.moveTo(instant('2026-11-04T08:30:00Z'))
    expect(await found('?ouvert=2026-11-05T10:00')).toContain('Atelier ordinaire')
    const sent = await read(
      await officer.post(`${page}/feries`, {
        jour: '05/11',
        nom: 'fête locale',
        ferie: 'oui',
        territoire: '',
        depuis: '2026',
        jusqua: '2026',
      }),
    )
    expect(sent.status).toBe(303)
    expect(await found('?ouvert=2026-11-05T10:00')).not.toContain('Atelier ordinaire')
    const shown = await read(await officer.get(page))
    const action = shown.document.querySelector('form[action$="/retrait"]')?.getAttribute('action') ?? ''
    expect((await officer.post(action)).status).toBe(303)
    expect(await found('?ouvert=2026-11-05T10:00')).toContain('Atelier ordinaire')
  })

  it('a reader of the head reads it and changes nothing', async () => {
    const reader = await app.signIn('reader')
    const shown = await read(await reader.get(page))
    expect(shown.document.querySelectorAll('.main form')).toHaveLength(0)
    expect((await reader.post(`${page}/feries`, {})).status).toBe(403)
  })
})

describe('explains why not', () => {
  it.each([
    ['a;b\n1;2\n', 'n’est pas un calendrier'],
    ['zone;du;au\nZone X;01/01/2027;02/01/2027\n', 'Aucune période de vacances'],
    [ICS, 'ne dit pas sa zone'],
  ])('%s', async (text, sentence) => {
    const before = await kept()
    const again = await read(await officer.post(page, { fichier: file(text, 'essai.csv') }))
    expect(again.status).toBe(422)
    expect(again.text).toContain(sentence)
    expect(await kept()).toEqual(before)
  })

  it.each([
    [{ jour: '31/04', nom: 'x', ferie: 'oui' }, 'Ce jour n’existe pas'],
    [{ jour: '01/04', nom: '', ferie: 'oui' }, 'Dites de quel jour'],
    [{ jour: '01/04', nom: 'x', ferie: 'oui', depuis: '2030', jusqua: '2026' }, 'avant la première'],
    [{ jour: '01/04', nom: 'x', ferie: 'oui', territoire: '35' }, 'territoire de la liste'],
  ])('%o', async (fields, sentence) => {
    const again = await read(await officer.post(`${page}/feries`, fields))
    expect(again.status).toBe(422)
    expect(again.text).toContain(sentence)
  })
})

describe('keeps others out', () => {
  it('another network keeps its own days', async () => {
    const other = await app.signIn('officer', { network: app.networks.baie })
    expect((await read(await other.get(`/n/baie${page}`))).text).toContain('Aucune zone n’est chargée')
    expect(
      (await other.post(`/n/baie${page}/feries/0198c0de-0000-7000-8000-000000000000/retrait`)).status,
    ).toBe(404)
  })
})
