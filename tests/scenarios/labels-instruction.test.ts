import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addOrganisation } from '../../src/modules/identity/index.ts'
import type { ApplicationId } from '../../src/modules/labels/data/applications/applications.store.ts'
import { aCriterion, aScheme } from '../../src/modules/labels/domain/schemes/testing.ts'
import { aLabel } from '../../src/modules/labels/testing-applications.ts'
import { aGroup, aPlaceIn, aSentFile, onlyMemberOf } from '../../src/modules/labels/testing-instruction.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp()
let officer: Browser
let label: Awaited<ReturnType<typeof aLabel>>
let count = 0

beforeAll(async () => {
  const criteria = [
    aCriterion('A1', { title: 'Ouvert au public' }),
    aCriterion('A2', { title: 'Accessible à tous' }),
    aCriterion('B1', { title: 'Équipement récent', group: 'Équipement' }),
  ]
  label = await aLabel(app.context(), aScheme({ criteria, instructionDays: 60, completionDays: 30 }))
  officer = await app.signIn('officer')
})

beforeEach(async () => {
  app.moveTo('2026-06-17')
  await app.forgetLimits()
})

/** An organisation and somebody who acts for it. */
async function somebodyOf(role: 'partner' | 'facilitator' | 'expert' | 'committee_member') {
  count += 1
  const { db, network, now } = app.context()
  const fields = { name: `Structure du scénario ${count}`, kind: 'commune', siret: null, commune: 'Honfleur' }
  const organisation: OrganisationId = await addOrganisation(db, network.id, fields, now)
  const browser = await app.signIn(role, { organisation })
  return { organisation, browser, person: await onlyMemberOf(app.context(), organisation) }
}

const query = async <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await app.database.pool.query(text, values)).rows

const stateOf = async (id: ApplicationId) =>
  (await query<{ state: string }>('select state from labels.application where id = $1', [id]))[0]?.state

const SECTION = {
  'constat-A1': 'complete',
  'constat-A2': 'incomplete',
  'message-A2': 'Joignez le registre d’accessibilité.',
}

/** A file of somebody, taken, examined, and asked to be completed. */
async function askedToComplete() {
  const applicant = await somebodyOf('partner')
  const file = await aSentFile(app.context(), {
    label,
    organisation: applicant.organisation,
    answers: { A1: true, A2: true, B1: true },
  })
  await officer.post(`/instruction/${file}/prise-en-charge`)
  await officer.post(`/instruction/${file}/rubriques/1`, { vu: '0', ...SECTION })
  const answer = await officer.post(`/instruction/${file}/complements`, { date: '01/08/2026', message: '' })
  expect(answer.status).toBe(303)
  return { applicant, file }
}

describe('Instruction des candidatures aux labels', () => {
  it('LAB-59 : la demande de compléments suspend le délai, la réponse le fait repartir, les deux périodes se lisent (LAB-10)', async () => {
    const { applicant, file } = await askedToComplete()
    const suspended = await read(await officer.get(`/instruction/${file}`))
    expect(suspended.text).toContain('Suspendu : 0 jour écoulé sur 60')
    expect(await stateOf(file)).toBe('incomplete')

    app.moveTo('2026-06-27')
    const list = await read(await applicant.browser.get(`/candidatures/${file}/complements`))
    expect(list.texts('h2')).toContain('Accessible à tous')
    expect(list.text).toContain('Joignez le registre d’accessibilité.')
    // Nothing else is asked, and nothing can be sent before each item has its answer.
    expect(list.texts('h2')).not.toContain('Ouvert au public')
    expect((await applicant.browser.post(`/candidatures/${file}/complements`)).status).toBe(422)
    await applicant.browser.post(`/candidatures/${file}/complements/A2`, {
      reponse: 'Registre tenu depuis mai.',
      date: '',
    })
    const program = new File([Uint8Array.from([0x4d, 0x5a, 0x90])], 'registre.pdf')
    const path = `/candidatures/${file}/complements/A2`
    const renamed = await read(
      await applicant.browser.post(path, { reponse: 'Registre.', date: '', document: program }),
    )
    expect(renamed.status).toBe(422)
    expect(renamed.text).toContain('Registre.')
    const paper = new File(['%PDF-1.7 registre'], 'registre.pdf')
    expect(
      (
        await applicant.browser.post(path, {
          reponse: 'Registre tenu depuis mai.',
          date: '01/06/2026',
          document: paper,
        })
      ).status,
    ).toBe(303)
    expect((await applicant.browser.post(`/candidatures/${file}/complements`)).status).toBe(303)

    const running = await read(await officer.get(`/instruction/${file}`))
    expect(running.text).toContain('du 17 juin 2026 au 27 juin 2026')
    expect(running.text).toContain('depuis le 27 juin 2026')
    expect(running.text).toContain('Jusqu’au 26 août 2026')
    expect(running.text).toContain('Registre tenu depuis mai.')
    const kept = running.links.find(({ text }) => text === 'Télécharger le document')
    expect(await (await officer.get(kept?.href ?? '')).text()).toContain('registre')
    const own = await read(await applicant.browser.get(`/candidatures/${file}/complements`))
    expect(own.text).toContain('du 17 juin 2026 au 27 juin 2026')
    expect(own.text).toContain('Décision attendue au plus tard le 26 août 2026')
    expect(await stateOf(file)).toBe('under_instruction')
  })

  it('une seconde demande sur ce qui était déjà là dit pourquoi ; sur un fait nouveau, non (LAB-10)', async () => {
    const { applicant, file } = await askedToComplete()
    app.moveTo('2026-06-20')
    await applicant.browser.post(`/candidatures/${file}/complements/A2`, { reponse: 'Voici.', date: '' })
    await applicant.browser.post(`/candidatures/${file}/complements`)
    app.moveTo('2026-06-22')
    const again = {
      vu: '1',
      'constat-A1': 'complete',
      'constat-A2': 'outdated',
      'message-A2': 'Le registre date de 2019.',
    }
    await officer.post(`/instruction/${file}/rubriques/1`, again)
    const late = { vu: '0', 'constat-B1': 'incorrect', 'message-B1': 'Précisez l’équipement.' }
    await officer.post(`/instruction/${file}/rubriques/2`, late)
    const refused = await read(await officer.post(`/instruction/${file}/complements`, { date: '01/09/2026' }))
    expect(refused.status).toBe(422)
    expect(refused.problems.join()).toContain('dites pourquoi vous les demandez seulement maintenant')
    const asked = { date: '01/09/2026', motif: 'La facture nous est parvenue hier.' }
    expect((await officer.post(`/instruction/${file}/complements`, asked)).status).toBe(303)
    const own = await read(await applicant.browser.get(`/candidatures/${file}/complements`))
    expect(own.texts('h2')).toEqual(expect.arrayContaining(['Accessible à tous', 'Équipement récent']))
  })

  it('sans réponse, deux rappels partent une fois chacun, puis une personne classe le dossier, avec un motif (LAB-14)', async () => {
    const { applicant, file } = await askedToComplete()
    const reminders = async () =>
      (
        await query(
          `select id from platform.mail where once_key like 'completion_reminder:%' and recipient in
        (select p.email from identity.person p where p.id = $1)`,
          [applicant.person],
        )
      ).length
    const [early] = [await read(await officer.post(`/instruction/${file}/sans-suite`, { motif: 'Silence' }))]
    expect(early.problems.join()).toContain('Deux rappels doivent partir')
    const days = ['2026-07-10', '2026-07-10', '2026-07-25', '2026-07-26']
    for (const today of days) {
      app.moveTo(today)
      await watch()
    }
    expect(await reminders()).toBe(2)
    app.moveTo('2026-08-01')
    expect((await officer.post(`/instruction/${file}/sans-suite`, { motif: 'Silence' })).status).toBe(422)
    app.moveTo('2026-09-15')
    await watch()
    expect(await stateOf(file)).toBe('incomplete')
    expect((await officer.post(`/instruction/${file}/sans-suite`, { motif: '' })).status).toBe(422)
    expect(
      (await officer.post(`/instruction/${file}/sans-suite`, { motif: 'Aucune réponse malgré deux rappels' }))
        .status,
    ).toBe(303)
    expect(await stateOf(file)).toBe('not_followed_up')
  })

  it('LAB-85 : deux instructeurs enregistrent la même rubrique, le second voit les deux valeurs (LAB-53)', async () => {
    const file = await aSentFile(app.context(), { label, answers: { A1: true, A2: true, B1: true } })
    const colleague = await app.signIn('officer')
    await officer.get(`/instruction/${file}/rubriques/1`)
    const seen = await read(await colleague.get(`/instruction/${file}/rubriques/1`))
    expect(seen.texts('.notice-title').join()).toContain('consulte ce dossier en ce moment')
    expect((await officer.post(`/instruction/${file}/rubriques/1`, { vu: '0', ...SECTION })).status).toBe(303)
    const mine = {
      vu: '0',
      'constat-A1': 'incorrect',
      'message-A1': 'Les horaires manquent.',
      'constat-A2': 'complete',
    }
    const behind = await read(await colleague.post(`/instruction/${file}/rubriques/1`, mine))
    expect(behind.status).toBe(409)
    expect(behind.text).toContain('Incomplet : Joignez le registre d’accessibilité.')
    expect(behind.text).toContain('Inexact : Les horaires manquent.')
    expect(
      await query('select mark from labels.review_mark where application_id = $1 order by code', [file]),
    ).toEqual([{ mark: 'complete' }, { mark: 'incomplete' }])
    // Sent again in full knowledge, it is kept.
    const vu = behind.value('vu') ?? ''
    expect((await colleague.post(`/instruction/${file}/rubriques/1`, { ...mine, vu })).status).toBe(303)
  })

  it('deux enregistrements au même instant : un seul passe (LAB-53)', async () => {
    const file = await aSentFile(app.context(), { label, answers: { A1: true, A2: true, B1: true } })
    const colleague = await app.signIn('officer')
    const answers = await Promise.all(
      [officer, colleague].map((browser) =>
        browser.post(`/instruction/${file}/rubriques/1`, { vu: '0', ...SECTION }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  })
})

describe('Chacun son territoire', () => {
  it('un dossier va au groupe de son territoire, et s’ouvre à ses seuls instructeurs (LAB-11, LAB-55)', async () => {
    const [manche, calvados] = [await somebodyOf('committee_member'), await somebodyOf('committee_member')]
    await aGroup(app.context(), { name: 'Groupe de la Manche', departments: ['50'] }, [manche.person])
    await aGroup(app.context(), { name: 'Groupe du Calvados', departments: ['14'] }, [calvados.person])
    const place = await aPlaceIn(app.context(), '50502', 'Médiathèque de Saint-Lô')
    const file = await aSentFile(app.context(), { label, place })
    const own = await read(await manche.browser.get('/instruction'))
    expect(own.text).toContain('Médiathèque de Saint-Lô')
    expect((await manche.browser.get(`/instruction/${file}`)).status).toBe(200)
    expect((await manche.browser.post(`/instruction/${file}/prise-en-charge`)).status).toBe(303)
    const other = await read(await calvados.browser.get('/instruction'))
    expect(other.text).not.toContain('Médiathèque de Saint-Lô')
    expect((await calvados.browser.get(`/instruction/${file}`)).status).toBe(404)
    expect((await calvados.browser.post(`/instruction/${file}/prise-en-charge`)).status).toBe(404)
    const nobody = await somebodyOf('partner')
    expect((await nobody.browser.get(`/instruction/${file}`)).status).toBe(404)
    expect((await read(await nobody.browser.get('/instruction'))).text).toContain(
      'Vous n’instruisez aucun dossier',
    )
  })

  it('l’EPCI passe avant le département (LAB-11)', async () => {
    const instructor = await somebodyOf('committee_member')
    await aGroup(app.context(), { name: 'Le Havre Seine Métropole', epcis: ['200084952'] }, [
      instructor.person,
    ])
    await aGroup(app.context(), { name: 'Seine-Maritime', departments: ['76'] })
    const file = await aSentFile(app.context(), {
      label,
      place: await aPlaceIn(app.context(), '76351', 'Lieu du Havre'),
    })
    expect((await instructor.browser.get(`/instruction/${file}`)).status).toBe(200)
  })

  it('réaffecter demande un motif ; un groupe vide laisse ses dossiers à la tête de réseau (LAB-11)', async () => {
    const instructor = await somebodyOf('committee_member')
    const orne = await aGroup(app.context(), { name: 'Groupe de l’Orne', departments: ['61'] }, [
      instructor.person,
    ])
    const eure = await aGroup(app.context(), { name: 'Groupe de l’Eure', departments: ['27'] })
    const file = await aSentFile(app.context(), {
      label,
      place: await aPlaceIn(app.context(), '61001', 'Lieu d’Alençon'),
    })
    const wish = { groupe: eure, personne: '', motif: '' }
    expect((await instructor.browser.post(`/instruction/${file}/affectation`, wish)).status).toBe(422)
    const told = { ...wish, motif: 'Le lieu déménage dans l’Eure' }
    expect((await instructor.browser.post(`/instruction/${file}/affectation`, told)).status).toBe(303)
    expect((await instructor.browser.get(`/instruction/${file}`)).status).toBe(404)
    const vacant = await read(await officer.get('/instruction?groupe=aucun'))
    expect(vacant.text).toContain('Lieu d’Alençon')
    expect((await read(await officer.get(`/instruction/${file}`))).text).toContain(
      'Le lieu déménage dans l’Eure',
    )
    expect((await officer.post(`/instruction/${file}/affectation`, { ...told, groupe: orne })).status).toBe(
      303,
    )
    await officer.post(`/instruction/groupes/${orne}/fermeture`)
    expect((await read(await officer.get(`/instruction/${file}`))).text).toContain('La tête de réseau')
  })

  it('un groupe ouvert après coup reçoit ce qui attendait, et cesse de s’ouvrir à qui le quitte (LAB-11)', async () => {
    const file = await aSentFile(app.context(), {
      label,
      place: await aPlaceIn(app.context(), '35238', 'Lieu de Rennes'),
    })
    const opened = await officer.post('/instruction/groupes', {
      nom: 'Ille-et-Vilaine',
      departements: '35',
      epci: '',
      label: '',
    })
    const group = opened.headers.get('location') ?? ''
    const instructor = await somebodyOf('committee_member')
    expect((await officer.post(`${group}/membres`, { personne: instructor.person })).status).toBe(303)
    expect((await instructor.browser.get(`/instruction/${file}`)).status).toBe(200)
    const [seat] = await query<{ id: string }>('select id from labels.instructor where person_id = $1', [
      instructor.person,
    ])
    expect((await officer.post(`${group}/membres/${seat?.id}/fin`)).status).toBe(303)
    expect((await instructor.browser.get(`/instruction/${file}`)).status).toBe(404)
  })

  it('un instructeur ne lit pas la candidature de sa propre structure (LAB-55)', async () => {
    const judge = await somebodyOf('partner')
    await aGroup(app.context(), { name: 'Groupe de la Sarthe', departments: ['72'] }, [judge.person])
    const place = await aPlaceIn(app.context(), '72181', 'Lieu du Mans')
    const own = await aSentFile(app.context(), { label, place, organisation: judge.organisation })
    expect((await judge.browser.get(`/instruction/${own}`)).status).toBe(404)
  })

  it('qui lit tout ne change rien (LAB-55)', async () => {
    const file = await aSentFile(app.context(), { label })
    const [reader, auditor] = [await app.signIn('reader'), await app.signIn('auditor')]
    expect((await reader.get(`/instruction/${file}`)).status).toBe(200)
    expect((await auditor.get(`/instruction/${file}/rubriques/1`)).status).toBe(200)
    expect((await reader.post(`/instruction/${file}/prise-en-charge`)).status).toBe(404)
    expect((await auditor.post(`/instruction/${file}/prise-en-charge`)).status).toBe(403)
    const elsewhere = await app.signIn('officer', { network: app.networks.baie })
    expect((await elsewhere.get(`/n/baie/instruction/${file}`)).status).toBe(404)
  })
})

describe('Avis, visites et proposition', () => {
  it('un expert ne lit que ce que la question ouvre, chaque ouverture est au journal, le retrait referme (LAB-12, LAB-55)', async () => {
    const [one, other] = [await somebodyOf('expert'), await somebodyOf('expert')]
    const file = await aSentFile(app.context(), {
      label,
      answers: { A1: true, A2: false, B1: true },
      through: ['under_instruction'],
    })
    const asked = {
      question: 'L’accueil suffit-il ?',
      criteres: ['A1'],
      date: '30/06/2026',
      lecture: 'confidentiel',
    }
    for (const { person } of [one, other])
      expect((await officer.post(`/instruction/${file}/avis`, { ...asked, expert: person })).status).toBe(303)
    const opinions = await query<{ id: string; person_id: string }>(
      'select id, person_id from labels.opinion where application_id = $1',
      [file],
    )
    const idOf = (person: string) => opinions.find(({ person_id }) => person_id === person)?.id ?? ''

    const page = await read(await one.browser.get(`/avis-labels/${idOf(one.person)}`))
    expect(page.texts('h2')).toContain('Ouvert au public')
    expect(page.text).not.toContain('Accessible à tous')
    expect((await one.browser.get(`/instruction/${file}`)).status).toBe(404)
    expect((await one.browser.get(`/avis-labels/${idOf(other.person)}`)).status).toBe(404)
    const openings = await query(
      `select 1 from platform.journal where action = 'application.opened-by-expert' and subject_id = $1 and person_id = $2`,
      [file, one.person],
    )
    expect(openings).toHaveLength(1)

    const given = { avis: 'reserved', texte: 'Horaires trop courts.' }
    expect((await one.browser.post(`/avis-labels/${idOf(one.person)}`, given)).status).toBe(303)
    expect((await one.browser.post(`/avis-labels/${idOf(one.person)}`, given)).status).toBe(422)
    expect((await read(await officer.get(`/instruction/${file}/avis`))).text).toContain('1 avis reçu sur 2')

    const revoked = await officer.post(`/instruction/${file}/avis/${idOf(other.person)}/retrait`, {
      motif: 'Trop tard',
    })
    expect(revoked.status).toBe(303)
    expect((await other.browser.get(`/avis-labels/${idOf(other.person)}`)).status).toBe(404)
    expect((await other.browser.post(`/avis-labels/${idOf(other.person)}`, given)).status).toBe(404)
  })

  it('un expert de la structure qui candidate n’est pas proposé, et un rappel part à celui qui tarde (LAB-12)', async () => {
    const [own, free] = [await somebodyOf('expert'), await somebodyOf('expert')]
    const file = await aSentFile(app.context(), {
      label,
      organisation: own.organisation,
      through: ['under_instruction'],
    })
    const asked = { question: 'Et ici ?', criteres: ['A1'], date: '30/06/2026', lecture: 'partage' }
    const refused = await read(
      await officer.post(`/instruction/${file}/avis`, { ...asked, expert: own.person }),
    )
    expect(refused.problems.join()).toContain('appartient à la structure qui candidate')
    await officer.post(`/instruction/${file}/avis`, { ...asked, expert: free.person })
    app.moveTo('2026-06-28')
    await watch()
    await watch()
    const mails = await query(
      `select 1 from platform.mail where once_key like 'opinion_reminder:%' and recipient = (select email from identity.person where id = $1)`,
      [free.person],
    )
    expect(mails).toHaveLength(1)
  })

  it('un avis partagé se lit chez le demandeur sans le nom de l’expert, un avis confidentiel non (LAB-12)', async () => {
    const applicant = await somebodyOf('partner')
    const [open, closed] = [await somebodyOf('expert'), await somebodyOf('expert')]
    const file = await aSentFile(app.context(), {
      label,
      organisation: applicant.organisation,
      through: ['under_instruction'],
    })
    for (const [expert, lecture, texte] of [
      [open, 'partage', 'Avis lisible.'],
      [closed, 'confidentiel', 'Avis caché.'],
    ] as const) {
      const asked = {
        question: 'Que dire ?',
        criteres: ['A1'],
        date: '30/06/2026',
        lecture,
        expert: expert.person,
      }
      await officer.post(`/instruction/${file}/avis`, asked)
      const [opinion] = await query<{ id: string }>('select id from labels.opinion where person_id = $1', [
        expert.person,
      ])
      await expert.browser.post(`/avis-labels/${opinion?.id}`, { avis: 'favourable', texte })
    }
    const page = await read(await applicant.browser.get(`/candidatures/${file}/visites`))
    expect(page.text).toContain('Avis lisible.')
    expect(page.text).not.toContain('Avis caché.')
  })

  it('une visite est proposée, confirmée, racontée à sa vraie date, et reçoit une réponse (LAB-13)', async () => {
    const applicant = await somebodyOf('partner')
    const file = await aSentFile(app.context(), {
      label,
      organisation: applicant.organisation,
      through: ['under_instruction'],
    })
    const planned = { date: '20/06/2026', heure: '14h30', visiteurs: 'Deux instructrices', criteres: ['A1'] }
    expect((await officer.post(`/instruction/${file}/visites`, planned)).status).toBe(303)
    expect((await officer.post(`/instruction/${file}/visites`, planned)).status).toBe(422)
    const [visit] = await query<{ id: string }>('select id from labels.visit where application_id = $1', [
      file,
    ])
    const own = `/candidatures/${file}/visites`
    expect((await read(await applicant.browser.get(own))).text).toContain('20 juin 2026, 14 h 30')
    expect(
      (await applicant.browser.post(`${own}/${visit?.id}/reponse`, { reponse: 'confirmer' })).status,
    ).toBe(303)
    const sheet = await read(await officer.get(`/instruction/${file}/visites/${visit?.id}/grille`))
    expect(sheet.text).toContain('☐ Constaté')

    app.moveTo('2026-07-03')
    const report = { rapport: 'Un lieu vivant.', 'vu-A1': 'yes', 'note-A1': 'Ouvert six jours.' }
    const future = await officer.post(`/instruction/${file}/visites/${visit?.id}`, {
      ...report,
      date: '04/07/2026',
    })
    expect(future.status).toBe(422)
    const held = await officer.post(`/instruction/${file}/visites/${visit?.id}`, {
      ...report,
      date: '22/06/2026',
    })
    expect(held.status).toBe(303)
    const [kept] = await query('select held_on::text, findings from labels.visit where id = $1', [visit?.id])
    expect(kept).toEqual({
      held_on: '2026-06-22',
      findings: { A1: { seen: 'yes', note: 'Ouvert six jours.' } },
    })
    expect(
      (await applicant.browser.post(`${own}/${visit?.id}/replique`, { texte: 'Merci de votre venue.' }))
        .status,
    ).toBe(303)
    expect((await applicant.browser.post(`${own}/${visit?.id}/replique`, { texte: 'Encore' })).status).toBe(
      422,
    )
    expect((await read(await officer.get(`/instruction/${file}/visites`))).text).toContain(
      'Merci de votre venue.',
    )
    const stranger = await somebodyOf('partner')
    expect((await stranger.browser.get(own)).status).toBe(404)
  })

  it('des photos demandent l’accord des personnes ; une autre date demande un motif (LAB-13)', async () => {
    const applicant = await somebodyOf('partner')
    const file = await aSentFile(app.context(), {
      label,
      organisation: applicant.organisation,
      through: ['under_instruction'],
    })
    const plan = { date: '20/06/2026', visiteurs: 'Une instructrice', criteres: ['A1'] }
    await officer.post(`/instruction/${file}/visites`, plan)
    const [first] = await query<{ id: string }>('select id from labels.visit where application_id = $1', [
      file,
    ])
    const answer = `/candidatures/${file}/visites/${first?.id}/reponse`
    expect((await applicant.browser.post(answer, { reponse: 'autre', motif: '' })).status).toBe(422)
    expect(
      (await applicant.browser.post(answer, { reponse: 'autre', motif: 'Plutôt en juillet' })).status,
    ).toBe(303)
    expect((await read(await officer.get(`/instruction/${file}`))).text).toContain(
      'Proposer une autre date de visite',
    )
    await officer.post(`/instruction/${file}/visites`, plan)
    const [second] = await query<{ id: string }>(
      'select id from labels.visit where application_id = $1 and declined_at is null',
      [file],
    )
    app.moveTo('2026-06-21')
    const photo = new File([await picture()], 'accueil.jpg', { type: 'image/jpeg' })
    const report = { date: '20/06/2026', rapport: 'Vu.', photos: photo }
    const path = `/instruction/${file}/visites/${second?.id}`
    const refused = await read(await officer.post(path, report))
    expect(refused.problems.join()).toContain('Confirmez l’accord des personnes')
    expect((await officer.post(path, { ...report, accord: 'oui' })).status).toBe(303)
    const page = await read(await officer.get(`/instruction/${file}/visites`))
    const link = page.links.find(({ text }) => text === 'accueil.jpg')
    const sent = await officer.get(link?.href ?? '')
    expect(sent.headers.get('content-type')).toBe('image/jpeg')
    expect(Buffer.from(await sent.arrayBuffer()).includes('Photographe')).toBe(false)
    const stranger = await somebodyOf('expert')
    expect((await stranger.browser.get(link?.href ?? '')).status).toBe(404)
  })

  it('proposer montre d’abord les avis attendus, puis passe la main ; la proposition se reprend (LAB-12, LAB-14)', async () => {
    const expert = await somebodyOf('expert')
    const file = await aSentFile(app.context(), {
      label,
      answers: { A1: true, A2: true, B1: true },
      through: ['under_instruction'],
    })
    const asked = {
      question: 'Oui ou non ?',
      criteres: ['A1'],
      date: '30/06/2026',
      lecture: 'partage',
      expert: expert.person,
    }
    await officer.post(`/instruction/${file}/avis`, asked)
    const proposal = { sens: 'refused', motifs: '', niveau: '', reserve: '', reserve_avant: '' }
    const shown = await read(await officer.post(`/instruction/${file}/proposition`, proposal))
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('0 avis reçu sur 1')
    const confirme = shown.value('confirme') ?? ''
    const unsaid = await read(
      await officer.post(`/instruction/${file}/proposition`, { ...proposal, confirme }),
    )
    expect(unsaid.problems.join()).toContain('Motivez la proposition')
    const told = { ...proposal, motifs: 'Le lieu n’accueille pas encore de public.' }
    const again = await read(await officer.post(`/instruction/${file}/proposition`, told))
    const sent = await officer.post(`/instruction/${file}/proposition`, {
      ...told,
      confirme: again.value('confirme') ?? '',
    })
    expect(sent.status).toBe(303)
    expect(await stateOf(file)).toBe('proposed')
    expect((await officer.post(`/instruction/${file}/reprise`, { motif: 'Un fait nouveau' })).status).toBe(
      303,
    )
    expect(await stateOf(file)).toBe('under_instruction')
  })
})

async function picture(): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = sharp({ create: { width: 4, height: 4, channels: 3, background: 'white' } })
  return new Uint8Array(
    await drawn
      .withExif({ IFD0: { Artist: 'Camille Photographe' } })
      .jpeg()
      .toBuffer(),
  )
}

/** The watch of the morning, as the queue would call it. */
async function watch(): Promise<void> {
  const { watchInstruction } = await import('../../src/modules/labels/jobs/watch-instruction.ts')
  await watchInstruction.work(app.services as never, {} as never)
}
