import { beforeAll, describe, expect, it } from 'vitest'
import { type Day, day } from '../../src/kernel/day.ts'
import { findAgreement, recordActs } from '../../src/modules/agreements/data/agreements.store.ts'
import { anAgreementInForce } from '../../src/modules/agreements/testing.ts'
import type { ApplicationId } from '../../src/modules/labels/data/applications/applications.store.ts'
import { readingsOf } from '../../src/modules/labels/data/jury/readings.store.ts'
import type { JurorId } from '../../src/modules/labels/domain/jury/juror.ts'
import { aHeadWhoSigns } from '../../src/modules/labels/testing-decisions.ts'
import {
  type ACampaign,
  aCampaign,
  admitted,
  aJuror,
  finished,
  got,
} from '../../src/modules/labels/testing-jury.ts'
import { closeGrids } from '../../src/modules/labels/use-cases/jury/close-grids.ts'
import { deliberate } from '../../src/modules/labels/use-cases/jury/deliberate.ts'
import { giveFiles } from '../../src/modules/labels/use-cases/jury/give-files.ts'
import { openDeliberation } from '../../src/modules/labels/use-cases/jury/open-deliberation.ts'
import { publishEdition } from '../../src/modules/labels/use-cases/jury/publish-edition.ts'
import type { OrganisationId, PersonId, Role } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp({ today: '2026-06-17' as Day })

interface Somebody {
  browser: Browser
  personId: PersonId
}

interface Seated extends Somebody {
  juror: JurorId
}

async function somebody(role: Role, organisation: OrganisationId | null = null): Promise<Somebody> {
  const browser = await app.signIn(role, { organisation })
  const { rows } = await app.database.pool.query('select id from identity.person order by id desc limit 1')
  return { browser, personId: rows[0].id }
}

async function seated(
  of: ACampaign,
  role: Role,
  change: Parameters<typeof aJuror>[2] = {},
  at: OrganisationId | null = null,
) {
  const one = await somebody(role, at)
  return { ...one, juror: await aJuror(app.context(), of.editionId, { ...change, personId: one.personId }) }
}

async function readingOf({ juror }: Seated, file: ApplicationId): Promise<string> {
  const found = (await readingsOf(app.services.db, [juror])).find((one) => one.applicationId === file)
  if (!found) throw new Error('this file was not given to them')
  return `/lectures/${found.id}`
}

async function declares(one: Seated, file: ApplicationId, lien = 'none') {
  return one.browser.post(`${await readingOf(one, file)}/declaration`, { lien })
}

async function marks(one: Seated, file: ApplicationId, note: string, suite = 'terminer') {
  const fields = {
    note_A1: note,
    commentaire_A1: 'Accueil soigné',
    note_S1: note,
    commentaire_S1: 'Services',
  }
  return one.browser.post(`${await readingOf(one, file)}/grille`, { ...fields, suite })
}

describe('une édition, de la recevabilité à la publication', () => {
  let officer: Browser
  let campaign: ACampaign
  let chair: Seated
  let employee: Seated
  let readers: Seated[]
  let file: ApplicationId
  let other: ApplicationId
  let base: string
  const decision = (change: Record<string, string | string[]> = {}) => ({
    niveau: '4',
    synthese_0: 'Un accueil attentif.',
    synthese_1: 'Des services complets.',
    pour: '3',
    contre: '0',
    abstentions: '0',
    ...change,
  })

  beforeAll(async () => {
    const context = app.context()
    officer = await app.signIn('officer')
    campaign = await aCampaign(context, { files: 2, name: 'Estuaire numérique' })
    ;[file, other] = campaign.files as [ApplicationId, ApplicationId]
    base = `/campagnes/${campaign.editionId}`
    chair = await seated(campaign, 'officer', { isChair: true, kind: 'partner' })
    employee = await seated(campaign, 'juror', { kind: 'partner' }, campaign.holders[0])
    readers = [
      await seated(campaign, 'juror'),
      await seated(campaign, 'juror'),
      await seated(campaign, 'juror'),
    ]
  })

  it('LAB-22 : un dossier se vérifie avant d’être réparti ; non recevable, il dit pourquoi', async () => {
    const answer = await officer.post(`${base}/dossiers/${file}/recevabilite`, {
      recevable: 'non',
      motif: '',
    })
    expect((await read(answer)).problems.join()).toContain('Dites pourquoi ce dossier n’est pas recevable')
    for (const one of campaign.files)
      expect(
        (
          await officer.post(`${base}/dossiers/${one}/recevabilite`, {
            recevable: 'oui',
            population: '4 200',
          })
        ).status,
      ).toBe(303)
  })

  it('LAB-24 : la répartition donne trois lecteurs à chaque dossier, dont deux scientifiques', async () => {
    expect((await officer.post(`${base}/repartition`)).status).toBe(303)
    const page = await read(await officer.get(base))
    expect(page.notice).toContain('lectures confiées')
    expect(page.text).toContain('En lecture')
    // Whoever was left out reads too: the whole jury follows the story.
    for (const one of [chair, employee, ...readers])
      await app.database.pool.query(
        `insert into labels.reading (id, application_id, juror_id, assigned_at)
         values (gen_random_uuid(), $1, $2, now()) on conflict do nothing`,
        [file, one.juror],
      )
  })

  it('LAB-73 : sans déclaration, ni dossier ni grille ; le lien connu est signalé, jamais décidé', async () => {
    const address = await readingOf(employee, file)
    const page = await read(await employee.browser.get(address))
    expect(page.heading).toContain('Commune 1 de Estuaire numérique')
    expect(page.text).toContain('Vous êtes membre de cette structure')
    expect(page.text).not.toContain('Votre grille')
    const refused = await marks(employee, file, '3')
    expect(refused.status).toBe(403)
    expect((await read(refused)).text).toContain('Avez-vous un lien avec cette candidature')
  })

  it('LAB-55 : le dossier d’un autre membre n’existe pas ; chaque ouverture est journalisée', async () => {
    const [first, second] = readers as [Seated, Seated, Seated]
    const address = await readingOf(first, file)
    expect((await second.browser.get(address)).status).toBe(404)
    expect((await officer.get(address)).status).toBe(404)
    const opened = async () =>
      (
        await app.database.pool.query(
          `select count(*)::int as n from platform.journal where action = 'application.opened-by-juror'`,
        )
      ).rows[0].n
    await first.browser.get(address)
    expect(await opened()).toBe(0)
    await declares(first, file)
    expect((await read(await first.browser.get(address))).text).toContain('Votre grille')
    expect(await opened()).toBe(1)
  })

  it('LAB-26, LAB-52 : une note hors de l’échelle ou sans commentaire est refusée, le commentaire reste', async () => {
    const [first] = readers as [Seated, Seated, Seated]
    const wrong = await read(await marks(first, file, '6'))
    expect(wrong.problems.join()).toContain('Choisissez une note de 1 à 5')
    expect(wrong.value('commentaire_A1')).toBe('Accueil soigné')
    const silent = await first.browser.post(`${await readingOf(first, file)}/grille`, {
      note_A1: '5',
      note_S1: '3',
      commentaire_S1: 'Gardé',
    })
    expect(silent.status).toBe(422)
    const told = await read(silent)
    expect(told.problems.join()).toContain('Une note de 1 ou de 5 s’explique')
    expect(told.value('commentaire_S1')).toBe('Gardé')
  })

  it('LAB-26 : les notes des autres se voient une fois la sienne finie, sans leur nom', async () => {
    const [first, second, third] = readers as [Seated, Seated, Seated]
    for (const one of [second, third]) await declares(one, file)
    await marks(second, file, '4')
    expect((await read(await first.browser.get(await readingOf(first, file)))).text).not.toContain(
      'Autres lecteurs',
    )
    await marks(first, file, '4')
    const page = await read(await first.browser.get(await readingOf(first, file)))
    expect(page.text).toContain('Autres lecteurs')
    expect(page.text).not.toContain('Commentaire de')
    await marks(third, file, '4')
    expect((await marks(first, file, '2')).status).toBe(422)
  })

  it('LAB-73 : une salariée se déporte après avoir noté ; sa grille ne compte plus', async () => {
    await declares(employee, file)
    expect((await marks(employee, file, '1')).status).toBe(303)
    expect((await declares(employee, file, 'employment')).status).toBe(303)
    const closed = await read(await employee.browser.get(await readingOf(employee, file)))
    expect(closed.text).toContain('Vous vous êtes déporté')
    expect(closed.text).not.toContain('Votre grille')
    expect((await marks(employee, file, '1')).status).toBe(403)
  })

  it('LAB-75 : qui a signé la convention est signalé, se déporte, et ne voit plus rien du dossier', async () => {
    const context = app.context()
    const agreementId = await anAgreementInForce(context, day('2026-01-05'), { partner: 'Signataire' })
    await app.database.pool.query('update agreements.agreement set partner_id = $1 where id = $2', [
      campaign.holders[0],
      agreementId,
    ])
    const agreement = await findAgreement(context.db, context.reach, agreementId)
    if (!agreement) throw new Error('no agreement')
    const signatory = {
      name: 'Dominique',
      quality: 'présidente',
      organisation: 'Tête',
      person: chair.personId,
    }
    await recordActs(
      context.db,
      agreement,
      [{ type: 'signature', party: 'region', occurredOn: day('2026-01-05'), signatory } as never],
      { at: context.now, by: null },
    )
    const address = await readingOf(chair, file)
    expect((await read(await chair.browser.get(address))).text).toContain(
      'Vous avez signé une convention avec cette structure',
    )
    expect((await declares(chair, file, 'other')).status).toBe(422)
    await chair.browser.post(`${address}/declaration`, { lien: 'other', precision: 'Convention signée' })
    await officer.post(`${base}/cloture`)
    const page = await read(await chair.browser.get(`${base}/dossiers/${file}`))
    expect(page.text).toContain('Vous vous êtes déporté de ce dossier')
    expect(page.text).not.toContain('Médiane')
    expect((await chair.browser.get(`/instruction/${file}`)).status).toBe(404)
    expect((await chair.browser.get(`/instruction/${other}`)).status).toBe(404)
    expect((await chair.browser.get(`/decisions-labels/candidatures/${file}`)).status).toBe(404)
    expect((await officer.get(`/instruction/${file}`)).status).toBe(200)
    const forced = decision({ seance_dossier: file, preside_par: chair.juror })
    expect((await chair.browser.post(`${base}/dossiers/${file}/decision`, forced)).status).toBe(404)
  })

  it('LAB-52 : une grille close refuse la note et garde le commentaire', async () => {
    const [, second] = readers as [Seated, Seated, Seated]
    await app.database.pool.query(
      `insert into labels.reading (id, application_id, juror_id, assigned_at)
       values (gen_random_uuid(), $1, $2, now()) on conflict do nothing`,
      [other, second.juror],
    )
    await declares(second, other)
    const late = await marks(second, other, '3')
    expect(late.status).toBe(422)
    const page = await read(late)
    expect(page.problems.join()).toContain('Les grilles sont closes')
    expect(page.value('commentaire_A1')).toBe('Accueil soigné')
  })

  it('LAB-74 : la médiane du dossier, et pas assez de lecteurs pour l’autre', async () => {
    const one = await read(await officer.get(`${base}/dossiers/${file}`))
    expect(one.text).toContain('Médiane pondérée 4. Niveau issu des seuils : 4 arobases')
    const two = await read(await officer.get(`${base}/dossiers/${other}`))
    expect(two.text).toContain('Pas assez de lecteurs')
    expect(two.text).toContain('Aucun niveau n’est proposé')
  })

  it('LAB-28, LAB-76 : le jury décide ; s’écarter des seuils demande un motif, qui ne nomme personne', async () => {
    const all = [chair, employee, ...readers]
    const present = all.map(({ juror }) => juror)
    const met = await officer.post(`${base}/seances`, { seance: '17/06/2026', presents: present })
    expect(met.status).toBe(303)
    const { rows } = await app.database.pool.query('select id from labels.deliberation')
    const seance_dossier = rows.at(-1).id
    const decide = (change: Record<string, string | string[]>) =>
      officer.post(`${base}/dossiers/${file}/decision`, decision({ seance_dossier, ...change }))
    const problems = async (change: Record<string, string | string[]>) =>
      (await read(await decide(change))).problems.join()
    expect(await problems({ preside_par: chair.juror })).toContain('se déporte pour ce dossier')
    const substitute = (readers[0] as Seated).juror
    expect(await problems({ preside_par: substitute, niveau: '5' })).toContain('dites pourquoi')
    const named = await app.database.pool.query('select name from identity.person where id = $1', [
      (readers[1] as Seated).personId,
    ])
    expect(
      await problems({ preside_par: substitute, niveau: '5', ecart: `${named.rows[0].name} y tient.` }),
    ).toContain('nomme un membre du jury')
    expect(await problems({ preside_par: substitute, pour: '4' })).toContain('plus de voix que de membres')
    const ecart = 'Un effort exemplaire envers les plus éloignés.'
    expect((await decide({ preside_par: substitute, niveau: '5', ecart })).status).toBe(303)
    const refused = await officer.post(
      `${base}/dossiers/${other}/decision`,
      decision({ seance_dossier, preside_par: chair.juror, niveau: 'aucun', pour: '5' }),
    )
    expect(refused.status).toBe(303)
  })

  it('LAB-75 : le procès-verbal se télécharge, pour le secrétariat et la présidence seuls', async () => {
    const pdf = await officer.get(`${base}/proces-verbal`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('cache-control')).toBe('private, no-store')
    expect((await (readers[0] as Seated).browser.get(`${base}/proces-verbal`)).status).toBe(404)
  })

  it('LAB-29, LAB-77 : sous embargo rien ne dit un niveau ; à la publication tout change ensemble', async () => {
    const partner = (await somebody('partner', campaign.holders[0])).browser
    const auditor = await app.signIn('auditor')
    const visitor = app.visitor()
    const { code } = campaign.scheme
    const looked: [Browser, string][] = [
      [visitor, '/labels'],
      [visitor, `/labels?label=${code}`],
      [visitor, '/labels/donnees.json'],
      [visitor, '/labels/donnees.csv'],
      [visitor, '/labels?etat=anciens'],
      [visitor, '/verifier-un-badge'],
      [partner, `/candidatures/${file}`],
      [partner, '/candidatures'],
      [partner, '/labels/accueil'],
      [partner, '/decisions-labels'],
      [auditor, '/decisions-labels'],
      [auditor, '/journal'],
      [(readers[1] as Seated).browser, '/lectures'],
      [employee.browser, '/lectures'],
    ]
    const told = async () => {
      const found: string[] = []
      for (const [browser, address] of looked) {
        const text = await (await browser.get(address)).text()
        if (/5[\s\u00a0]arobase|"level":|exemplaire envers/.test(text)) found.push(address)
      }
      return found
    }
    const awards = async () =>
      (
        await app.database.pool.query('select level from labels.award where edition_id = $1', [
          campaign.editionId,
        ])
      ).rows
    expect(await told()).toEqual([])
    expect(await awards()).toEqual([])
    expect((await partner.get(`/candidatures/${file}/comparaison`)).status).toBe(404)
    expect((await auditor.get(`${base}/resultats`)).status).toBe(403)
    expect((await app.database.pool.query('select 1 from platform.mail')).rowCount).toBe(0)

    const signs = await aHeadWhoSigns(app.context())
    const typed = {
      signataire: signs.mandate,
      decide_le: '17/06/2026',
      recours: 'Devant le tribunal administratif.',
    }
    const asked = await read(await officer.post(`${base}/publication`, typed))
    expect(asked.text).toContain('dossiers deviennent publics à l’instant')
    expect(await awards()).toEqual([])
    const confirme = asked.value('confirme') ?? ''
    expect((await officer.post(`${base}/publication`, { ...typed, confirme })).status).toBe(303)
    expect(await awards()).toEqual([{ level: 5 }])
    const { rows } = await app.database.pool.query(
      'select kind, reasons, remedies from labels.decision where edition_id = $1 order by kind',
      [campaign.editionId],
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['granted', 'refused'])
    expect(rows[0].reasons).toContain('Un effort exemplaire')
    expect(rows[0].reasons).toContain('4 arobases')
    expect(rows[0].reasons).not.toMatch(/Essai|Jury/)
    expect(await (await visitor.get('/labels')).text()).toContain('Commune 1 de Estuaire numérique')
    expect((await officer.post(`${base}/publication`, { ...typed, confirme })).status).toBe(422)
  })
})

describe('un embargo jusqu’à la cérémonie', () => {
  it('LAB-22, LAB-77 : rien ne se publie avant son jour', async () => {
    const campaign = await aCampaign(app.context(), { name: 'Cérémonie' })
    const officer = await app.signIn('officer')
    const base = `/campagnes/${campaign.editionId}`
    const early = await officer.post(`${base}/jury`, { grilles: '31/07/2026', ceremonie: '31/07/2026' })
    expect((await read(early)).problems.join()).toContain('choisissez un jour plus tard')
    await officer.post(`${base}/jury`, { grilles: '31/07/2026', ceremonie: '15/11/2026' })
    const { mandate } = await aHeadWhoSigns(app.context())
    const typed = { signataire: mandate, decide_le: '17/06/2026', recours: 'Devant le tribunal.' }
    const confirme = (await read(await officer.post(`${base}/publication`, typed))).value('confirme') ?? ''
    const page = await read(await officer.post(`${base}/publication`, { ...typed, confirme }))
    expect(page.problems.join()).toContain('sous embargo jusqu’à la cérémonie du 15 novembre 2026')
  })
})

describe('se comparer (LAB-41)', () => {
  async function published(files: number, name: string) {
    const context = app.context()
    const campaign = await aCampaign(context, { files, name })
    const jurors: JurorId[] = []
    for (let rank = 0; rank < 3; rank += 1)
      jurors.push(await aJuror(context, campaign.editionId, { isChair: rank === 0 }))
    await admitted(context, campaign)
    got(await giveFiles(context, campaign.editionId))
    for (const reading of await readingsOf(context.db, jurors)) {
      const rank = campaign.files.indexOf(reading.applicationId)
      await finished(context, reading, [1 + (rank % 5), 3])
    }
    got(await closeGrids(context, campaign.editionId))
    const heldOn = day('2026-06-17')
    const deliberationId = got(
      await openDeliberation(context, campaign.editionId, { heldOn, present: jurors }),
    )
    for (const file of campaign.files)
      got(
        await deliberate(
          context,
          { edition: campaign.editionId, file },
          {
            deliberationId,
            chairedBy: jurors[0] as JurorId,
            leaving: [],
            level: null,
            deviation: 'Édition d’essai.',
            reasons: ['Accueil', 'Services'].map((group) => ({ group, text: 'Vu.' })),
            vote: { for: 3, against: 0, abstentions: 0 },
          },
        ),
      )
    const { mandate } = await aHeadWhoSigns(context)
    const words = {
      signer: { mandateId: mandate, delegationId: null },
      decidedOn: heldOn,
      remedies: 'Devant le tribunal.',
    }
    const letter = {
      reasons: () => 'Vu.',
      ineligible: (reason: string) => reason,
      medians: async () => new Map(),
    }
    got(await publishEdition(context, campaign.editionId, words, letter))
    return campaign
  }

  async function comparisonOf(campaign: ACampaign, rank: number) {
    const { browser } = await somebody('partner', campaign.holders[rank])
    return { browser, address: `/candidatures/${campaign.files[rank]}/comparaison` }
  }

  it('LAB-78 : à quatre, rien n’est montré', async () => {
    const { browser, address } = await comparisonOf(await published(4, 'Petite strate'), 0)
    const page = await read(await browser.get(address))
    expect(page.text).toContain('La comparaison n’est pas montrée')
    expect(page.texts('th')).not.toContain('Médiane')
  }, 60_000)

  it('LAB-78 : à douze, les quartiles, et par leur nom ceux-là seuls qui l’acceptent', async () => {
    const campaign = await published(12, 'Grande strate')
    const { browser, address } = await comparisonOf(campaign, 0)
    const alone = await read(await browser.get(address))
    expect(alone.text).toContain('commune, de 2 000 à 9 999 habitants')
    expect(alone.texts('td')).toContain('12')
    expect(alone.text).not.toContain('Commune 2 de Grande strate')
    const second = await comparisonOf(campaign, 1)
    await second.browser.post(second.address, { ouvert: 'oui' })
    expect((await read(await browser.get(address))).text).toContain('Commune 2 de Grande strate 2')
    expect((await read(await browser.get(address))).text).not.toContain('Commune 3 de Grande strate')
    // When only a few stay unnamed, they could be told from the quartiles: nobody is named any more.
    await app.database.pool.query(
      `insert into labels.comparison_consent (application_id, is_open, changed_at)
       select id, true, now() from labels.application where edition_id = $1 and id <> all($2::uuid[])
       on conflict do nothing`,
      [campaign.editionId, [campaign.files[2], campaign.files[3]]],
    )
    expect((await read(await browser.get(address))).text).not.toContain('Commune 2 de Grande strate')
    expect((await browser.get(second.address)).status).toBe(404)
  }, 60_000)
})
