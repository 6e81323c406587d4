import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList, type SummaryRow } from '../../../../../ui/summary-list.tsx'
import type { Card } from '../../../domain/card.ts'
import { labelsOf, skills } from '../../../domain/skills.ts'
import { cardPaths } from '../cards.paths.ts'
import { distanceSentences } from '../cards-wording.ts'
import { themeWords } from './card-row.tsx'

interface CardPageProps {
  view: View
  card: Card
  /** Whoever reads is this person. */
  isOwn: boolean
}

/** What a facilitator lets this reader see: a field that is not shown, or not written, is not there. DIR-78. */
export function CardPage({ view, card, isOwn }: CardPageProps) {
  const { base, name: networkName } = view.network
  const { jobTitle, organisation, commune } = card
  return (
    <Frame
      view={view}
      title={card.name}
      kicker={[jobTitle, organisation, commune].filter(Boolean).join(' · ') || undefined}
      breadcrumb={[{ label: 'Animatrices et animateurs', href: cardPaths.cards(base) }]}
      act={
        card.takesMessages ? { label: 'Lui écrire', href: cardPaths.message(base, card.personId) } : undefined
      }
    >
      {isOwn && (
        <Notice state="info" title="C’est votre fiche.">
          <p>
            Vous la voyez comme la voit une personne connectée à {networkName} avec votre rôle.{' '}
            <a href={cardPaths.own(base)}>La modifier, ou changer ce que vous montrez</a>.
          </p>
        </Notice>
      )}
      {card.hasPhoto && (
        <img
          class="portrait"
          src={cardPaths.photo(base, card.personId)}
          alt={`Portrait de ${card.name}`}
          width="160"
          height="160"
        />
      )}
      {card.presentation?.split(/\n+/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <SummaryList rows={rowsOf(base, card)} />
    </Frame>
  )
}

function rowsOf(base: string, card: Card): SummaryRow[] {
  const list = (term: string, words: readonly string[]): SummaryRow[] =>
    words.length === 0 ? [] : [{ term, value: <WordList words={words} /> }]
  return [
    ...list('Vous aide à', themeWords(card.themes)),
    ...list('Sait faire', labelsOf(skills, card.skills)),
    ...(card.languages.length > 0 ? [{ term: 'Langues', value: card.languages.join(', ') }] : []),
    ...(card.places.length > 0 ? [{ term: 'Lieux', value: <Places base={base} card={card} /> }] : []),
    ...(card.goesTo || card.availability
      ? [{ term: 'Interventions', value: <Availability card={card} /> }]
      : []),
    ...(card.email ? [{ term: 'Courriel', value: <a href={`mailto:${card.email}`}>{card.email}</a> }] : []),
    ...(card.phone
      ? [{ term: 'Téléphone', value: <a href={`tel:${card.phone.replace(/\s/g, '')}`}>{card.phone}</a> }]
      : []),
  ]
}

function WordList({ words }: { words: readonly string[] }) {
  return (
    <ul>
      {words.map((word) => (
        <li>{word}</li>
      ))}
    </ul>
  )
}

function Places({ base, card }: { base: string; card: Card }) {
  return (
    <ul>
      {card.places.map(({ slug, name }) => (
        <li>
          <a href={`${base}/lieux/${slug}`}>{name}</a>
        </li>
      ))}
    </ul>
  )
}

function Availability({ card: { goesTo, availability } }: { card: Card }) {
  return (
    <>
      {goesTo && <p>{distanceSentences[goesTo]}</p>}
      {availability && <p>{availability}</p>}
    </>
  )
}
