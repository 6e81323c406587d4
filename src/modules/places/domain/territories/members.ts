import type { Communes } from '../communes.ts'
import { folded } from '../fold.ts'

/** What a territory of the network's own is made of. DIR-63. */
export interface Members {
  /** INSEE codes of present communes. */
  readonly communes: readonly string[]
  /** SIREN of EPCIs. */
  readonly epcis: readonly string[]
}

export interface KnownEpci {
  readonly code: string
  readonly name: string
}

export interface ReadMembers extends Members {
  /** What nobody bears, as it was typed. */
  readonly unknown: readonly string[]
  /** What several communes or EPCIs bear. */
  readonly ambiguous: readonly string[]
}

/**
 * The lines somebody typed, one commune or EPCI each: by its code, « Coutances (50147) », or by its name. A code prevails
 * over the words around it.
 */
export function readMembers(text: string, communes: Communes, epcis: readonly KnownEpci[]): ReadMembers {
  const found = { communes: new Set<string>(), epcis: new Set<string>() }
  const unknown: string[] = []
  const ambiguous: string[] = []
  for (const line of text.split(/[\n;]/).map((one) => one.trim())) {
    if (line === '') continue
    const read = readMember(line, communes, epcis)
    if (read === 'unknown') unknown.push(line)
    else if (read === 'ambiguous') ambiguous.push(line)
    else found[read.kind].add(read.code)
  }
  return { communes: [...found.communes], epcis: [...found.epcis], unknown, ambiguous }
}

type ReadMember = { kind: 'communes' | 'epcis'; code: string } | 'unknown' | 'ambiguous'

const CODE = /(?:^|\(|\s)(\d{9}|[0-9][0-9AB]\d{3})\)?$/

function readMember(line: string, communes: Communes, epcis: readonly KnownEpci[]): ReadMember {
  const code = CODE.exec(line.toUpperCase())?.[1]
  if (code?.length === 9)
    return epcis.some((epci) => epci.code === code) ? { kind: 'epcis', code } : 'unknown'
  if (code) {
    const town = communes.byCode(code)?.commune
    return town ? { kind: 'communes', code: town.code } : 'unknown'
  }
  const towns = communes.byName(line)
  const groups = epcis.filter(({ name }) => folded(name) === folded(line))
  if (towns.length + groups.length > 1) return 'ambiguous'
  const [town] = towns
  if (town) return { kind: 'communes', code: town.code }
  const [group] = groups
  return group ? { kind: 'epcis', code: group.code } : 'unknown'
}
