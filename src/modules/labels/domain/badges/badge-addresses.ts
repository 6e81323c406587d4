import type { Id } from '../../../../kernel/id.ts'

/** `from`: where the network's pages begin. What is written in a badge answers there for ever. */
export const badgeAddresses = {
  issuer: (from: string) => `${from}/badges/emetteur`,
  key: (from: string, id: Id<'badge-key'>) => `${from}/badges/cles/${id}`,
  badge: (from: string, id: Id<'badge'>) => `${from}/badges/${id}`,
  list: (from: string, id: Id<'badge-list'>, purpose: string) => `${from}/badges/etats/${id}/${purpose}`,
  /** Its page may change name; this address does not. */
  holder: (from: string, id: string) => `${from}/badges/titulaires/${id}`,
  achievement: (from: string, scheme: Id<'scheme'>, version: number | null) =>
    `${from}/badges/labels/${scheme}${version === null ? '' : `?version=${version}`}`,
  endorsement: (from: string, partner: Id<'organisation'>) => `${from}/badges/reconnaissances/${partner}`,
  criteria: (from: string, code: string) => `${from}/labels/${code}`,
  proof: (from: string, slug: string) => `${from}/l/${slug}`,
} as const

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const KEY = new RegExp(`/badges/cles/(${UUID})$`)
const BADGE = new RegExp(`/badges/(${UUID})(?:\\.(?:json|jwt|png|svg))?$`)

export function keyNamed(address: string): Id<'badge-key'> | null {
  return (KEY.exec(address)?.[1] as Id<'badge-key'> | undefined) ?? null
}

export function badgeNamed(address: string): Id<'badge'> | null {
  return (BADGE.exec(address)?.[1] as Id<'badge'> | undefined) ?? null
}
