import { type Instant, instant, laterBy } from '../../../kernel/instant.ts'
import { type KeptAct, keep, kept, told } from './desk/kept-acts.ts'
import { sendInOrder } from './desk/send-acts.ts'

/**
 * Acts of the desk without network: what a form would have sent is kept on the device with its key and its hour, and sent
 * in order when the network is back with the page open. Photos wait for the network. EQP-1303.
 */
export async function enhance(element: HTMLElement): Promise<void> {
  const board = boardIn(element)
  const refresh = async () => show(board, await kept())
  const send = async () => {
    const before = (await kept()).filter(({ refusal }) => refusal === '').length
    if (before === 0 || !navigator.onLine) return refresh()
    const sent = await sendInOrder()
    await refresh()
    // What the page shows is older than what was sent.
    if (sent > 0) location.assign(element.dataset.home ?? location.href)
  }
  element.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || navigator.onLine) return
    event.preventDefault()
    void keepForm(form).then(refresh)
  })
  window.addEventListener('online', () => void send())
  window.addEventListener('beforeunload', (event) => {
    if (board.dataset.waiting !== '0') event.preventDefault()
  })
  await send()
}

async function keepForm(form: HTMLFormElement): Promise<void> {
  const fields: [string, string][] = []
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.push([name, value])
  if (form.enctype === 'multipart/form-data')
    return told(form, 'Les photos attendent le réseau : gardez cette page ouverte et renvoyez-la ensuite.')
  const made = deviceTime()
  const key = String(new FormData(form).get('cle') ?? '')
  const label = form.querySelector('button:not([type="button"])')?.textContent ?? ''
  await keep({
    key,
    label,
    made,
    rank: performance.timeOrigin + performance.now(),
    action: form.getAttribute('action') ?? '',
    fields: [...fields, ['hors_ligne', 'oui'], ['fait_a', made]],
    refusal: '',
  })
  told(form, 'Gardé sur cet appareil. Envoyé dès que le réseau revient, cette page ouverte.')
}

/** The hour of the device, in UTC. */
function deviceTime(): Instant {
  return laterBy(
    instant('1970-01-01T00:00:00Z'),
    Math.round((performance.timeOrigin + performance.now()) / 1000),
  )
}

function boardIn(element: HTMLElement): HTMLElement {
  const board = document.createElement('div')
  board.setAttribute('role', 'status')
  board.className = 'notice notice-warning'
  board.dataset.waiting = '0'
  board.hidden = true
  element.prepend(board)
  return board
}

function show(board: HTMLElement, acts: readonly KeptAct[]): void {
  const waiting = acts.filter(({ refusal }) => refusal === '')
  board.dataset.waiting = String(waiting.length)
  board.hidden = acts.length === 0
  const text = document.createElement('div')
  text.append(
    sentence(
      waiting.length === 1 ? '1 acte pas encore envoyé' : `${waiting.length} actes pas encore envoyés`,
    ),
    ...acts.map(({ label, made, refusal, fields }) => {
      const data = fields
        .filter(([name]) => !HIDDEN.includes(name))
        .map(([name, value]) => `${name} ${value}`)
      const why = refusal === '' ? '' : ` Refusé : ${refusal} Ce qui était noté : ${data.join(', ')}.`
      return sentence(`${label}, ${made.slice(11, 16)} UTC.${why}`)
    }),
  )
  board.replaceChildren(text)
}

const HIDDEN = ['cle', 'vu', 'dessin', 'hors_ligne', 'fait_a']

function sentence(text: string): HTMLElement {
  const line = document.createElement('p')
  line.textContent = text
  return line
}
