/** Metres east and north of a projection brought back to degrees: those of `@etalab/project-legal`, computed here. DIR-21. */
export interface Projection {
  readonly name: string
  /** Degrees of latitude where it is used: beyond, its figures mean something else. */
  readonly reach: readonly [south: number, north: number]
  /** Degrees of a point given in metres. */
  readonly inverse: (east: number, north: number) => { latitude: number; longitude: number }
}

// GRS 80, on which every legal projection of France rests today.
const RADIUS = 6_378_137
const FLATTENING = 1 / 298.257222101
const SQUARE = FLATTENING * (2 - FLATTENING)
const ECCENTRICITY = Math.sqrt(SQUARE)

const radians = (degrees: number) => (degrees * Math.PI) / 180
const degrees = (angle: number) => Math.round((angle * 180 * 1e7) / Math.PI) / 1e7

interface Conic {
  readonly name: string
  readonly meridian: number
  readonly origin: number
  readonly parallels: readonly [number, number]
  readonly false: readonly [east: number, north: number]
  readonly reach?: readonly [south: number, north: number]
}

const ANYWHERE = [-90, 90] as const

/** Lambert's conformal conic with two parallels (EPSG 9802). */
function conic(given: Conic): Projection {
  const { name, meridian, origin, parallels, reach = ANYWHERE } = given
  const [east0, north0] = given.false
  const [one, other] = parallels.map(radians) as [number, number]
  const scale = (angle: number) => Math.cos(angle) / Math.sqrt(1 - SQUARE * Math.sin(angle) ** 2)
  const cone =
    (Math.log(scale(one)) - Math.log(scale(other))) / (Math.log(narrow(one)) - Math.log(narrow(other)))
  const size = (RADIUS * scale(one)) / (cone * narrow(one) ** cone)
  const top = size * narrow(radians(origin)) ** cone
  const sign = Math.sign(cone)
  return {
    name,
    reach,
    inverse: (east, north) => {
      const [x, y] = [east - east0, top - (north - north0)]
      const ratio = ((sign * Math.hypot(x, y)) / size) ** (1 / cone)
      const angle = Math.atan2(sign * x, sign * y) / cone
      return { latitude: degrees(latitudeAt(ratio)), longitude: degrees(angle + radians(meridian)) }
    },
  }
}

/** How narrow the cone is at a latitude. */
function narrow(latitude: number): number {
  const sine = ECCENTRICITY * Math.sin(latitude)
  return Math.tan(Math.PI / 4 - latitude / 2) / ((1 - sine) / (1 + sine)) ** (ECCENTRICITY / 2)
}

function latitudeAt(ratio: number): number {
  let latitude = Math.PI / 2 - 2 * Math.atan(ratio)
  for (let turn = 0; turn < 8; turn += 1) {
    const sine = ECCENTRICITY * Math.sin(latitude)
    latitude = Math.PI / 2 - 2 * Math.atan(ratio * ((1 - sine) / (1 + sine)) ** (ECCENTRICITY / 2))
  }
  return latitude
}

/** Universal transverse Mercator, by Snyder's series: within a zone, right to a few millimetres. */
function mercator(zone: number, hemisphere: 'north' | 'south'): Projection {
  const second = SQUARE / (1 - SQUARE)
  const step = (1 - Math.sqrt(1 - SQUARE)) / (1 + Math.sqrt(1 - SQUARE))
  return {
    name: `UTM ${zone} ${hemisphere === 'north' ? 'nord' : 'sud'}`,
    reach: ANYWHERE,
    inverse: (east, north) => {
      const arc = (north - (hemisphere === 'south' ? 10_000_000 : 0)) / 0.9996
      const mean = arc / (RADIUS * (1 - SQUARE / 4 - (3 * SQUARE ** 2) / 64 - (5 * SQUARE ** 3) / 256))
      const foot =
        mean +
        ((3 * step) / 2 - (27 * step ** 3) / 32) * Math.sin(2 * mean) +
        ((21 * step ** 2) / 16 - (55 * step ** 4) / 32) * Math.sin(4 * mean) +
        ((151 * step ** 3) / 96) * Math.sin(6 * mean) +
        ((1097 * step ** 4) / 512) * Math.sin(8 * mean)
      const [sine, cosine, tangent] = [Math.sin(foot), Math.cos(foot), Math.tan(foot)]
      const [c, t] = [second * cosine ** 2, tangent ** 2]
      const across = RADIUS / Math.sqrt(1 - SQUARE * sine ** 2)
      const along = (RADIUS * (1 - SQUARE)) / (1 - SQUARE * sine ** 2) ** 1.5
      const d = (east - 500_000) / (across * 0.9996)
      const latitude =
        foot -
        ((across * tangent) / along) *
          (d ** 2 / 2 -
            ((5 + 3 * t + 10 * c - 4 * c ** 2 - 9 * second) * d ** 4) / 24 +
            ((61 + 90 * t + 298 * c + 45 * t ** 2 - 252 * second - 3 * c ** 2) * d ** 6) / 720)
      const longitude =
        radians(6 * zone - 183) +
        (d -
          ((1 + 2 * t + c) * d ** 3) / 6 +
          ((5 - 2 * c + 28 * t - 3 * c ** 2 + 8 * second + 24 * t ** 2) * d ** 5) / 120) /
          cosine
      return { latitude: degrees(latitude), longitude: degrees(longitude) }
    },
  }
}

export const LAMBERT_93 = conic({
  ...{ name: 'Lambert-93', meridian: 3, origin: 46.5 },
  ...{ parallels: [44, 49], false: [700_000, 6_600_000] },
})

/** The nine conics of the mainland, one a degree: CC42 to CC50. */
const ZONES = Array.from({ length: 9 }, (_, rank) =>
  conic({
    ...{ name: `Lambert CC${42 + rank}`, meridian: 3, origin: 42 + rank },
    ...{ parallels: [42 + rank - 0.75, 42 + rank + 0.75], false: [1_700_000, 1_200_000 + rank * 1_000_000] },
    reach: [42 + rank - 1.5, 42 + rank + 1.5],
  }),
)

const CALEDONIA = conic({
  ...{ name: 'Lambert Nouvelle-Calédonie', meridian: 166, origin: -21.5 },
  ...{ parallels: [-20.666666667, -22.333333333], false: [400_000, 300_000] },
})
const MAINLAND = [LAMBERT_93, ...ZONES]
const OVERSEAS: Readonly<Record<string, readonly Projection[]>> = {
  '971': [mercator(20, 'north')],
  '972': [mercator(20, 'north')],
  '973': [mercator(22, 'north')],
  '974': [mercator(40, 'south')],
  '975': [mercator(21, 'north')],
  '976': [mercator(38, 'south')],
  '977': [mercator(20, 'north')],
  '978': [mercator(20, 'north')],
  '986': [mercator(1, 'south')],
  '987': [mercator(5, 'south'), mercator(6, 'south'), mercator(7, 'south'), mercator(8, 'south')],
  '988': [CALEDONIA, mercator(58, 'south')],
}

/** The projections a territory writes its points in, by its département; those of the mainland for any other. */
export function projectionsOf(department: string): readonly Projection[] {
  return OVERSEAS[department] ?? MAINLAND
}
