// The desk without network: any page of it is then the page of the day, as it was last read. EQP-1303.
const CACHE = 'maillage-guichet'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  // What our own scripts ask for is theirs to miss.
  if (request.method !== 'GET' || request.destination === '') return
  const kept = request.mode === 'navigate' ? self.registration.scope : request.url
  event.respondWith(fetch(request).catch(() => fromDevice(kept)))
})

async function fromDevice(url) {
  const cache = await caches.open(CACHE)
  return (await cache.match(url)) ?? Response.error()
}
