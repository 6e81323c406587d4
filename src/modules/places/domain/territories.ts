/** A part of France as coordinates and telephones see it. `department`: first figures of its postal codes. */
export interface Territory {
  department: string
  name: string
  /** Degrees WGS84 (DIR-21). */
  latitudes: readonly [south: number, north: number]
  longitudes: readonly [west: number, east: number]
}

/** Mainland and Corsica: every postal code that is not of a territory below. */
export const METROPOLE = 'metropole'

export const territories: readonly Territory[] = [
  { department: METROPOLE, name: 'France métropolitaine', latitudes: [41, 51.6], longitudes: [-5.6, 9.9] },
  { department: '971', name: 'Guadeloupe', latitudes: [15.8, 16.6], longitudes: [-61.9, -61] },
  { department: '972', name: 'Martinique', latitudes: [14.3, 15], longitudes: [-61.3, -60.7] },
  { department: '973', name: 'Guyane', latitudes: [2, 6], longitudes: [-54.7, -51.5] },
  { department: '974', name: 'La Réunion', latitudes: [-21.5, -20.8], longitudes: [55.1, 55.9] },
  { department: '975', name: 'Saint-Pierre-et-Miquelon', latitudes: [46.7, 47.2], longitudes: [-56.5, -56] },
  { department: '976', name: 'Mayotte', latitudes: [-13.1, -12.5], longitudes: [44.9, 45.4] },
  { department: '977', name: 'Saint-Barthélemy', latitudes: [17.8, 18], longitudes: [-63, -62.7] },
  { department: '978', name: 'Saint-Martin', latitudes: [18, 18.2], longitudes: [-63.2, -62.9] },
  { department: '986', name: 'Wallis-et-Futuna', latitudes: [-14.5, -13.1], longitudes: [-178.3, -176] },
  { department: '987', name: 'Polynésie française', latitudes: [-28, -7.8], longitudes: [-155, -134] },
  { department: '988', name: 'Nouvelle-Calédonie', latitudes: [-23, -17.5], longitudes: [158, 169] },
]

export function territoryAt(latitude: number, longitude: number): Territory | null {
  for (const territory of territories)
    if (within(latitude, territory.latitudes) && within(longitude, territory.longitudes)) return territory
  return null
}

function within(value: number, bounds: readonly [low: number, high: number]): boolean {
  return value >= bounds[0] && value <= bounds[1]
}

const DEPARTMENTS: ReadonlySet<string> = new Set(territories.map((territory) => territory.department))

/** Saint-Barthélemy and Saint-Martin keep postal codes of Guadeloupe (97133, 97150). */
export function departmentOf(postalCode: string | null): string {
  if (postalCode === '97133') return '977'
  if (postalCode === '97150') return '978'
  const three = postalCode?.slice(0, 3) ?? ''
  return DEPARTMENTS.has(three) ? three : METROPOLE
}
