import { KEPT_PAGES, type Pack } from './kept-pack.ts'

/** Says what is on the screen: the title of the page, and how old the pack is. */
export function keepablePage({ told }: Pack, title: string): HTMLElement {
  const heading = document.querySelector('h1')
  if (heading) heading.textContent = title
  document.title = title
  const notice = document.createElement('div')
  notice.className = 'notice notice-info'
  notice.setAttribute('role', 'status')
  const text = document.createElement('p')
  text.textContent = `Pas de réseau\u00a0: voici le ${told}. Ce que vous faites est gardé ici et part dès que le réseau revient.`
  notice.append(text)
  return notice
}

/**
 * Keeps the page of the day and what draws it, so that it opens again without network: the worker gives them back.
 * Absent where the browser has no worker: the page then stays open.
 */
export async function keepPage(home: string, worker: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register(worker, { scope: home })
  const cache = await caches.open(KEPT_PAGES)
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter((url) => url.origin === location.origin && /\.(js|ts|css|svg|png|jpg|webp)$/.test(url.pathname))
  const page = await fetch(home)
  if (page.ok && !page.redirected) await cache.put(new URL(home, location.href), page)
  await Promise.all(files.map((url) => cache.add(url).catch(() => {})))
}
