import { type LatLngBounds, latLngBounds } from 'leaflet'

const SAME_POINT = 0.00002

/** What is at a mark, read beside it: Enter opens it, Escape closes it and gives the focus back. DIR-69. */
export class Panel {
  readonly #element: HTMLElement
  readonly #addressOf: (at: LatLngBounds) => URL
  #from: HTMLElement | null = null

  constructor(frame: HTMLElement, addressOf: (at: LatLngBounds) => URL) {
    this.#addressOf = addressOf
    this.#element = document.createElement('div')
    this.#element.className = 'map-panel'
    this.#element.hidden = true
    this.#element.tabIndex = -1
    this.#element.setAttribute('role', 'region')
    frame.append(this.#element)
    frame.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !this.#element.hidden) this.close()
    })
    // What is pressed in it is no move of the map.
    for (const kind of ['mousedown', 'dblclick', 'wheel', 'touchstart', 'keydown'])
      this.#element.addEventListener(kind, (event) => {
        if (!(event instanceof KeyboardEvent && event.key === 'Escape')) event.stopPropagation()
      })
  }

  async open(from: HTMLElement, [longitude, latitude]: readonly [number, number], label: string) {
    const at = latLngBounds(
      [latitude - SAME_POINT, longitude - SAME_POINT],
      [latitude + SAME_POINT, longitude + SAME_POINT],
    )
    const answer = await fetch(this.#addressOf(at))
    if (!answer.ok) throw new Error(`panel: ${answer.status}`)
    const content = new DOMParser().parseFromString(await answer.text(), 'text/html').body
    this.#element.replaceChildren(this.#closing(), ...content.childNodes)
    this.#element.setAttribute('aria-label', label)
    this.#element.hidden = false
    this.#from = from
    this.#element.focus()
  }

  close() {
    this.#element.hidden = true
    this.#from?.focus()
  }

  #closing(): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'map-panel-close'
    button.textContent = 'Fermer'
    button.addEventListener('click', () => this.close())
    return button
  }
}
