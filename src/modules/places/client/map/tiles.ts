import { type Map as LeafletMap, tileLayer } from 'leaflet'

/** One tile may be missing; several and none that came: the server is down. */
const ENOUGH_FAILURES = 3

/** The tiles that the network chose, over our outlines; if they do not come, the outlines stay. DIR-70. */
export function drawTiles(map: LeafletMap, { tiles, attribution = '', maxZoom }: DOMStringMap) {
  if (!tiles) return
  const layer = tileLayer(tiles, { maxNativeZoom: Number(maxZoom), maxZoom: Number(maxZoom) })
  const credit = document.querySelector('.map-credit')
  const own = credit?.textContent ?? ''
  if (credit) credit.textContent = `Fond de carte\u00a0: ${attribution}.`
  let [loaded, failed] = [0, 0]
  layer.on('tileload', () => {
    loaded += 1
  })
  layer.on('tileerror', () => {
    failed += 1
    if (loaded > 0 || failed !== ENOUGH_FAILURES) return
    layer.remove()
    map.getContainer().classList.remove('map-tiled')
    if (credit) credit.textContent = `${own} Le plan des rues ne répond pas pour le moment.`
  })
  map.getContainer().classList.add('map-tiled')
  layer.addTo(map)
}
