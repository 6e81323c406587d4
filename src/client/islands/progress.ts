const EVERY = 2000

/** Asks the same page for news while the work lasts; when it is over, shows the page that follows. */
export function enhance(element: HTMLElement): void {
  const timer = setInterval(async () => {
    const news = await readNews().catch(() => null)
    if (!news) return
    const next = news.querySelector('[data-island="client/progress"]')
    if (next) update(element, next)
    else {
      clearInterval(timer)
      location.reload()
    }
  }, EVERY)
}

async function readNews(): Promise<Document> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } })
  return new DOMParser().parseFromString(await response.text(), 'text/html')
}

/** The bar and its sentence only: focus stays where it is, and a screen reader hears the sentence. */
function update(element: HTMLElement, next: Element): void {
  for (const selector of ['progress', '.progress-sentence']) {
    const [shown, fresh] = [element.querySelector(selector), next.querySelector(selector)]
    if (!shown || !fresh) continue
    for (const { name, value } of fresh.attributes) shown.setAttribute(name, value)
    if (shown.textContent !== fresh.textContent) shown.textContent = fresh.textContent
  }
}
