import { beforeAll, describe, expect, it } from 'vitest'
import { rowCounts } from '../../../../../tests/row-counts.ts'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { newId } from '../../../../kernel/id.ts'
import { privacyParts } from '../../../../privacy-parts.ts'
import { addOrganisation } from '../../../identity/index.ts'
import { loadCentres } from '../../data/geocoding/centres.store.ts'
import { outcomeLines } from '../../data/orientation/outcomes.queries.ts'
import type { PlaceId } from '../../domain/place.ts'
import { addPlace } from '../../testing.ts'
import { runBy } from '../../testing-life.ts'
import { aFollowedOrientation } from '../../testing-orientation.ts'

const app = useApp()
const SHEET = '/fiche-orientation/suivie?services=aide-aux-demarches-administratives&q=Coutances&rayon=20'
let place: PlaceId
let officer: Browser
let facilitator: Browser
let keeper: Browser

/** On Wednesday 17 June 2026: a facilitator gives sheets, an organisation keeps the place they lead to. */
beforeAll(async () => {
  const { db } = app.services
  await loadCentres(db)
  place = await addPlace(db, app.networks.estuaire, {
    ...{ slug: 'atelier', name: 'Atelier des Unelles', commune: 'Coutances', inseeCode: '50147' },
    ...{ postalCode: '50200', latitude: 49.05, longitude: -1.44, services: ['administrative-procedures'] },
  })
  const fields = { name: 'Les Unelles', kind: 'association', siret: null, commune: 'Coutances' }
  const organisation = await addOrganisation(db, app.networks.estuaire, fields, app.services.clock.now())
  await runBy(app.context(), place, organisation)
  keeper = await app.signIn('partner', { organisation })
  facilitator = await app.signIn('facilitator')
  officer = await app.signIn('officer')
})

const sheet = (change: Record<string, string> = {}) => ({
  ...{ lieu: place, prenom: 'Camille', prescripteur: 'Maison du Coutançais', sortie: 'page' },
  ...{ accord: 'oui', suivi: newId(), ...change },
})
const follow = (follows: 'oui' | 'non') => officer.post('/reglages/orientation', { suivi: follows })
const chosen = ({ document }: { document: Document }) =>
  document.querySelector('input[name="suivi"][checked]')?.getAttribute('value')
const kept = async () => Number((await rowCounts(app.database.pool))['places.orientation_follow_up'])
const sheetsOf = async () =>
  (await outcomeLines(app.services.db, app.networks.estuaire)).map((one) => one.sheets)

describe('an orientation that is not followed (DIR-76)', () => {
  it('is how it starts: whoever prepares a sheet, no table of the whole database has one row more', async () => {
    const address = SHEET.replace('suivie', 'lieux')
    const page = await read(await facilitator.get(address))
    expect(page.text).not.toContain('la suivre')
    const before = await rowCounts(app.database.pool)
    for (const [browser, fields] of [
      [app.visitor(), sheet()],
      [facilitator, sheet()],
      [facilitator, sheet({ sortie: 'pdf' })],
    ] as const)
      expect((await browser.post(address, fields)).status).toBe(200)
    const refused = await facilitator.post(SHEET, sheet())
    expect([refused.status, (await read(refused)).problems]).toEqual([
      422,
      [expect.stringContaining('ne suit pas les orientations')],
    ])
    expect(await rowCounts(app.database.pool)).toEqual(before)
  })
})

describe('an orientation that is followed (DIR-76)', () => {
  it('is chosen by the network, which reads first what it means for people', async () => {
    const page = await read(await officer.get('/reglages/orientation'))
    expect(chosen(page)).toBe('non')
    expect(page.text).toContain('La tête du réseau ne lit que des nombres.')
    expect((await follow('oui')).status).toBe(303)
    expect(chosen(await read(await officer.get('/reglages/orientation')))).toBe('oui')
  })

  it('asks the person, says it on the sheet, and is kept once whatever is sent again', async () => {
    const offered = await read(await facilitator.get(SHEET.replace('suivie', 'lieux')))
    expect(offered.text).toContain('Préparer la fiche et la suivre')
    const asked = await read(await facilitator.post(SHEET, sheet({ accord: '' })))
    expect([asked.status, asked.problems]).toEqual([422, [expect.stringContaining('Demandez son accord')]])
    expect(await kept()).toBe(0)

    const fields = sheet()
    const page = await read(await facilitator.post(SHEET, fields))
    expect(page.heading).toBe('Fiche d’orientation pour Camille')
    expect(page.text).toContain(
      'Maison du Coutançais garde votre prénom et ces adresses jusqu’au 17 juillet 2026 au plus tard',
    )
    const pdf = await facilitator.post(SHEET, { ...fields, sortie: 'pdf' })
    const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
    expect(bytes.match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(await kept()).toBe(1)
    const { rows } = await app.database.pool.query(
      `select details::text as told from platform.journal where action = 'orientation.followed'`,
    )
    expect(rows).toEqual([{ told: '{}' }])
  })

  it('is read by whoever gave it and by whoever keeps the place; the answer leaves a number', async () => {
    for (const browser of [facilitator, keeper]) {
      const page = await read(await browser.get('/fiche-orientation/suivis'))
      expect(page.text).toContain('Camille')
      expect(page.text).toContain('Atelier des Unelles, Coutances')
    }
    const form = (await read(await keeper.get('/fiche-orientation/suivis'))).document.querySelector(
      'form.form',
    )
    expect((await keeper.post(form?.getAttribute('action') ?? '', { suite: 'came' })).status).toBe(303)
    expect(await kept()).toBe(0)
    expect(await sheetsOf()).toEqual([{ came: 1 }])
    const page = await read(await facilitator.get('/fiche-orientation/suivis'))
    expect(page.text).toContain('Aucune orientation n’est suivie')
  })

  it('leaves no number when the person changes their mind', async () => {
    const id = await aFollowedOrientation(app.context(), place)
    await keeper.post(`/fiche-orientation/suivis/${id}`, { suite: 'withdrawn' })
    expect([await kept(), await sheetsOf()]).toEqual([0, [{ came: 1 }]])
  })

  it('is erased by night after thirty days, and counted without an answer', async () => {
    await aFollowedOrientation(app.context(), place)
    const rule = privacyParts.retentionRules.find(({ name }) => name === 'places.followed-orientations')
    app.moveTo('2026-07-17')
    expect(await rule?.apply(app.services)).toBe(0)
    app.moveTo('2026-07-18')
    expect(await rule?.apply(app.services)).toBe(1)
    expect(await rule?.apply(app.services)).toBe(0)
    app.moveTo('2026-06-17')
    expect([await kept(), await sheetsOf()]).toEqual([0, [{ came: 1, unanswered: 1 }]])
  })

  it('shows figures by need, territory and month, the small ones hidden', async () => {
    for (let given = 0; given < 5; given += 1) {
      const id = await aFollowedOrientation(app.context(), place)
      await keeper.post(`/fiche-orientation/suivis/${id}`, { suite: 'absent' })
    }
    const page = await read(await officer.get('/reglages/orientation'))
    expect(page.texts('tbody tr td, tbody tr th')).toEqual([
      ...['Remplir un papier en ligne', 'juin 2026', 'Manche (50)'],
      ...['moins de 5', '5', '0', 'moins de 5'],
    ])
  })
})

describe('an orientation that is followed keeps others out (DIR-76)', () => {
  it('from whom it does not concern, the head of the network included', async () => {
    const id = await aFollowedOrientation(app.context(), place)
    const stranger = await app.signIn('partner')
    expect((await read(await stranger.get('/fiche-orientation/suivis'))).text).not.toContain('Camille')
    expect((await stranger.post(`/fiche-orientation/suivis/${id}`, { suite: 'came' })).status).toBe(404)
    expect((await officer.get('/fiche-orientation/suivis')).status).toBe(403)
    expect(await kept()).toBe(1)
  })

  it('goes with the account of whoever gave it', async () => {
    await facilitator.post(SHEET, sheet({ prenom: 'Alix' }))
    const { rows } = await app.database.pool.query(
      `select given_by from places.orientation_follow_up where first_name = 'Alix'`,
    )
    const parts = privacyParts.personalData.filter(({ module }) => module === 'places')
    const before = await kept()
    for (const part of parts)
      await part.erase(app.services.db, { id: rows[0].given_by, email: 'nobody' }, app.services.clock.now())
    expect(await kept()).toBe(before - 1)
  })
})
