/**
 * « Autour de moi »: asked only when pressed, rounded to about 100 m before it leaves the device, carried by the address and
 * kept nowhere. DIR-62.
 */
export function enhance(element: HTMLElement) {
  const button = element.querySelector('button')
  const status = element.querySelector('[role="status"]')
  if (!button || !status || !('geolocation' in navigator)) return
  element.hidden = false
  button.addEventListener('click', () => {
    status.textContent = 'Recherche de votre position…'
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => location.assign(around(element.dataset.list ?? '', coords)),
      () => {
        status.textContent =
          'Votre appareil n’a pas donné sa position. Écrivez plutôt une commune ou un code postal.'
      },
      { maximumAge: 600_000, timeout: 15_000 },
    )
  })
}

function around(list: string, { latitude, longitude }: GeolocationCoordinates): string {
  const address = new URL(list, location.href)
  address.searchParams.set('position', `${latitude.toFixed(3)},${longitude.toFixed(3)}`)
  if (!address.searchParams.has('rayon')) address.searchParams.set('rayon', '20')
  return address.href
}
