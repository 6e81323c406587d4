/** Tiles drawn under the places, of a server that the head of the network chose. DIR-70. */
export interface BaseMap {
  /** With `{z}`, `{x}` and `{y}`; `https` only. */
  tilesUrl: string
  /** Who made them: shown on the map wherever they are. */
  attribution: string
  /** The closest zoom for which they exist, 1 to 22. */
  maxZoom: number
}

/** The State's own map, open to everybody: IGN's Plan, by its web map tile service. */
export const IGN_PLAN: BaseMap = {
  tilesUrl:
    'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}',
  attribution: '© IGN',
  maxZoom: 19,
}

export type TilesProblem = 'not-an-address' | 'not-https' | 'no-position'

/** What is wrong with a template of addresses; null: nothing. */
export function tilesProblem(template: string): TilesProblem | null {
  if (!URL.canParse(template)) return 'not-an-address'
  const { protocol, hostname, username } = new URL(template)
  if (protocol !== 'https:') return 'not-https'
  if (username !== '' || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(hostname)) return 'not-an-address'
  if (!template.toLowerCase().startsWith(`https://${hostname}`)) return 'not-an-address'
  return ['{z}', '{x}', '{y}'].every((part) => template.includes(part)) ? null : 'no-position'
}

/** The only other machine a browser may ask: `https://data.geopf.fr`. */
export function tilesOrigin({ tilesUrl }: BaseMap): string {
  return new URL(tilesUrl).origin
}
