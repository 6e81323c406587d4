import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { SummaryList, type SummaryRow } from '../../../../../ui/summary-list.tsx'
import { kindNames, type Organisation } from '../../../../identity/index.ts'
import type { PublicPlace } from '../../../../places/index.ts'
import { competences, served } from '../../../domain/competences.ts'
import type { ListedOrganisation } from '../../../domain/offer.ts'
import { labelsOf } from '../../../domain/skills.ts'
import { offerPaths } from '../offers.paths.ts'

interface OfferProps {
  view: View
  listed: ListedOrganisation
  /** How it is reached, as it tells it itself: never one person’s address. */
  organisation: Organisation
  places: readonly PublicPlace[]
}

/** One organisation: what it offers, to whom, where. DIR-80. */
export function OfferPage({ view, listed, organisation, places }: OfferProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      title={listed.name}
      kicker={[kindOf(listed.kind), listed.commune].filter(Boolean).join(' · ')}
      breadcrumb={[{ label: 'Structures et compétences', href: offerPaths.organisations(base) }]}
    >
      {listed.presentation.split(/\n+/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <SummaryList
        rows={[
          ...list('Peut vous aider à', labelsOf(competences, listed.competences)),
          ...list('S’adresse à', labelsOf(served, listed.serves)),
          ...reach(organisation),
          ...(places.length > 0
            ? [{ term: 'Ses lieux', value: <Places base={base} places={places} /> }]
            : []),
        ]}
      />
    </Frame>
  )
}

function kindOf(kind: string): string {
  return (kindNames as Readonly<Record<string, string>>)[kind] ?? ''
}

function list(term: string, words: readonly string[]): SummaryRow[] {
  if (words.length === 0) return []
  return [
    {
      term,
      value: (
        <ul>
          {words.map((word) => (
            <li>{word}</li>
          ))}
        </ul>
      ),
    },
  ]
}

function reach({ address, postalCode, commune, phone, website }: Organisation): SummaryRow[] {
  const where = [address, [postalCode, commune].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const isWeb = /^https?:\/\//.test(website)
  return [
    ...(where ? [{ term: 'Adresse', value: where }] : []),
    ...(phone ? [{ term: 'Téléphone', value: <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a> }] : []),
    ...(isWeb
      ? [
          {
            term: 'Site',
            value: (
              <a href={website} rel="nofollow noopener">
                {website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
              </a>
            ),
          },
        ]
      : []),
  ]
}

function Places({ base, places }: { base: string; places: readonly PublicPlace[] }) {
  return (
    <ul>
      {places.map(({ slug, name }) => (
        <li>
          <a href={`${base}/lieux/${slug}`}>{name}</a>
        </li>
      ))}
    </ul>
  )
}
