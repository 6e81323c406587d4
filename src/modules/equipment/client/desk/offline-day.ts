import { enhance as reducePhoto } from '../photo.ts'
import { enhance as readLabel } from '../scan.ts'
import { enhance as drawSignature } from '../signature-pad.ts'
import type { Pack, PackedLoan } from './kept-pack.ts'
import { keepablePage } from './offline-page.ts'

const HELP: Readonly<Record<string, (element: HTMLElement) => void>> = {
  'equipment/photo': reducePhoto,
  'equipment/scan': readLabel,
  'equipment/signature-pad': drawSignature,
}

/** The loans of the pack, each one tap away. */
export function drawDay(element: HTMLElement, pack: Pack): void {
  const list = document.createElement('ul')
  for (const { path, title, when, who } of pack.loans) {
    const link = document.createElement('a')
    link.href = path
    link.textContent = title
    const line = document.createElement('li')
    line.append(link, ` ${when}, ${who}`)
    list.append(line)
  }
  element.replaceChildren(keepablePage(pack, 'Guichet sans réseau'), list)
}

/** One loan, with the forms of all that may be done with it: they are kept, and sent later. */
export function drawLoan(element: HTMLElement, pack: Pack, loan: PackedLoan): void {
  const section = document.createElement('section')
  section.dataset.version = pack.version
  // Drawn by our own server, and read from it alone.
  section.innerHTML = loan.html
  const back = document.createElement('a')
  back.href = pack.home
  back.textContent = 'Toute la journée'
  element.replaceChildren(keepablePage(pack, loan.title), back, section)
  for (const one of section.querySelectorAll<HTMLElement>('[data-island]'))
    HELP[one.dataset.island ?? '']?.(one)
}
