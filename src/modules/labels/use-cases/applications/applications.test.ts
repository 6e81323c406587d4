import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { aPlace } from '../../../agreements/testing.ts'
import { aCriterion, aScheme } from '../../domain/schemes/testing.ts'
import { aLabel, anApplicant } from '../../testing-applications.ts'

const app = useApp({ today: day('2026-06-17') })
const evidence = [{ kind: 'photo', isRequired: false, maxAgeMonths: null }] as const
const criteria = [
  aCriterion('A1', { title: 'Postes', kind: 'number', evidence }),
  aCriterion('A2', {
    title: 'Tarif',
    kind: 'choice',
    choices: [
      { value: 'Gratuit', meets: true },
      { value: 'Payant', meets: false },
    ],
  }),
]
const pdf = (name: string) => new File([`%PDF-1.7 ${name}`], name)
let label: Awaited<ReturnType<typeof aLabel>>
let first: Browser
let second: Browser

beforeAll(async () => {
  label = await aLabel(
    app.context(),
    aScheme({ criteria, agreement: null, validity: { kind: 'next_edition' } }),
  )
  const { organisation } = await anApplicant(app.context(), 'Valmer')
  first = await app.signIn('facilitator', { organisation })
  second = await app.signIn('partner', { organisation })
})

const open = (browser: Browser, place: string) =>
  browser.post(`/candidatures/nouvelle/${label.id}`, { lieu: place, objet: 'candidature' })

async function draft(name: string): Promise<string> {
  const answer = await open(first, await aPlace(app.context(), name))
  return answer.headers.get('location') ?? ''
}

const statuses = async (answers: readonly Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status }) => status).sort()

describe('two at once', () => {
  it('open one file for one place, whoever comes first (LAB-52)', async () => {
    const place = await aPlace(app.context(), 'Lieu disputé')
    expect(await statuses([open(first, place), open(second, place)])).toEqual([303, 422])
    const { rows } = await app.database.pool.query('select id from labels.application where place_id = $1', [
      place,
    ])
    expect(rows.length).toBe(1)
  })

  it('save one section: the second is shown both (LAB-53)', async () => {
    const address = `${await draft('Lieu partagé')}/rubriques/1`
    const answers = [
      first.post(address, { vu: '0', rep_A1: '12' }),
      second.post(address, { vu: '0', rep_A1: '14' }),
    ]
    expect(await statuses(answers)).toEqual([303, 409])
  })

  it('send one file once, under one number (LAB-14)', async () => {
    const address = await draft('Lieu envoyé')
    await first.post(`${address}/rubriques/1`, { vu: '0', rep_A1: '12', rep_A2: 'Gratuit' })
    const lu = (await read(await first.get(`${address}/envoi`))).value('lu') ?? ''
    expect(await statuses([first, second].map((one) => one.post(`${address}/envoi`, { lu })))).toEqual([
      303, 422,
    ])
    const { rows } = await app.database.pool.query(
      'select reference, state, seq from labels.application where reference is not null',
    )
    expect(rows).toEqual([{ reference: 'EPN-2026-D0001', state: 'submitted', seq: 2 }])
  })

  it('replace one proof once (LAB-9)', async () => {
    await first.post('/candidatures/preuves', { fichier: pdf('devis.pdf') })
    const { rows } = await app.database.pool.query(`select id from labels.proof where name = 'devis.pdf'`)
    const address = `/candidatures/preuves/${rows[0].id}/remplacement`
    const answers = [first, second].map((one, rank) =>
      one.post(address, { fichier: pdf(`devis-${rank}.pdf`) }),
    )
    expect(await statuses(answers)).toEqual([303, 422])
  })
})

describe('what was typed', () => {
  it('is kept, whatever one field holds (LAB-52)', async () => {
    const address = `${await draft('Lieu soigné')}/rubriques/1`
    const page = await read(
      await first.post(address, { vu: '0', rep_A1: '12,5', rep_A2: 'Troc', piece_A1_0: pdf('plan.pdf') }),
    )
    expect(page.status).toBe(422)
    expect(page.problems).toEqual(
      [
        'Choisissez une réponse de la liste.',
        '« plan.pdf » n’est pas une photo : envoyez une image JPEG ou PNG.',
      ].map((text) => expect.stringMatching(new RegExp(text.replace(/[.«»]/g, '.')))),
    )
    expect(page.value('rep_A1')).toBe('12,5')
    const again = await read(await first.get(address))
    expect(again.value('rep_A1')).toBe('12,5')
  })

  it('is taken away when it is emptied, and what the page did not ask stays', async () => {
    const address = `${await draft('Lieu vidé')}/rubriques/1`
    await first.post(address, { vu: '0', rep_A1: '12', rep_A2: 'Gratuit' })
    await first.post(address, { vu: '1', rep_A1: '' })
    const page = await read(await first.get(address))
    expect(page.value('rep_A1') ?? '').toBe('')
    expect(page.document.querySelector('[name="rep_A2"][checked]')?.getAttribute('value')).toBe('Gratuit')
  })
})

describe('an address', () => {
  it('of a section, a label or a file that does not exist is not found (LAB-55)', async () => {
    const address = await draft('Lieu sans suite')
    for (const path of [
      `${address}/rubriques/9`,
      `${address}/rubriques/zut`,
      '/candidatures/nouvelle/00000000-0000-7000-8000-000000000000',
      '/candidatures/preuves/zut/fichier',
      '/candidatures/zut',
    ])
      expect((await first.get(path)).status, path).toBe(404)
  })
})
