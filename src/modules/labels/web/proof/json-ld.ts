import { addDays } from '../../../../kernel/day.ts'
import type { Proof } from '../../use-cases/proof/proof-of.ts'
import { STATUS_CODES, standingSentence } from './proof-wording.ts'

interface JsonLdOf {
  proof: Proof
  /** Of the proof page, and of the network. */
  address: string
  site: { name: string; address: string }
}

/**
 * The award as schema.org says a certification. Their vocabulary knows "active" and "inactive" only: `statut` keeps the
 * end and the withdrawal apart. LAB-34, LAB-43.
 */
export function jsonLdOf({ proof, address, site }: JsonLdOf): Record<string, unknown> {
  const { award, holder, standing, version } = proof
  const isActive = standing.status === 'active'
  return {
    '@context': ['https://schema.org', { statut: `${address}#statut`, niveau: `${address}#niveau` }],
    '@type': 'Certification',
    '@id': address,
    url: address,
    name: award.scheme.name,
    certificationIdentification: award.number,
    certificationStatus: `https://schema.org/Certification${isActive ? 'Active' : 'Inactive'}`,
    statut: STATUS_CODES[standing.status],
    description: standingSentence(standing),
    issuedBy: { '@type': 'Organization', name: site.name, url: site.address },
    about: {
      '@type': holder.kind === 'place' ? 'Place' : 'Organization',
      name: holder.name,
      ...(holder.commune !== '' && {
        address: { '@type': 'PostalAddress', addressLocality: holder.commune, addressCountry: 'FR' },
      }),
    },
    ...(standing.status !== 'not_yet' && {
      validFrom: standing.borneFrom,
      ...(standing.level !== null && { niveau: standing.level }),
    }),
    ...(standing.status === 'ended' && { expires: addDays(standing.from, -1) }),
    ...(isActive && standing.until && { expires: addDays(standing.until, -1) }),
    ...(version && { version: String(version.version) }),
  }
}
