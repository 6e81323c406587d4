import { dayOf, type Instant, PARIS, timeOf } from '../../../../kernel/instant.ts'
import { departmentOf } from '../territories.ts'
import type { CivilMoment } from './open-state.ts'

/** Overseas, by department; elsewhere clocks show the time of Paris. */
const ZONES: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/Guadeloupe',
  '978': 'America/Guadeloupe',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
}

/** Polynesia has three times: the Marquesas and the Gambier by their communes (INSEE). */
const MARQUESAS = new Set(['98723', '98727', '98731', '98732', '98750', '98756'])
const GAMBIER = '98719'

/** Every zone a place's clocks may show. */
export const PLACE_ZONES: readonly string[] = [
  ...new Set([PARIS, ...Object.values(ZONES), 'Pacific/Marquesas', 'Pacific/Gambier']),
]

/** The zone of a place's clocks, never the one of the machine. DIR-50. */
export function zoneOfPlace({ inseeCode, postalCode }: Located): string {
  if (inseeCode && MARQUESAS.has(inseeCode)) return 'Pacific/Marquesas'
  if (inseeCode === GAMBIER) return 'Pacific/Gambier'
  return ZONES[departmentOfPlace({ inseeCode, postalCode })] ?? PARIS
}

export interface Located {
  readonly inseeCode: string | null
  readonly postalCode: string | null
}

/** `971`, `2A`, `50`… or '' when neither code says it. */
export function departmentOfPlace({ inseeCode, postalCode }: Located): string {
  const code = inseeCode ?? ''
  if (/^97[1-8]|^98[6-8]/.test(code)) return code.slice(0, 3)
  const overseas = departmentOf(postalCode)
  if (overseas in ZONES) return overseas
  return code.slice(0, 2) || (postalCode?.slice(0, 2) ?? '')
}

/** What the clocks of a place show at an instant. */
export function clockOf(zone: string, at: Instant): CivilMoment {
  const [hours = 0, minutes = 0] = timeOf(at, zone).split(':').map(Number)
  return { day: dayOf(at, zone), minute: hours * 60 + minutes }
}

/**
 * Where a place is, as far as its hours depend on it: `FR` unless its holidays or its clocks are its own, or its hours follow
 * those of the schools. `places.hours_area` says the same.
 */
export function hoursArea(words: string, { inseeCode, postalCode }: Located): string {
  if (inseeCode && MARQUESAS.has(inseeCode)) return '987M'
  if (inseeCode === GAMBIER) return '987G'
  const department = departmentOfPlace({ inseeCode, postalCode })
  return department in ZONES || /^(57|67|68)$/.test(department) || /\bSH\b/.test(words) ? department : 'FR'
}

/** The clocks and the department of an area. */
export function ofArea(area: string): { zone: string; department: string } {
  if (area === '987M') return { zone: 'Pacific/Marquesas', department: '987' }
  if (area === '987G') return { zone: 'Pacific/Gambier', department: '987' }
  return { zone: ZONES[area] ?? PARIS, department: area === 'FR' ? '' : area }
}
