import { nationalServices } from '../../../../places/index.ts'
import type { Card } from '../../../domain/card.ts'
import { cardPaths } from '../cards.paths.ts'

/** One line of the list: who, where, and what for. */
export function CardRow({ base, card }: { base: string; card: Card }) {
  const { name, jobTitle, organisation, commune, places, themes } = card
  const where = [organisation, commune].filter(Boolean).join(', ')
  return (
    <li>
      <h2 class="row-title">
        <a href={cardPaths.card(base, card.personId)}>{name}</a>
      </h2>
      {(jobTitle || where) && <p class="row-line">{[jobTitle, where].filter(Boolean).join(' · ')}</p>}
      {places.length > 0 && (
        <p class="row-line">
          {places.map((place, index) => (
            <>
              {index > 0 && ', '}
              <a href={`${base}/lieux/${place.slug}`}>{place.name}</a>
            </>
          ))}
        </p>
      )}
      {themes.length > 0 && <p class="row-line muted">{themeWords(themes).join(' · ')}</p>}
    </li>
  )
}

/** In a resident's words, in the order of the national list. */
export function themeWords(codes: readonly string[]): string[] {
  return nationalServices.filter(({ code }) => codes.includes(code)).map(({ plain }) => plain)
}
