import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp, words } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { findAgreement } from '../../data/agreements.store.ts'
import type { Agreement, AgreementId } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import { anAgreementInForce, targetOf } from '../../testing.ts'
import { requestAmendment } from '../../use-cases/amendments/request-amendment.ts'
import { recordDenunciation } from '../../use-cases/letters/record-denunciation.ts'

const app = useApp({ today: day('2026-06-17') })
const fields = {
  partie: 'region',
  date: '17/06/2026',
  signataire: 'Hugo Lestrade',
  qualite: 'directeur',
  ville: 'Caen',
  adresse: '1 place de l’Hôtel\n14000 Caen',
  destinataire: '2 quai du Port\n14600 Honfleur',
}
let officer: Browser

beforeAll(async () => {
  officer = await app.signIn('officer')
})

function inForce(options: Parameters<typeof anAgreementInForce>[2] = {}): Promise<AgreementId> {
  app.moveTo('2026-06-17')
  return anAgreementInForce(app.context(), day('2026-01-12'), options)
}

async function found(id: AgreementId): Promise<Agreement> {
  const agreement = await findAgreement(app.services.db, app.context().reach, id)
  if (!agreement) throw new Error('not found')
  return agreement
}

async function seen(id: AgreementId): Promise<string> {
  return String((await targetOf(app.context(), id)).seen)
}

async function prepare(id: AgreementId, objet: string, change: Record<string, string> = {}) {
  return officer.post(`/conventions/${id}/lettres/nouvelle?objet=${objet}`, {
    vu: await seen(id),
    ...fields,
    ...change,
  })
}

async function prepared(id: AgreementId, objet: string, change: Record<string, string> = {}) {
  const answer = await prepare(id, objet, change)
  expect(answer.status, words(await answer.clone().text())).toBe(303)
  return answer.headers.get('location') ?? ''
}

/** The form as it is drawn, sent as it stands. */
async function formOf(response: Response): Promise<Record<string, string>> {
  const { document } = await read(response)
  const drawn = [...document.querySelectorAll('form[method="post"] input, form[method="post"] textarea')]
  return Object.fromEntries(
    drawn
      .filter(
        (one) =>
          !['radio', 'checkbox'].includes(one.getAttribute('type') ?? '') || one.hasAttribute('checked'),
      )
      .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? one.textContent ?? '']),
  )
}

describe('a prepared letter', () => {
  it('quotes its article by number, tells its dates as a working default, and leaves room for the tracking number (AGR-45)', async () => {
    const id = await inForce()
    const { text } = await read(await officer.get(await prepared(id, 'denonciation')))
    expect(text).toContain('Article 8. Durée, reconduction et dénonciation')
    expect(text).toContain(
      'Dernier jour de la convention 17 septembre 2026. Art. 8 : envoi le 17 juin 2026 + 3 mois',
    )
    expect(text).toContain('selon une lecture de travail des articles')
    expect(text).toContain('N° de suivi : ……')
    expect(text).toContain('2 quai du Port')
  })

  it('starts nothing: it is kept as prepared, and no date runs (AGR-113)', async () => {
    const id = await inForce()
    const before = await found(id)
    const letter = await prepared(id, 'denonciation')
    expect(await found(id)).toEqual(before)
    const page = await read(await officer.get(letter))
    expect(page.text).toContain('Préparée')
    expect(page.text).toContain('Rien n’est envoyé et aucune date ne court.')
    const agreement = await read(await officer.get(`/conventions/${id}`))
    expect(agreement.texts('#courriers-prepares ~ table td')).toContain('Préparée')
  })

  it('is deposited; its slip, noted ten days later, gives the day from which all dates follow (AGR-123)', async () => {
    const id = await inForce()
    const letter = await prepared(id, 'denonciation')
    app.moveTo('2026-06-28')
    const slip = new File(['%PDF-1.7 slip'], 'bordereau.pdf', { type: 'application/pdf' })
    const deposit = { vu: await seen(id), date: '18/06/2026', suivi: '1A 23', document: slip }
    const noted = await officer.post(`${letter}/depot`, deposit as never)
    expect(noted.status).toBe(303)
    expect(
      stateOn((await found(id)).terms, (await found(id)).acts, day('2026-06-28')).lastDayInForce,
    ).toBeNull()

    const act = noted.headers.get('location') ?? ''
    const asked = await formOf(await officer.get(act))
    expect(asked).toMatchObject({ partie: 'region', voie: 'recommande', date: '18/06/2026', suivi: '1A 23' })
    const shown = await officer.post(`/conventions/${id}/denonciation`, asked)
    expect((await read(shown.clone())).text).toContain('18 septembre 2026')
    const recorded = await officer.post(`/conventions/${id}/denonciation`, await formOf(shown))
    expect(recorded.status).toBe(303)

    const { terms, acts } = await found(id)
    expect(stateOn(terms, acts, day('2026-06-28')).lastDayInForce).toBe('2026-09-18')
    const page = await read(await officer.get(letter))
    expect(page.text).toContain('Enregistrée')
    expect(page.text).toContain('18 juin 2026, suivi n° 1A 23')
    expect(await (await officer.get(`${letter}/bordereau`)).text()).toBe('%PDF-1.7 slip')
    await app.runJobs()
    const told = await app.services.db.selectFrom('platform.mail').select('subject').execute()
    expect(told.some(({ subject }) => subject.includes('dénonciation'))).toBe(true)
  })

  it('fills the form of the formal notice with its grounds and its places', async () => {
    const id = await inForce()
    const places = (await found(id)).acts.flatMap((act) => (act.type === 'place_listed' ? [act.place] : []))
    const letter = await prepared(id, 'mise-en-demeure', {
      motifs: 'Article 4.',
      etendue: 'partielle',
      lieux: places[0] ?? '',
    })
    const noted = await officer.post(`${letter}/depot`, { vu: await seen(id), date: '17/06/2026', suivi: '' })
    const asked = await formOf(await officer.get(noted.headers.get('location') ?? ''))
    expect(asked).toMatchObject({ motifs: 'Article 4.', etendue: 'partielle', lieux: places[0] })
  })

  it('answers a request in time or late, in other words (AGR-58, AGR-127)', async () => {
    const answers = await Promise.all(
      ['2028-10-11', '2028-10-12'].map(async (arrival) => {
        const id = await inForce()
        app.moveTo('2028-10-13')
        const request = { from: 'cocontractant', arrivedOn: day(arrival), sentOn: null, object: 'Un lieu' }
        await requestAmendment(app.context(), await targetOf(app.context(), id), request)
        const demande = (await found(id)).acts.at(-1)?.id ?? ''
        const page = await officer.get(
          await prepared(id, 'reponse-a-une-demande', { demande, date: '13/10/2028' }),
        )
        return (await read(page)).text
      }),
    )
    expect(answers[0]).toContain(
      'Elle est arrivée dans le délai : le dernier jour utile est le 11 octobre 2028.',
    )
    expect(answers[1]).toContain(
      'Elle est arrivée hors délai : le dernier jour utile était le 11 octobre 2028.',
    )
  })

  it('is offered, filled, where a party used a channel that does not count (AGR-49)', async () => {
    const id = await inForce()
    const mail = {
      from: 'cocontractant',
      depositedOn: day('2026-06-16'),
      tracking: '',
      channel: 'email',
    } as const
    const kept = await recordDenunciation(app.context(), await targetOf(app.context(), id), mail)
    expect(isRefusal(kept)).toBe(false)
    const { links } = await read(await officer.get(`/conventions/${id}`))
    const offered = links.find(({ text }) => text === 'Préparer la lettre recommandée')
    const form = await formOf(await officer.get(offered?.href ?? ''))
    expect(form).toMatchObject({ partie: 'cocontractant', date: '17/06/2026' })
  })

  it('is given as a text to edit, with a real heading (AGR-96)', async () => {
    const letter = await prepared(await inForce(), 'denonciation')
    const answer = await officer.get(`${letter}/lettre.docx`)
    expect(answer.headers.get('content-type')).toContain('wordprocessingml')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
  })

  it('is abandoned, and stays in the list', async () => {
    const id = await inForce()
    const letter = await prepared(id, 'denonciation')
    expect((await officer.post(`${letter}/abandon`, { vu: await seen(id) })).status).toBe(303)
    expect((await read(await officer.get(letter))).text).toContain('Abandonnée')
    const again = await read(
      await officer.post(`${letter}/depot`, { vu: await seen(id), date: '17/06/2026' }),
    )
    expect(again.problems.join()).toContain('Cette lettre n’attend plus')
  })
})

describe('a letter is not prepared, and the page says why', () => {
  it.each([
    ['denonciation', { date: '16/06/2026' }, 'est passé'],
    ['denonciation', { date: '30/02/2026' }, 'n’existe pas dans le calendrier'],
    ['denonciation', { partie: 'personne' }, 'Choisissez une des parties'],
    ['mise-en-demeure', { etendue: 'totale' }, 'Écrivez ce qui est reproché'],
    ['mise-en-demeure', { etendue: 'partielle', motifs: 'Article 4.' }, 'Cochez au moins un lieu'],
    ['resiliation', { etendue: 'totale', mise: 'aucune' }, 'n’est pas enregistrée'],
    ['reponse-a-une-demande', { demande: 'aucune' }, 'n’est pas enregistrée'],
  ])('%s %o', async (objet, change, sentence) => {
    const answer = await read(await prepare(await inForce(), objet, change as Record<string, string>))
    expect(answer.status).toBe(422)
    expect(answer.problems.join()).toContain(sentence)
    expect(answer.value('ville')).toBe('Caen')
  })

  it('that would stay without effect: the convention has no such clause (AGR-49)', async () => {
    const id = await inForce({ templateId: 'territoires-apprenants' })
    const answer = await read(await prepare(id, 'denonciation', { partie: 'departement' }))
    expect(answer.problems.join()).toContain('Cette lettre resterait sans effet')
  })

  it('deposited tomorrow', async () => {
    const id = await inForce()
    const letter = await prepared(id, 'denonciation')
    const answer = await read(
      await officer.post(`${letter}/depot`, { vu: await seen(id), date: '18/06/2026' }),
    )
    expect(answer.problems.join()).toContain('n’est pas encore arrivé')
  })

  it('when an act was recorded meanwhile', async () => {
    const answer = await read(await prepare(await inForce(), 'denonciation', { vu: '1' }))
    expect(answer.problems.join()).toContain('pendant votre saisie')
  })
})

describe('a prepared letter is its sender’s', () => {
  it('the partner sees it once deposited, never before', async () => {
    const id = await inForce()
    const letter = await prepared(id, 'avis-de-reconduction')
    const slug = `/conventions/${id}/documents/lettre-${letter.split('/').at(-1)}`
    const partner = await app.signIn('partner', { organisation: (await found(id)).partner.id })
    expect((await partner.get(letter)).status).toBe(403)
    expect((await partner.get(slug)).status).toBe(404)
    expect((await partner.get(`${slug}/pdf`)).status).toBe(404)
    await officer.post(`${letter}/depot`, { vu: await seen(id), date: '17/06/2026' })
    expect((await partner.get(`${slug}/pdf`)).status).toBe(200)
    expect((await read(await partner.get(`/conventions/${id}`))).text).toContain('Avis de reconduction')
  })

  it('an act does not take the letter of another agreement', async () => {
    const [id, other] = [await inForce(), await inForce()]
    const letter = await prepared(other, 'denonciation')
    const preparee = letter.split('/').at(-1) ?? ''
    const asked = { vu: await seen(id), preparee, partie: 'region', voie: 'recommande', date: '17/06/2026' }
    const shown = await officer.post(`/conventions/${id}/denonciation`, asked)
    await officer.post(`/conventions/${id}/denonciation`, await formOf(shown))
    expect((await read(await officer.get(letter))).text).toContain('Préparée')
  })
})
