import { markKept } from './desk/keep-form.ts'
import { keptPack, loadPack, loanByCode, type Pack } from './desk/kept-pack.ts'
import { isReachable } from './desk/network.ts'
import { drawDay, drawLoan } from './desk/offline-day.ts'
import { keepPage } from './desk/offline-page.ts'

/**
 * The day of a desk on the device: loaded whole when the page opens, worked from when the network is gone, at this address
 * and at that of each loan. EQP-1303.
 */
export async function enhance(element: HTMLElement): Promise<void> {
  const { pack: source = '', home = '', worker = '', person = '' } = element.dataset
  const draw = async (pack: Pack | null, path: string) => {
    if (!pack) return
    const loan = pack.loans.find((one) => one.path === path)
    if (loan) drawLoan(element, pack, loan)
    else drawDay(element, pack)
    await markKept(element, person)
  }
  const kept = () => keptPack(home, person)
  const load = async () => {
    if (!(await loadPack({ home, source, person }))) return
    element.dataset.packed = 'oui'
    await keepPage(home, worker)
  }
  const go = (path: string, pack: Pack | null) => {
    history.pushState(null, '', path)
    void draw(pack, path)
  }
  element.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || navigator.onLine || !link.pathname.startsWith(new URL(home, location.href).pathname)) return
    event.preventDefault()
    void kept().then((pack) => go(link.pathname, pack))
  })
  element.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'get' || navigator.onLine) return
    event.preventDefault()
    void kept().then((pack) => pack && open(pack, String(new FormData(form).get('q') ?? '')))
  })
  const open = (pack: Pack, typed: string) => {
    const loan = loanByCode(pack, typed)
    if (loan) go(loan.path, pack)
  }
  window.addEventListener('popstate', () => {
    if (!navigator.onLine) void kept().then((pack) => draw(pack, location.pathname))
  })
  window.addEventListener('online', () => void load())
  if (await isReachable()) await load()
  else await draw(await kept(), location.pathname)
}
