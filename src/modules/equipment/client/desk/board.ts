import { instant, timeOf } from '../../../../kernel/instant.ts'
import { forget, type KeptAct, keep } from './kept-acts.ts'

/** What the board does when something of it changes. */
export interface BoardActs {
  readonly changed: () => void
  readonly retry: () => void
}

/** A place at the top of the page for what is not sent yet. */
export function boardIn(element: HTMLElement): HTMLElement {
  const board = document.createElement('div')
  board.setAttribute('role', 'status')
  board.className = 'notice notice-warning'
  board.dataset.waiting = '0'
  board.hidden = true
  element.prepend(board)
  return board
}

/** How many acts wait, and each with its hour; a refused one with its reason, to be corrected, printed or dropped. */
export function show(board: HTMLElement, acts: readonly KeptAct[], by: string, on: BoardActs): void {
  const own = acts.filter((act) => act.by === by)
  const waiting = own.filter(({ refusal }) => refusal === '').length
  board.dataset.waiting = String(waiting)
  board.hidden = acts.length === 0
  const others = acts.length - own.length
  const list = document.createElement('ul')
  list.append(...own.map((act) => lineOf(act, on)))
  const text = document.createElement('div')
  if (own.length > 0) text.append(counted(waiting, own.length - waiting), list)
  if (others > 0)
    text.append(
      made('p', `${acts_(others)} d’une autre personne\u00a0: ils partiront quand elle se connectera ici.`),
    )
  board.replaceChildren(text)
}

function counted(waiting: number, refused: number): HTMLElement {
  const told = [
    waiting > 0 ? `${acts_(waiting)} pas encore ${waiting === 1 ? 'envoyé' : 'envoyés'}` : '',
    refused > 0 ? `${acts_(refused)} ${refused === 1 ? 'refusé' : 'refusés'}` : '',
  ]
  const line = document.createElement('p')
  line.append(
    made(
      'strong',
      told
        .filter((one) => one !== '')
        .join(', ')
        .concat('.'),
    ),
  )
  return line
}

const acts_ = (count: number) => (count === 1 ? '1 acte' : `${count} actes`)

/** The hour the agent read on the device. */
function hourHere(made: string): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return timeOf(instant(made), timeZone).slice(0, 5).replace(':', '\u00a0h\u00a0')
}

function lineOf(act: KeptAct, on: BoardActs): HTMLElement {
  const line = made('li', `${act.label}, ${act.about}, à ${hourHere(act.made)}.`)
  if (act.refusal === '') return line
  line.append(made('p', `Refusé\u00a0: ${act.refusal}`), correction(act, on))
  return line
}

/** What was typed, to be corrected and sent again, or printed with the page, or dropped. */
function correction(act: KeptAct, { changed, retry }: BoardActs): HTMLElement {
  const form = document.createElement('form')
  const typed = act.fields.filter(([name, value]) => typeof value === 'string' && !HIDDEN.includes(name))
  form.append(...typed.map(([name, value]) => field(name, String(value))))
  form.append(button('submit', 'Renvoyer l’acte corrigé'))
  form.append(button('button', 'Imprimer', () => window.print()))
  form.append(button('button', 'Retirer de cet appareil', () => void forget(act.key).then(changed)))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    event.stopPropagation()
    void resend(act, new FormData(form)).then(retry)
  })
  return form
}

/** Corrected, it is another sending: it takes another key. */
async function resend(act: KeptAct, data: FormData): Promise<void> {
  await forget(act.key)
  const fields = act.fields.map(([name, value]) => [name, data.get(name) ?? value] as const)
  await keep({ ...act, fields, key: crypto.randomUUID(), refusal: '' })
}

function field(name: string, value: string): HTMLElement {
  const label = made('label', name.replaceAll('-', ' '))
  const input = document.createElement('input')
  Object.assign(input, { name, value, className: 'input' })
  label.append(input)
  return label
}

function button(type: 'submit' | 'button', text: string, act?: () => void): HTMLElement {
  const made_ = made('button', text)
  made_.className = 'button button-plain'
  made_.setAttribute('type', type)
  if (act) made_.addEventListener('click', act)
  return made_
}

function made(name: string, text: string): HTMLElement {
  const element = document.createElement(name)
  element.textContent = text
  return element
}

const HIDDEN = ['cle', 'vu', 'partie', 'dessin', 'connu', 'hors_ligne', 'fait_a', 'paquet']
