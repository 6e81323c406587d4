import { parse } from 'csv-parse/sync'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allJobs } from '../../src/jobs.ts'
import { day } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import type { PlaceId } from '../../src/modules/places/domain/place.ts'
import { addPlace, addShownLabel } from '../../src/modules/places/testing.ts'
import { sayByOwner } from '../../src/modules/places/testing-freshness.ts'
import { runBy } from '../../src/modules/places/testing-life.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp, words } from '../support.ts'

const app = useApp({ today: day('2026-03-12') })
let officer: Browser
let keeper: Browser
let organisation: OrganisationId
let place: PlaceId
let slug: string

const night = async (name = 'places/remind-freshness') => {
  await allJobs.find((job) => job.name === name)?.work(app.services, {} as never)
}
const mails = async (about: string) =>
  (
    await app.services.db.selectFrom('platform.mail').select(['recipient', 'subject', 'body']).execute()
  ).filter(({ subject, body }) => words(`${subject} ${body}`).includes(about))
const boardOf = async (query = '') => {
  const page = await read(await officer.get(`/lieux/fraicheur${query}`))
  return page.texts('tbody tr')
}
const publicPage = async () => read(await app.visitor().get(`/lieux/${slug}`))

async function aLabelledPlace(name: string, from: string) {
  slug = `lieu-${newId().slice(-8)}`
  place = await addPlace(app.services.db, app.networks.estuaire, {
    ...{ name, slug, commune: 'Valmer', inseeCode: '50502', phone: '+33199000000' },
  })
  await addShownLabel(app.services.db, app.networks.estuaire, place, { from })
  await runBy({ ...app.context(), now: app.clock.now() }, place, organisation)
}

beforeAll(async () => {
  officer = await app.signIn('officer')
})

beforeEach(async () => {
  app.moveTo('2026-03-12')
  await app.forgetLimits()
  organisation = newId()
  await app.services.db
    .insertInto('identity.organisation')
    .values({
      ...{ id: organisation, network_id: app.networks.estuaire, kind: 'commune' },
      ...{ name: `Commune ${organisation.slice(-6)}`, created_at: app.clock.now() },
    })
    .execute()
  keeper = await app.signIn('partner', { organisation })
})

describe('La fiche de chaque lieu labellisé, une fois par semestre (DIR-57, DIR-58, DIR-59, scénario 24)', () => {
  it('le semestre d’entrée est tenu ; un import et une correction de la tête de réseau ne tiennent pas le suivant', async () => {
    await aLabelledPlace('Atelier du port', '2026-03-02')
    expect((await boardOf('?etat=fait')).some((row) => row.includes('Atelier du port'))).toBe(true)
    app.moveTo('2026-09-01')
    const state = async () => (await boardOf()).find((row) => row.includes('Atelier du port'))
    await app.services.db
      .updateTable('places.place')
      .set({ updated_on: day('2026-08-20') })
      .where('id', '=', place)
      .execute()
    expect(await state()).toContain('À faire')
    await sayByOwner(app.context(), place, 'staff')
    expect(await state()).toContain('À faire')
    await sayByOwner(app.context(), place)
    expect(await state()).toContain('Fait')
  })

  it('rappels à 60, 30 et 7 jours puis au dernier jour, un seul courriel par personne, et plus rien une fois fait', async () => {
    await aLabelledPlace('Premier relais', '2026-02-02')
    await aLabelledPlace('Second relais', '2026-02-02')
    const told = async () =>
      (await mails('Second relais')).filter(({ subject }) => subject.includes('2 fiches'))
    for (const [on, count] of [
      ['2026-10-31', 0],
      ['2026-11-01', 1],
      ['2026-11-01', 1],
      ['2026-12-01', 2],
      ['2026-12-24', 3],
    ] as const) {
      app.moveTo(on)
      await night()
      expect(await told(), on).toHaveLength(count)
    }
    const page = await read(await keeper.get('/lieux/a-confirmer'))
    const ids = [...page.document.querySelectorAll('input[name=lieu]')].map(
      (box) => box.getAttribute('value') ?? '',
    )
    expect(ids).toHaveLength(2)
    expect((await keeper.post('/lieux/a-confirmer', { lieu: ids })).status).toBe(303)
    app.moveTo('2026-12-31')
    await night()
    expect(await told()).toHaveLength(3)
    expect(await read(await keeper.get('/lieux/a-confirmer'))).toMatchObject({
      text: expect.stringContaining('Tout est confirmé'),
    })
  })

  it('un réseau choisit un autre rythme et son premier jour : états, rappels et clic le suivent (DIR-57)', async () => {
    await aLabelledPlace('Lavoir du trimestre', '2025-02-02')
    const rule = (fields: Record<string, string>) =>
      officer.post('/reglages/fraicheur', { lieux: 'labelled', ...fields })
    const bare = await read(await rule({ rythme: 'quarter' }))
    expect(bare.problems).toEqual(['Dites à partir de quel jour ce rythme remplace celui des conventions.'])
    expect((await rule({ rythme: 'quarter', depuis: '01/01/2026' })).status).toBe(303)
    const line = async () => (await boardOf()).find((row) => row.includes('Lavoir du trimestre'))
    app.moveTo('2026-05-02')
    expect(await line()).toContain('À faire')
    app.moveTo('2026-06-23')
    await night()
    const [mail] = await mails('Lavoir du trimestre')
    expect(mail?.subject).toContain('à confirmer, deuxième trimestre 2026')
    app.moveTo('2026-07-02')
    expect(await line()).toContain('En retard')
    expect(await line()).toContain('deuxième trimestre 2026')
    const path = new URL(/http\S+\/lieux\/confirmation\/\S+/.exec(mail?.body ?? '')?.[0] ?? '').pathname
    expect((await app.visitor().post(path)).status).toBe(303)
    expect((await read(await app.visitor().get(path))).text).toContain('troisième trimestre 2026')
    expect(await line()).toContain('Fait')
    expect((await rule({ rythme: 'year', depuis: '01/01/2026' })).status).toBe(303)
    expect((await read(await officer.get('/lieux/fraicheur'))).text).toContain('L’année 2026 se termine le')
    await rule({ rythme: 'semester' })
  })

  it('ouvrir le lien du courriel n’enregistre rien ; le bouton confirme, une fois, sans mot de passe', async () => {
    await aLabelledPlace('Fournil numérique', '2025-02-02')
    app.moveTo('2026-05-01')
    await night()
    const [mail] = await mails('Fournil numérique')
    const link = /http\S+\/lieux\/confirmation\/\S+/.exec(mail?.body ?? '')?.[0] ?? ''
    const path = new URL(link).pathname
    const anybody = app.visitor()
    const sheet = await read(await anybody.get(path))
    expect(sheet.text).toContain('Rien n’a changé')
    expect(sheet.text).toContain('01 99 00 00 00')
    expect((await boardOf('?etat=fait')).some((row) => row.includes('Fournil numérique'))).toBe(false)
    expect((await anybody.post(path)).status).toBe(303)
    expect((await read(await anybody.get(path))).text).toContain(
      'La fiche de Fournil numérique est confirmée',
    )
    expect((await boardOf('?etat=fait')).some((row) => row.includes('Fournil numérique'))).toBe(true)
    expect((await anybody.post(path)).status).toBe(409)
    expect((await publicPage()).text).toContain('Informations confirmées le 1er mai 2026')
  })

  it('un lien abîmé, trop vieux, ou de quelqu’un qui est parti n’ouvre rien', async () => {
    await aLabelledPlace('Maison des mots', '2025-02-02')
    app.moveTo('2026-05-01')
    await night()
    const [mail] = await mails('Maison des mots')
    const path = new URL(/http\S+\/lieux\/confirmation\/\S+/.exec(mail?.body ?? '')?.[0] ?? '').pathname
    const damaged = path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    expect((await app.visitor().post(damaged)).status).toBe(404)
    app.moveTo('2026-06-01')
    expect((await app.visitor().get(path)).status).toBe(410)
    app.moveTo('2026-05-20')
    await app.services.db
      .updateTable('identity.membership')
      .set({ until_day: day('2026-05-10') })
      .where('organisation_id', '=', organisation)
      .execute()
    expect((await app.visitor().post(path)).status).toBe(410)
    expect((await boardOf('?etat=fait')).some((row) => row.includes('Maison des mots'))).toBe(false)
  })
})

describe('En retard (DIR-60, scénario 25)', () => {
  it('un badge, un dossier, aucun retrait automatique ; le tableau se recompte dans son fichier', async () => {
    await aLabelledPlace('Phare en retard', '2025-02-02')
    await sayByOwner({ ...app.context(), now: '2025-09-10T10:00:00Z' as never }, place)
    app.moveTo('2026-07-08')
    for (const name of ['places/remind-freshness', 'places/hide-silent-places']) await night(name)
    const changedOn = (on: string) =>
      app.services.db
        .updateTable('places.place')
        .set({ updated_on: day(on) })
        .where('id', '=', place)
        .execute()
    // Before the place spoke: it confirmed that change.
    await changedOn('2025-03-04')
    expect((await publicPage()).text).toMatch(/Fiche mise à jour le 4 mars 2025[^.]*\. Appelez/)
    // A file changed the sheet since: nobody from the place said that it is true.
    await changedOn('2026-05-04')
    const page = await publicPage()
    expect(page.text).toContain('Informations non confirmées depuis 9 mois')
    expect(page.text).toMatch(/Fiche modifiée le 4 mai 2026.*, sans que le lieu l’ait confirmée\. Appelez/)
    expect(page.text).toContain('EPN Essai')
    const line = (await boardOf('?etat=en-retard')).find((row) => row.includes('Phare en retard'))
    expect(line).toContain('premier semestre 2026')
    const csv = await (await officer.get('/lieux/fraicheur.csv?etat=en-retard')).text()
    expect(csv.trim().split('\r\n')).toHaveLength((await boardOf('?etat=en-retard')).length + 1)
    expect(csv).toContain('Phare en retard')
  })

  it('la tête de réseau note un appel, reporte, dispense ; un motif est demandé', async () => {
    await aLabelledPlace('Grange à suivre', '2025-02-02')
    app.moveTo('2026-07-08')
    const address = `/lieux/fraicheur/${place}`
    await officer.post(`${address}/suivi`, { geste: 'phone', note: 'Rappellera jeudi' })
    expect((await read(await officer.get(address))).text).toContain('Rappellera jeudi')
    const past = await officer.post(`${address}/suivi`, { geste: 'postponed', jusqu_au: '01/07/2026' })
    expect((await read(past)).problems).toEqual(['Choisissez un jour à venir.'])
    await officer.post(`${address}/suivi`, { geste: 'postponed', jusqu_au: '15/09/2026' })
    expect((await boardOf()).find((row) => row.includes('Grange à suivre'))).toContain(
      'Reporté au 15 septembre',
    )
    const bare = await officer.post(`${address}/dispense`, { semestre: '2026-07-01' })
    expect(bare.status).toBe(422)
    await officer.post(`${address}/dispense`, { semestre: '2026-07-01', raison: 'Travaux' })
    expect((await boardOf('?etat=dispense')).some((row) => row.includes('Grange à suivre'))).toBe(true)
    await officer.post(`${address}/dispense/fin`, { semestre: '2026-07-01' })
    expect((await boardOf('?etat=en-retard')).some((row) => row.includes('Grange à suivre'))).toBe(true)
  })

  it('rien n’est masqué sans que le réseau l’ait choisi ; alors, deux avis, et jamais un lieu labellisé', async () => {
    await aLabelledPlace('Labellisé muet', '2024-02-02')
    const silent = await addPlace(app.services.db, app.networks.estuaire, { name: 'Salle muette' })
    const labelled = place
    const status = async (id: PlaceId) =>
      (
        await app.services.db
          .selectFrom('places.place')
          .select('status')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).status
    const pass = async (on: string) => {
      app.moveTo(on)
      await night('places/hide-silent-places')
      return status(silent)
    }
    expect(await pass('2028-01-10')).toBe('published')
    expect(await mails('Salle muette')).toEqual([])
    const few = await officer.post('/reglages/fraicheur', {
      ...{ rythme: 'semester', lieux: 'labelled', masquer: 'oui', mois: '6' },
    })
    expect((await read(few)).problems[0]).toContain('de 12 à')
    await officer.post('/reglages/fraicheur', {
      ...{ rythme: 'semester', lieux: 'labelled', masquer: 'oui', mois: '12' },
    })
    expect(await pass('2028-02-10')).toBe('published')
    expect(await pass('2028-02-20')).toBe('published')
    expect(await pass('2028-03-15')).toBe('published')
    expect((await mails('Salle muette')).length).toBeGreaterThanOrEqual(2)
    expect(await pass('2028-04-20')).toBe('hidden')
    expect(await status(labelled)).toBe('published')
    await officer.post('/reglages/fraicheur', { rythme: 'semester', lieux: 'labelled' })
  })

  it('un gestionnaire ne confirme que ses lieux, la tête de réseau n’en confirme aucun', async () => {
    await aLabelledPlace('Lieu gardé', '2025-02-02')
    const elsewhere = await addPlace(app.services.db, app.networks.estuaire, { name: 'Lieu d’un autre' })
    expect((await keeper.post('/lieux/a-confirmer', { lieu: [place, elsewhere] })).status).toBe(404)
    expect((await officer.get('/lieux/a-confirmer')).status).toBe(403)
    expect((await read(await keeper.post('/lieux/a-confirmer', {}))).problems[0]).toContain('Cochez')
    expect((await keeper.get('/lieux/fraicheur')).status).toBe(403)
  })
})

describe('Le tableau de la tête de réseau (DIR-60, scénario 25)', () => {
  /** Counted again from the rows themselves, by another way than the product's. */
  const RECOUNT = `
    with semester as (
      select date_trunc('quarter', $2::date - case when extract(quarter from $2::date) in (2, 4) then interval '3 months' else interval '0' end)::date as start
    ), bounds as (
      select start, (start - interval '6 months')::date as before, (start + interval '6 months' - interval '1 day')::date as last_day from semester
    ), borne as (
      select p.id, p.name, min(o.from_day) as entry
      from labels.information_owed o join places.place p on p.id = o.place_id, bounds
      where o.network_id = $1 and p.status = 'published' and o.from_day <= $2::date
        and (o.until_day is null or o.until_day > last_day)
      group by p.id
    ), facts as (
      select b.*, bounds.*,
        (select max(c.on_day) from places.confirmation c
          where c.place_id = b.id and c.said_by = 'owner' and c.on_day <= $2::date) as said,
        exists (select from places.confirmation c where c.place_id = b.id and c.said_by = 'owner'
          and c.on_day >= before and c.on_day < start) as said_before,
        exists (select from places.exemption e where e.place_id = b.id and e.lifted_at is null and e.semester = start) as off,
        exists (select from places.exemption e where e.place_id = b.id and e.lifted_at is null and e.semester = before) as off_before
      from borne b, bounds
    )
    select name, to_char(said, 'YYYY-MM-DD') as said,
      case when said >= start or entry >= start then 'Fait'
        when off then 'Dispensé'
        when entry >= before or said_before or off_before then 'À faire'
        else 'En retard' end as state
    from facts order by name`

  const rowsOf = async (query = '') => {
    const file = await (await officer.get(`/lieux/fraicheur.csv${query}`)).text()
    return parse(file, { columns: true, bom: true, delimiter: ';' }) as Record<string, string>[]
  }

  it('se recompte dans la base, état par état et structure par structure', async () => {
    app.moveTo('2026-09-15')
    for (const [name, from, said] of [
      ['Recompte tenu', '2025-03-01', '2026-08-02'],
      ['Recompte à faire', '2025-03-01', '2026-03-03'],
      ['Recompte en retard', '2025-03-01', '2025-10-10'],
      ['Recompte muet', '2025-03-01', null],
      ['Recompte entrant', '2026-07-20', null],
      ['Recompte entré', '2026-02-20', null],
    ] as const) {
      await aLabelledPlace(name, from)
      if (said) await sayByOwner({ ...app.context(), now: `${said}T10:00:00Z` as never }, place)
      await sayByOwner(app.context(), place, 'staff')
    }
    await aLabelledPlace('Recompte dispensé', '2025-03-01')
    await officer.post(`/lieux/fraicheur/${place}/dispense`, { semestre: '2026-07-01', raison: 'Travaux' })
    const told = (await rowsOf()).map(({ lieu, etat, derniere_confirmation: on }) => ({
      ...{ name: lieu, state: etat, said: on === '' ? null : on },
    }))
    const { rows } = await app.database.pool.query(RECOUNT, [app.networks.estuaire, '2026-09-15'])
    const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort()
    expect(sorted(told)).toEqual(sorted(rows.map(({ name, state, said }) => ({ name, state, said }))))
    expect(new Set(rows.map(({ state }) => state)).size).toBe(4)
    for (const [word, state] of [
      ['fait', 'Fait'],
      ['a-faire', 'À faire'],
      ['en-retard', 'En retard'],
      ['dispense', 'Dispensé'],
    ] as const) {
      const count = rows.filter((row) => row.state === state).length
      expect(await rowsOf(`?etat=${word}`), word).toHaveLength(count)
      expect(await boardOf(`?etat=${word}`), word).toHaveLength(count)
    }
    expect(await rowsOf(`?structure=${organisation}`)).toHaveLength(7)
  })
})
