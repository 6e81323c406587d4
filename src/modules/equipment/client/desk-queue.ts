import { boardIn, show } from './desk/board.ts'
import { keepForm, markKept } from './desk/keep-form.ts'
import { kept } from './desk/kept-acts.ts'
import { isReachable } from './desk/network.ts'
import { sendInOrder } from './desk/send-acts.ts'

const PATIENCE = 5_000

/**
 * Acts of the desk without network: what a form would have sent, photos and drawings included, is kept on the device with
 * its key and its hour, and sent in order when the network is back with the page open. EQP-1303.
 */
export async function enhance(element: HTMLElement): Promise<void> {
  const board = boardIn(element)
  const by = element.dataset.person ?? ''
  let isStaying = false
  const refresh = async () => {
    show(board, await kept(), by, { changed: () => void refresh(), retry: () => void send() })
    await markKept(element, by)
  }
  const send = async () => {
    await refresh()
    if (board.dataset.waiting === '0') return
    if (!(await isReachable())) return again()
    const sent = await sendInOrder(by)
    await refresh()
    // What the page shows is older than what was sent; what was refused is read first.
    if (sent > 0 && (await kept()).every(({ refusal }) => refusal === '')) {
      isStaying = true
      location.assign(element.dataset.home ?? location.href)
    }
  }
  // A telephone may say that it is on line before it is: it is asked again, as long as something waits.
  let next = 0
  const again = () => {
    clearTimeout(next)
    next = window.setTimeout(() => void send(), PATIENCE)
  }
  element.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
    event.preventDefault()
    void sendOrKeep(form)
  })
  /** What waits goes first: a form then takes its turn. */
  const sendOrKeep = async (form: HTMLFormElement) => {
    if (board.dataset.waiting === '0' && (await isReachable())) return form.submit()
    await keepForm(form, by)
    await refresh()
    await send()
  }
  element.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null
    isStaying = link?.pathname.includes('/materiel/guichet') === true && link.target === ''
  })
  window.addEventListener('online', () => void send())
  window.addEventListener('beforeunload', (event) => {
    if (board.dataset.waiting !== '0' && !isStaying) event.preventDefault()
  })
  await send()
}
