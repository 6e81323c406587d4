import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import type { AgreementId, PlaceId } from '../../src/modules/agreements/domain/agreement.ts'
import { findAgreement } from '../../src/modules/agreements/index.ts'
import { anAgreementInForce, aPlace, targetOf } from '../../src/modules/agreements/testing.ts'
import { sayByOwner } from '../../src/modules/places/testing-freshness.ts'
import { type Browser, read, useApp, words } from '../support.ts'

const app = useApp({ today: day('2026-01-12') })
let officer: Browser
let partner: Browser
let facilitator: Browser
let id: AgreementId

/** An agreement of that template, in force since `on`, with a manager of its partner. */
async function anAgreement(templateId: string, on: string, places: readonly PlaceId[] = []) {
  app.moveTo(on)
  const context = app.context()
  const name = `Partenaire ${crypto.randomUUID()}`
  id = await anAgreementInForce(context, day(on), { templateId, places, partner: name })
  const agreement = await findAgreement(context.db, context.reach, id)
  const organisation = agreement?.partner.id ?? null
  officer = await app.signIn('officer')
  partner = await app.signIn('partner', { organisation })
  facilitator = await app.signIn('facilitator', { organisation })
}

const page = (path = '', who = officer) => who.get(`/conventions/${id}${path}`).then(read)
const seen = async () => String((await targetOf(app.context(), id)).seen)
const lineOf = async (text: string, who = officer) =>
  (await page('/obligations', who)).texts('.deadline').filter((line) => line.includes(text))
const pdf = (text: string) => new File([`%PDF-1.7\n${text}`], 'compte-rendu.pdf', { type: 'application/pdf' })
const mails = async (about: string) => {
  const rows = await app.services.db.selectFrom('platform.mail').select(['subject', 'body']).execute()
  return rows.filter(({ subject, body }) => words(`${subject} ${body}`).includes(about))
}
const referenceOf = async () =>
  (await findAgreement(app.services.db, app.context().reach, id))?.reference ?? ''
const night = async () => {
  const { remindAboutDeadlines } = await import('../../src/modules/agreements/jobs/remind-about-deadlines.ts')
  await remindAboutDeadlines.work(app.services, {})
}
const lastId = async (path: string) => {
  const found = (await page()).links.findLast(
    ({ href }) => href.includes(`/${path}/`) && !href.endsWith('nouvelle'),
  )
  return found?.href.split('/').at(-1) ?? ''
}

describe('Art. 4 : la fiche de chaque lieu, une fois par semestre (AGR-134, AGR-74)', () => {
  let confirmed: PlaceId
  let forgotten: PlaceId

  beforeEach(async () => {
    confirmed = await aPlace(app.context(), 'Lieu confirmé')
    forgotten = await aPlace(app.context(), 'Lieu oublié')
    await anAgreement('normandie-connectee', '2025-09-10', [confirmed, forgotten])
  })

  it('« rien n’a changé » le 30 juin tient l’obligation ; sans rien, elle est en retard le 1er juillet et le reste', async () => {
    app.moveTo('2026-06-30')
    const said = await partner.post(`/conventions/${id}/lieux/${confirmed}/confirmation`)
    expect(said.status).toBe(303)
    expect(
      (await lineOf('Lieu confirmé')).some((line) => /1er semestre 2026.*rien n’a changé/.test(line)),
    ).toBe(true)
    app.moveTo('2026-07-01')
    const late = (place: string) =>
      lineOf(place).then((lines) => lines.filter((line) => /En retard.*1er semestre 2026/.test(line)).length)
    expect([await late('Lieu confirmé'), await late('Lieu oublié')]).toEqual([0, 1])
    app.moveTo('2026-07-09')
    await partner.post(`/conventions/${id}/lieux/${forgotten}/confirmation`)
    expect(await late('Lieu oublié')).toBe(1)
    expect((await lineOf('Lieu oublié')).some((line) => /2e semestre 2026.*rien n’a changé/.test(line))).toBe(
      true,
    )
  })

  it('le tableau des échéances suit aussitôt, et ce qui est tenu n’est plus rappelé', async () => {
    app.moveTo('2026-06-24')
    const reference = await referenceOf()
    const due = async (place: string) =>
      (await read(await officer.get(`/conventions/echeances?q=${reference}`)))
        .texts('.deadline')
        .filter((line) => line.startsWith('30 juin 2026') && line.includes(place))
    expect([await due('Lieu confirmé'), await due('Lieu oublié')].map(({ length }) => length)).toEqual([1, 1])
    await partner.post(`/conventions/${id}/lieux/${confirmed}/confirmation`)
    expect([await due('Lieu confirmé'), await due('Lieu oublié')].map(({ length }) => length)).toEqual([0, 1])
    await night()
    expect((await mails(reference)).filter(({ body }) => body.includes('Lieu oublié'))).toEqual([])
  })

  it('une fiche mise à jour par un fichier ne dit rien à la place du lieu (DIR-57)', async () => {
    app.moveTo('2026-03-02')
    const before = (await targetOf(app.context(), id)).seen
    await app.services.db
      .updateTable('places.place')
      .set({ updated_on: day('2026-02-11') })
      .where('id', '=', forgotten)
      .execute()
    await night()
    expect((await lineOf('Lieu oublié')).join()).not.toContain('mise à jour')
    expect((await targetOf(app.context(), id)).seen).toBe(before)
  })

  it('une modification par le gestionnaire compte, sans qu’aucun acte soit recopié (AGR-72, DIR-57)', async () => {
    app.moveTo('2026-03-02')
    await sayByOwner(app.context(), forgotten)
    await night()
    expect((await lineOf('Lieu oublié'))[0]).toContain('information mise à jour')
  })

  it('le lieu d’une autre convention ne se confirme pas ici, et un lecteur ne confirme rien', async () => {
    const elsewhere = await aPlace(app.context(), 'Ailleurs')
    expect((await partner.post(`/conventions/${id}/lieux/${elsewhere}/confirmation`)).status).toBe(404)
    const reader = await app.signIn('reader')
    expect((await reader.post(`/conventions/${id}/lieux/${confirmed}/confirmation`)).status).toBe(403)
  })
})

describe('Une obligation et sa preuve (AGR-72, AGR-73, AGR-75)', () => {
  beforeEach(async () => {
    await anAgreement('normandie-connectee', '2026-01-12')
  })

  it('sans preuve, elle n’est jamais montrée comme tenue ; « autant que possible » n’est jamais en retard', async () => {
    app.moveTo('2028-02-01')
    expect((await lineOf('Remettre le rapport d’activité')).some((line) => line.includes('En retard'))).toBe(
      true,
    )
    expect((await lineOf('Faire connaître les outils'))[0]).toContain('Autant que possible')
    expect((await lineOf('Prendre part aux campagnes'))[0]).toContain('Sans preuve à ce jour')
    expect((await lineOf('Protéger les données du site'))[0]).toContain('Tenue')
  })

  it('déclarée par la partie qui la doit, elle se lit comme telle, avec son auteur et son document', async () => {
    const address = `/conventions/${id}/obligations/campaigns_and_exchanges/preuve`
    const fields = { declaration: 'Deux journées du réseau', date: '12/01/2026', document: pdf('photo') }
    expect((await partner.post(address, fields)).status).toBe(303)
    const [line = ''] = await lineOf('Prendre part aux campagnes')
    expect(line).toContain('Déclarée tenue')
    expect(line).toContain('Deux journées du réseau')
    const shown = await page('/obligations')
    const file = shown.links.find(({ text }) => text.startsWith('Télécharger'))?.href ?? ''
    expect((await facilitator.get(file)).headers.get('content-type')).toBe('application/pdf')
  })

  it('se retire par une nouvelle ligne, qui dit pourquoi, et jamais deux fois', async () => {
    const address = `/conventions/${id}/obligations/campaigns_and_exchanges/preuve`
    await partner.post(address, { declaration: 'Erreur de saisie', date: '12/01/2026' })
    const way =
      (await page('/obligations', partner)).links.find(({ href }) => href.endsWith('/retrait'))?.href ?? ''
    expect((await page('/obligations')).links.some(({ href }) => href.endsWith('/retrait'))).toBe(false)
    expect((await read(await officer.post(way, { motif: 'Non' }))).problems[0]).toContain(
      'par l’autre partie',
    )
    expect((await partner.post(way, { motif: 'Ce n’était pas nous' })).status).toBe(303)
    expect((await lineOf('Prendre part aux campagnes'))[0]).toContain('Sans preuve à ce jour')
    expect((await page('/obligations')).text).toContain('« Ce n’était pas nous »')
    const twice = await read(await partner.post(way, { motif: 'Encore' }))
    expect(twice.problems).toEqual(['Cette preuve a déjà été retirée.'])
    await expect(
      app.services.db.updateTable('agreements.declared_evidence').set({ statement: 'autre' }).execute(),
    ).rejects.toThrow()
  })

  it('n’est pas déclarée par l’autre partie, ni avant d’être faite', async () => {
    const ofLead = `/conventions/${id}/obligations/expert_help/preuve`
    const said = { declaration: 'Fait', date: '12/01/2026' }
    expect((await read(await partner.post(ofLead, said))).problems[0]).toContain('celle de l’autre partie')
    const early = await read(await officer.post(ofLead, { ...said, date: '13/01/2026' }))
    expect(early.problems[0]).toContain('n’est pas encore venu')
    const before = await read(await officer.post(ofLead, { ...said, date: '11/01/2026' }))
    expect(before.problems[0]).toContain('pas encore en vigueur')
    expect((await partner.get(`/conventions/${id}/obligations/inconnue/preuve`)).status).toBe(404)
  })
})

describe('Les comités (AGR-62 à 64, AGR-122)', () => {
  const held = (comite: string, date: string) => ({ comite, date, presents: 'Ada Essai (partenaire)' })
  const newMeeting = async (fields: Record<string, string | File>) =>
    officer.post(`/conventions/${id}/reunions/nouvelle`, { vu: await seen(), ...fields })

  it('002 : une décision favorable et rien de signé, la convention prend fin et le dit', async () => {
    await anAgreement('territoires-apprenants', '2023-02-01')
    app.moveTo('2025-12-10')
    expect((await newMeeting(held('bilateral', '10/12/2025'))).status).toBe(303)
    const meeting = await lastId('reunions')
    const [head, other] = ['departement', 'cocontractant']
    const decided = await officer.post(`/conventions/${id}/reunions/${meeting}/decision`, {
      ...{ vu: await seen(), objet: 'Reconduire pour deux ans', reconduction: 'oui' },
      ...{ [`vote_${head}`]: 'for', [`vote_${other}`]: 'for' },
    })
    expect(decided.status).toBe(303)
    expect((await page(`/reunions/${meeting}`)).text).toContain('Prise d’acte')
    expect((await page()).text).toContain('Le renouvellement est décidé, mais l’acte n’est pas signé.')
    app.moveTo('2026-02-02')
    expect((await page()).text).toContain('Arrivée à son terme le 31 janvier 2026')
    expect((await page()).text).toContain('Le renouvellement est décidé, mais l’acte n’est pas signé.')
    expect(
      (await lineOf('Tenir la réunion de fin d’année')).some((line) => line.includes('réunion tenue')),
    ).toBe(true)
  })

  it('001 : l’unanimité se compte par partie ; une abstention ou une absence l’empêche', async () => {
    await anAgreement('canope', '2026-01-12')
    await newMeeting(held('steering', '12/01/2026'))
    const meeting = await lastId('reunions')
    const vote = async (etat: string, canope: string) => {
      const fields = {
        vu: await seen(),
        objet: `Question ${etat} ${canope}`,
        vote_etat: etat,
        vote_canope: canope,
      }
      await officer.post(`/conventions/${id}/reunions/${meeting}/decision`, fields)
    }
    await vote('for', 'for')
    await vote('for', 'abstain')
    await vote('for', 'absent')
    const shown = (await page(`/reunions/${meeting}`)).texts('#decisions ~ ul li, section li')
    expect(shown.filter((text) => text.includes('Adoptée'))).toHaveLength(1)
    expect(shown.filter((text) => text.includes('pas d’unanimité'))).toHaveLength(1)
    expect(shown.filter((text) => text.includes('une partie manquait'))).toHaveLength(1)
    expect((await lineOf('Réunir le comité de pilotage'))[0]).toContain('Tenue')
  })

  it('le compte rendu est validé par chaque partie pour elle-même ; une nouvelle version annule les validations', async () => {
    await anAgreement('canope', '2026-01-12')
    await newMeeting({ ...held('steering', '12/01/2026'), document: pdf('première') })
    const meeting = await lastId('reunions')
    const address = `/conventions/${id}/reunions/${meeting}`
    const answer = async (who: Browser, avis: string, reserve = '') => {
      const version = (await read(await who.get(address))).value('version') ?? ''
      return who.post(`${address}/avis`, { vu: await seen(), version, avis, reserve })
    }
    expect((await answer(officer, 'validated')).status).toBe(303)
    expect((await page(`/reunions/${meeting}`)).text).toContain('En attente d’une validation')
    const empty = await read(await answer(partner, 'reserved'))
    expect(empty.problems).toEqual([
      'Dites ce qui doit changer dans le compte rendu : l’autre partie le lira.',
    ])
    expect((await answer(partner, 'reserved', 'Le point 3 manque')).status).toBe(303)
    expect((await page(`/reunions/${meeting}`)).text).toContain('« Le point 3 manque »')
    const stale = (await page(`/reunions/${meeting}`, partner)).value('version') ?? ''
    await officer.post(`${address}/compte-rendu`, { vu: await seen(), document: pdf('seconde') })
    const old = await partner.post(`${address}/avis`, { vu: await seen(), version: stale, avis: 'validated' })
    expect((await read(old)).problems[0]).toContain('Une nouvelle version')
    expect((await page(`/reunions/${meeting}`)).text).not.toContain('En attente d’une validation')
    await answer(partner, 'validated')
    await answer(officer, 'validated')
    expect((await page(`/reunions/${meeting}`)).text).toContain('Compte rendu validé')
    await app.runJobs()
    const sent = await mails('le valider ou y faire une réserve')
    expect(sent.length).toBeGreaterThan(0)
  }, 60_000)

  it('les noms des présents ne sont pas dans l’acte, et une réunion à venir est refusée (AGR-84, AGR-86)', async () => {
    await anAgreement('canope', '2026-01-12')
    const early = await read(await newMeeting(held('steering', '14/01/2026')))
    expect(early.problems[0]).toContain('à partir de ce jour')
    await newMeeting(held('steering', '12/01/2026'))
    const meeting = await lastId('reunions')
    expect((await page(`/reunions/${meeting}`, partner)).text).toContain('Ada Essai (partenaire)')
    const { payload } = await app.services.db
      .selectFrom('agreements.act')
      .select('payload')
      .where('id', '=', meeting as never)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(payload)).not.toContain('Ada')
  })
})

describe('La communication (AGR-66, AGR-67, AGR-130)', () => {
  const asked = {
    ...{ nature: 'promotional', public: 'Les habitants', supports: 'Affiche', date: '01/07/2026' },
    ...{ texte: 'Venez essayer', logos: 'Les deux parties', relu: 'oui' },
  }
  const request = async (who: Browser, fields: Record<string, string | File> = asked) =>
    who.post(`/conventions/${id}/communications/nouvelle`, { vu: await seen(), ...fields })

  it('001 : attend encore après 60 jours, un courriel à la demande puis à 7 et 14 jours, jamais de réponse par défaut', async () => {
    await anAgreement('canope', '2026-01-12')
    expect((await request(partner)).status).toBe(303)
    const communication = await lastId('communications')
    await app.runJobs()
    expect(await mails('Lire la demande et y répondre')).not.toEqual([])
    const reminders = () =>
      mails('attend une réponse').then(
        (found) => found.filter(({ subject }) => subject.includes('communication à approuver')).length,
      )
    const counts: number[] = []
    for (const on of ['2026-01-18', '2026-01-19', '2026-01-20', '2026-01-26', '2026-02-09', '2026-03-13']) {
      app.moveTo(on)
      await night()
      await night()
      counts.push(await reminders())
    }
    const [perStep = 0] = counts.filter((count) => count > 0)
    expect(counts).toEqual([0, perStep, perStep, 2 * perStep, 2 * perStep, 2 * perStep])
    expect((await page(`/communications/${communication}`)).text).toContain('En attente d’une réponse')

    const answer = (who: Browser, fields: Record<string, string>) =>
      seen().then((vu) =>
        who.post(`/conventions/${id}/communications/${communication}/reponse`, { vu, ...fields }),
      )
    expect((await read(await answer(partner, { reponse: 'approved' }))).problems[0]).toContain(
      'votre propre demande',
    )
    expect((await read(await answer(officer, { reponse: 'refused' }))).problems[0]).toContain(
      'Dites pourquoi',
    )
    expect((await answer(officer, { reponse: 'approved' })).status).toBe(303)
    expect((await page(`/communications/${communication}`)).text).toContain('Approuvée')

    const report = `/conventions/${id}/communications/${communication}/bilan`
    const told = async (who: Browser) =>
      who.post(report, { vu: await seen(), bilan: 'Belle affluence', chiffres: '120 personnes' })
    expect((await read(await told(partner))).problems[0]).toContain('à partir de ce jour')
    app.moveTo('2026-07-02')
    expect((await lineOf('bilan de l’opération'))[0]).toContain('Sans preuve à ce jour')
    expect((await read(await told(officer))).problems[0]).toContain('revient à la partie')
    expect((await told(partner)).status).toBe(303)
    expect((await lineOf('bilan de l’opération'))[0]).toContain('Tenue')
    expect((await page(`/communications/${communication}`)).text).toContain('120 personnes')
  }, 60_000)

  it('000 : la Région dit librement que la convention existe ; le partenaire demande', async () => {
    await anAgreement('normandie-connectee', '2026-01-12')
    await request(officer, { ...asked, nature: 'existence_and_content' })
    expect((await page()).text).toContain('Accord non nécessaire')
    await request(partner, { ...asked, nature: 'existence_and_content' })
    expect((await page()).text).toContain('En attente d’une réponse')
  })

  it('une demande incomplète garde ce qui est tapé, et un fichier d’une autre sorte est refusé', async () => {
    await anAgreement('canope', '2026-01-12')
    const unchecked = await read(await request(partner, { ...asked, relu: '' }))
    expect(unchecked.problems).toEqual(['Relisez ces points, puis cochez cette case.'])
    expect(unchecked.value('public')).toBe('Les habitants')
    const odd = new File(['<script>'], 'visuel.html', { type: 'text/html' })
    expect((await read(await request(partner, { ...asked, visuels: odd }))).problems[0]).toContain(
      'ni un PDF',
    )
    const drawn = await request(partner, { ...asked, visuels: pdf('visuel') })
    expect(drawn.status).toBe(303)
    expect((await page(`/communications/${await lastId('communications')}`)).text).toContain(
      'compte-rendu.pdf',
    )
  })
})

describe('Ce que le partenaire fait lui-même (AGR-115)', () => {
  it('demande un avenant : la demande arrive le jour même, en son nom (AGR-58)', async () => {
    await anAgreement('normandie-connectee', '2026-01-12')
    const sent = { vu: await seen(), objet: 'Ajouter un lieu', partie: 'region', arrivee: '2026-01-01' }
    expect((await partner.post(`/conventions/${id}/avenants/demande`, sent)).status).toBe(303)
    const agreement = await findAgreement(app.services.db, app.context().reach, id)
    const act = agreement?.acts.at(-1)
    expect([act?.type, act && 'from' in act && act.from, act?.occurredOn]).toEqual([
      'amendment_requested',
      'cocontractant',
      '2026-01-12',
    ])
    expect((await page('', partner)).text).toContain('« Ajouter un lieu »')
    expect((await facilitator.get(`/conventions/${id}/avenants/demande`)).status).toBe(403)
  })
})

describe('L’activité après la fin (AGR-39, AGR-121)', () => {
  it('001 sans acte de reconduction prend fin ; ce qui se poursuit est dit au chef de file, sur la page et au tableau', async () => {
    const place = await aPlace(app.context(), 'Atelier encore ouvert')
    await anAgreement('canope', '2023-01-12', [place])
    app.moveTo('2026-01-19')
    expect((await page()).text).not.toContain('une activité se poursuit')
    await partner.post(`/conventions/${id}/lieux/${place}/confirmation`)
    const sentence = 'Convention échue depuis le 11 janvier 2026 : une activité se poursuit'
    const shown = (await page()).text
    expect(shown).toContain(sentence)
    expect(shown).toContain('Atelier encore ouvert : rien n’a changé, le 19 janvier 2026')
    expect((await page('', partner)).text).not.toContain(sentence)
    const board = await read(await officer.get('/conventions/echeances'))
    expect(board.text).toContain('une activité se poursuit')
    expect((await page()).text).toContain('Arrivée à son terme le 11 janvier 2026')
  })
})
