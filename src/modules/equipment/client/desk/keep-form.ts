import { type Instant, instant, laterBy } from '../../../../kernel/instant.ts'
import { type KeptAct, keep, kept, loanOf, movesOn } from './kept-acts.ts'

/** Keeps what a form would have sent, with its key, the hour of the device and the version of what was on the screen. */
export async function keepForm(form: HTMLFormElement, by: string): Promise<void> {
  const waiting = (await kept()).filter((act) => act.by === by)
  const data = new FormData(form)
  const made = deviceTime()
  const action = form.getAttribute('action') ?? ''
  const before = waiting.filter((act) => loanOf(act) === loanOf({ action }) && movesOn(act)).length
  const version = form.closest<HTMLElement>('[data-version]')?.dataset.version ?? ''
  const fields = [...data].filter(([name, value]) => name !== 'vu' && value !== '')
  await keep({
    key: freshKey(String(data.get('cle') ?? ''), waiting),
    ...{ by, action, made, fields: [...fields, ...marks(Number(data.get('vu')) + before, made, version)] },
    label: form.querySelector('button:not([type="button"])')?.textContent ?? '',
    about: document.querySelector('h1')?.textContent ?? '',
    rank: performance.timeOrigin + performance.now(),
    upload: form.enctype === 'multipart/form-data',
    refusal: '',
  })
  // A form of photos serves again for the next one.
  if (form.enctype === 'multipart/form-data') form.reset()
}

/** What a kept act says besides what was typed. `vu`: the acts that wait before it move the loan on too. */
function marks(seen: number, made: string, version: string): (readonly [string, string])[] {
  return [
    ['vu', String(seen)],
    ['hors_ligne', 'oui'],
    ['fait_a', made],
    ['paquet', version],
  ]
}

/** The key of the page, once; a page kept on the device may serve twice. */
function freshKey(key: string, waiting: readonly KeptAct[]): string {
  return key === '' || waiting.some((act) => act.key === key) ? crypto.randomUUID() : key
}

/** Forms whose act already waits say so, and are sent no second time. */
export async function markKept(root: HTMLElement, by: string): Promise<void> {
  const waiting = (await kept()).filter((act) => act.by === by)
  for (const form of root.querySelectorAll<HTMLFormElement>('form[method="post"]')) {
    if (form.enctype === 'multipart/form-data') continue
    const waits = waiting.some((act) => isOf(act, form))
    form.querySelector('[data-kept]')?.remove()
    for (const button of form.querySelectorAll('button')) button.disabled = waits
    if (waits) form.append(keptLine())
  }
}

function isOf({ action, fields }: KeptAct, form: HTMLFormElement): boolean {
  const party = new FormData(form).get('partie')
  const isSame = party === null || fields.some(([name, value]) => name === 'partie' && value === party)
  return action === form.getAttribute('action') && isSame
}

function keptLine(): HTMLElement {
  const line = document.createElement('p')
  line.dataset.kept = ''
  line.setAttribute('role', 'status')
  line.textContent = 'Gardé sur cet appareil. Envoyé dès que le réseau revient, cette page ouverte.'
  return line
}

/** The hour of the device, in UTC. */
function deviceTime(): Instant {
  const seconds = Math.round((performance.timeOrigin + performance.now()) / 1000)
  return laterBy(instant('1970-01-01T00:00:00Z'), seconds)
}
