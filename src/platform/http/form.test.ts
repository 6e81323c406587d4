import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { AppEnv } from './env.ts'
import { requiredDay, requiredText, severalOf } from './fields.ts'
import { blankForm, confirmationOf, type FormPage, type FormState, form } from './form.ts'

const page: FormPage = (c, state) => c.html(JSON.stringify(state))

const visit = z.object({
  nom: requiredText('Indiquez votre nom.', 10),
  jour: requiredDay('Indiquez le jour.'),
  aides: severalOf(['papier', 'écran'], 'Choisissez dans la liste.'),
  piece: z.instanceof(File).optional(),
})

const app = new Hono<AppEnv>()
  .post('/visite', form(visit, page), async (c) => {
    if (c.var.form.nom === 'Refus') return c.var.again({ field: null, message: 'Complet.' })
    return c.json({ ...c.var.form, piece: c.var.form.piece?.size })
  })
  .post(
    '/phrase',
    form(z.object({ nom: z.string(), phrase: z.string() }), page, { asTyped: ['phrase'] }),
    (c) => c.json(c.var.form),
  )
  .post('/acte', form(visit, page), (c) => c.json({ confirmed: c.var.confirmed, shown: c.var.typed.values }))
  .post(
    '/choix',
    form(async () => z.object({ nom: requiredText('Un nom.') }), page),
    (c) => c.json(c.var.form),
  )

async function send(
  path: string,
  body: BodyInit,
): Promise<{ status: number; state: FormState & Record<string, unknown> }> {
  const answer = await app.request(path, { method: 'POST', body })
  return { status: answer.status, state: JSON.parse(await answer.text()) }
}

function fields(...pairs: [string, string | File][]): FormData {
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  return data
}

describe('a form', () => {
  it('hands over what was read: trimmed, typed, several values, files', async () => {
    const piece = new File(['abc'], 'a.txt')
    const sent = fields(
      ['nom', '  Odile '],
      ['jour', '17/06/2026'],
      ['aides', 'papier'],
      ['aides', 'écran'],
      ['piece', piece],
    )
    expect(await send('/visite', sent)).toEqual({
      status: 200,
      state: { nom: 'Odile', jour: '2026-06-17', aides: ['papier', 'écran'], piece: 3 },
    })
  })

  it('keeps every sign of the fields it names as typed, but what a database refuses', async () => {
    const sent = fields(['nom', ' Odile '], ['phrase', '  un vélo\0 '])
    expect(await send('/phrase', sent)).toEqual({
      status: 200,
      state: { nom: 'Odile', phrase: '  un vélo ' },
    })
  })

  it('answers 422 and loses nothing that was typed, exactly as it was typed', async () => {
    const sent = fields(
      ['nom', ''],
      ['jour', ' 31/02/2026'],
      ['aides', 'papier'],
      ['aides', 'écran'],
      ['autre', '<b>'],
      ['piece', new File(['abc'], 'a.txt')],
    )
    const { status, state } = await send('/visite', sent)
    expect(status).toBe(422)
    expect(state.values).toEqual({ nom: '', jour: ' 31/02/2026', aides: ['papier', 'écran'], autre: '<b>' })
    expect(state.problems).toEqual([
      { field: 'nom', message: 'Indiquez votre nom.' },
      {
        field: 'jour',
        message: 'Cette date n’existe pas dans le calendrier. Écrivez-la ainsi : 17/06/2026.',
      },
    ])
  })

  it('names each field once, also when it is absent', async () => {
    const { state } = await send('/visite', fields(['aides', 'autre chose']))
    expect(state.problems.map(({ field }) => field)).toEqual(['nom', 'jour', 'aides'])
  })

  it('is refused by its act in the same words and with the same values', async () => {
    const { status, state } = await send('/visite', fields(['nom', 'Refus'], ['jour', '2026-06-17']))
    expect(status).toBe(422)
    expect(state).toEqual({
      values: { nom: 'Refus', jour: '2026-06-17' },
      problems: [{ field: null, message: 'Complet.' }],
    })
  })

  it('is confirmed by the words whose consequence was shown, and by no others', async () => {
    const words: [string, string][] = [
      ['nom', 'Odile'],
      ['jour', '2026-06-17'],
    ]
    const { state } = await send('/acte', fields(...words, ['aides', 'papier'], ['aides', 'écran']))
    expect(state.confirmed).toBe(false)
    const confirme = confirmationOf(state.shown as FormState['values'])
    const inAnotherOrder = fields(['aides', 'papier'], ['aides', 'écran'], ['confirme', confirme], ...words)
    expect((await send('/acte', inAnotherOrder)).state.confirmed).toBe(true)
    const fewer = fields(...words, ['aides', 'papier'], ['confirme', confirme])
    expect((await send('/acte', fewer)).state.confirmed).toBe(false)
    const guessed = fields(...words, ['confirme', 'oui'])
    expect((await send('/acte', guessed)).state.confirmed).toBe(false)
  })

  it('may depend on the thing it is about', async () => {
    expect((await send('/choix', fields(['nom', 'Odile']))).state).toEqual({ nom: 'Odile' })
    expect((await send('/choix', fields())).status).toBe(422)
  })

  it('drops what the database could not hold, and no other odd sign', async () => {
    const { state } = await send('/visite', fields(['nom', 'Zoé\0 😀'], ['jour', '2026-06-17']))
    expect(state.nom).toBe('Zoé 😀')
  })

  it('keeps fields named like parts of JavaScript apart from it', async () => {
    const { status, state } = await send(
      '/choix',
      fields(['__proto__', 'x'], ['constructor', 'y'], ['nom', '']),
    )
    expect(status).toBe(422)
    expect(state.values.nom).toBe('')
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it('read wrongly is a wrong request, not our fault', async () => {
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x', 'application/json']) {
      const answer = await app.request('/choix', {
        method: 'POST',
        body: '--y broken',
        headers: { 'content-type': type },
      })
      expect(answer.status, type).toBe(422)
    }
  })

  it('starts blank', () => {
    expect(blankForm).toEqual({ values: {}, problems: [] })
  })
})
