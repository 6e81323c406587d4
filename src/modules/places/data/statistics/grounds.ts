import type { Ground } from '../../domain/search/asked.ts'
import type { Town } from '../../domain/search/search-towns.ts'
import { divisions, epciList, type GroundParts, gazetteer, groundParts } from '../search/places.gazetteer.ts'

/** The communes of today that lie in a part of France. */
export function townsWithin({
  communes,
  departments,
}: Pick<GroundParts, 'communes' | 'departments'>): Town[] {
  const named = new Set(communes)
  const whole = new Set(departments)
  return presentTowns().filter(
    (town) => whole.has(town.department) || town.codes.some((code) => named.has(code)),
  )
}

let present: readonly Town[] | null = null

function presentTowns(): readonly Town[] {
  present ??= [...new Set(gazetteer().byCode.values())]
  return present
}

/** The parts of a territory, one degree smaller: régions have départements, which have EPCIs, which have communes. */
export function groundsUnder(ground: Ground): Ground[] {
  if (ground.kind === 'region')
    return (divisions().regions.get(ground.code)?.departments ?? []).map((code) => ({
      kind: 'departement',
      code,
    }))
  if (ground.kind === 'departement') {
    const { byCommune } = epciList()
    const towns = townsWithin({ communes: [], departments: [ground.code] })
    const codes = new Set(towns.flatMap(({ code }) => byCommune.get(code)?.code ?? []))
    return [...codes].map((code) => ({ kind: 'epci', code }))
  }
  if (ground.kind !== 'epci') return []
  const parts = groundParts(ground)
  return parts ? townsWithin(parts).map(({ code }) => ({ kind: 'commune', code })) : []
}

/** The territories whose list shows a place at this address: communes by their code, départements by the postal code. */
export function groundsAround(address: { inseeCode: string | null; postalCode: string | null }): Ground[] {
  const town = gazetteer().byCode.get(address.inseeCode ?? '')
  const epci = town && epciList().byCommune.get(town.code)
  const departments = departmentsOf(address.postalCode ?? '')
  const regions = new Set(departments.flatMap((code) => regionOf(code) ?? []))
  return [
    ...(town ? [{ kind: 'commune' as const, code: town.code }] : []),
    ...(epci ? [{ kind: 'epci' as const, code: epci.code }] : []),
    ...departments.map((code) => ({ kind: 'departement' as const, code })),
    ...[...regions].map((code) => ({ kind: 'region' as const, code })),
  ]
}

/** The list cannot tell the two of Corsica apart: their postal codes begin alike. */
function departmentsOf(postalCode: string): string[] {
  if (postalCode.startsWith('20')) return ['2A', '2B']
  const { departments } = divisions()
  return [postalCode.slice(0, 3), postalCode.slice(0, 2)].filter((code) => departments.has(code)).slice(0, 1)
}

function regionOf(department: string): string | null {
  for (const [code, { departments }] of divisions().regions) if (departments.includes(department)) return code
  return null
}
