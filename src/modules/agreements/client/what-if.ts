import { addDays, type Day, daysBetween, parseDay } from '../../../kernel/day.ts'

/** Days the slider goes through, from today on. */
const SPAN = 730
/** Between two positions of the slider and the question asked to the server. */
const PAUSE_MS = 250

/**
 * Under the date of a simulation, a slider that moves it: the same page is asked again and its results take the place
 * of the former ones. Without it, the form does the same.
 */
export function enhance(element: HTMLElement): void {
  const form = element.querySelector('form')
  const date = element.querySelector<HTMLInputElement>('[name="date"]')
  const today = element.dataset.today as Day | undefined
  if (!form || !date || !today) return
  const slider = sliderFrom(element.dataset.label ?? '', positionOf(date.value, today))
  date.closest('.field')?.append(slider.label)
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  slider.input.addEventListener('input', () => {
    date.value = frenchDay(addDays(today, Number(slider.input.value)))
    slider.input.setAttribute('aria-valuetext', date.value)
    clearTimeout(waiting)
    waiting = setTimeout(async () => {
      asked += 1
      const turn = asked
      const results = await resultsOf(form)
      // An answer that comes after a later question is already out of date.
      if (turn === asked && results) show(element, results)
    }, PAUSE_MS)
  })
}

function sliderFrom(words: string, position: number) {
  const label = document.createElement('label')
  const input = document.createElement('input')
  input.type = 'range'
  input.min = '0'
  input.max = String(SPAN)
  input.value = String(position)
  label.append(words, ' ', input)
  return { label, input }
}

async function resultsOf(form: HTMLFormElement): Promise<Element | null> {
  const asked = new URLSearchParams(
    [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]),
  )
  try {
    const answer = await fetch(`${form.action}?${asked}`)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    return page.querySelector('[data-simulation]')
  } catch {
    // Offline: the form still says so when it is sent.
    return null
  }
}

function show(element: HTMLElement, results: Element): void {
  const former = element.querySelector('[data-simulation]')
  if (former) former.replaceWith(results)
  else element.prepend(results)
}

function positionOf(typed: string, today: Day): number {
  const on = parseDay(typed)
  const days = on ? daysBetween(today, on) : 0
  return Math.min(SPAN, Math.max(0, days))
}

function frenchDay(on: Day): string {
  return on.split('-').reverse().join('/')
}
