/** The departments of each zone, by their académies. */
const ZONES: Readonly<Record<string, string>> = {
  A: '01 03 07 15 16 17 19 21 23 24 25 26 33 38 39 40 42 43 47 58 63 64 69 70 71 73 74 79 86 87 89 90',
  B: '02 04 05 06 08 10 13 14 18 22 27 28 29 35 36 37 41 44 45 49 50 51 52 53 54 55 56 57 59 60 61 62 67 68 72 76 80 83 84 85 88',
  C: '09 11 12 30 31 32 34 46 48 65 66 75 77 78 81 82 91 92 93 94 95',
  Corse: '20 2A 2B',
}

const BY_DEPARTMENT = new Map(
  Object.entries(ZONES).flatMap(([zone, departments]) =>
    departments.split(' ').map((department) => [department, zone] as const),
  ),
)

export const OVERSEAS_ZONES = '971 972 973 974 975 976 977 978 986 987 988'.split(' ')

/** Every zone that may be loaded: overseas, each territory is its own. DIR-52. */
export const SCHOOL_ZONES: readonly string[] = [...Object.keys(ZONES), ...OVERSEAS_ZONES]

/** The zone of the schools around a place; the department itself overseas; '' when nothing tells. */
export function schoolZoneOf(department: string): string {
  return BY_DEPARTMENT.get(department) ?? (OVERSEAS_ZONES.includes(department) ? department : '')
}
