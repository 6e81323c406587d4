import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Checkbox, Select } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { ActiveFilters } from '../../../../../ui/filters.tsx'
import { Folded } from '../../../../../ui/folded.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { AskedCards, Card } from '../../../domain/card.ts'
import { policy } from '../../policy.ts'
import type { ReadCards } from '../asked-cards.ts'
import type { CardChoices } from '../card-choices.ts'
import { cardPaths } from '../cards.paths.ts'
import { CardRow } from './card-row.tsx'

export const PAGE_SIZE = 25

interface CardsProps extends ReadCards {
  view: View
  /** Those found, all of them. */
  cards: readonly Card[]
  choices: CardChoices
  page: number
  /** Does whoever reads help residents here? */
  isFacilitator: boolean
}

/** Who helps residents, as they let themselves be shown to this reader. DIR-78, DIR-79. */
export function CardsPage({ view, cards, asked, unknown, choices, page, isFacilitator }: CardsProps) {
  const { base } = view.network
  const shown = cards.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  return (
    <Frame
      view={view}
      title="Animatrices et animateurs"
      intro="Les personnes qui vous aident avec le numérique, quand elles ont choisi de se montrer ici."
      act={isFacilitator ? { label: 'Modifier ma fiche', href: cardPaths.own(base) } : undefined}
    >
      {unknown.map(({ parameter, value }) => (
        <Notice state="warning" title={`Le filtre ${parameter}=${value} n’existe pas : il a été ignoré.`} />
      ))}
      <CardFilters base={base} asked={asked} choices={choices} />
      <ActiveFilters filters={activeFilters(base, asked, choices)} />
      {cards.length === 0 ? (
        <Nobody base={base} isAsked={isAsked(asked)} />
      ) : (
        <>
          <p role="status">{plural(cards.length, 'personne', 'personnes')}</p>
          <ul class="rows">
            {shown.map((card) => (
              <CardRow base={base} card={card} />
            ))}
          </ul>
          <Pagination
            page={page}
            pageSize={PAGE_SIZE}
            total={cards.length}
            href={(number) => cardPaths.cards(base, asked, number)}
            unit="personnes"
          />
        </>
      )}
      {opensTo(view, policy.export) && (
        <p>
          <a href={cardPaths.export(base, asked)}>Télécharger cette liste (CSV)</a>. Le fichier ne contient
          que ce que chaque personne montre à la tête du réseau, et son téléchargement est noté au journal.
        </p>
      )}
    </Frame>
  )
}

function CardFilters({ base, asked, choices }: { base: string; asked: AskedCards; choices: CardChoices }) {
  return (
    <Form action={cardPaths.cards(base)} method="get" label="Chercher une personne">
      <TextField
        name="q"
        label="Chercher"
        hint="Un nom, un lieu, une structure ou une commune"
        value={asked.q}
        autocomplete="off"
      />
      <Folded title="Chercher par thème, compétence ou territoire" isOpen={isRefined(asked)}>
        <Select
          name="theme"
          label="Pour quoi faire"
          choices={choices.themes}
          value={asked.theme}
          prompt="Tout"
        />
        <Select
          name="competence"
          label="Compétence"
          choices={choices.skills}
          value={asked.skill}
          prompt="Toutes"
        />
        <Select
          name="territoire"
          label="Territoire de ses lieux"
          choices={choices.territories}
          value={asked.territory}
          prompt="Partout"
        />
        {choices.languages.length > 0 && (
          <Select
            name="langue"
            label="Langue parlée"
            choices={choices.languages}
            value={asked.language}
            prompt="Toutes"
          />
        )}
        <Checkbox
          name="intervient"
          label="Peut intervenir ailleurs que dans ses lieux"
          checked={asked.isMobile}
        />
      </Folded>
      <Actions>
        <Button icon="search">Chercher</Button>
      </Actions>
    </Form>
  )
}

function activeFilters(base: string, asked: AskedCards, choices: CardChoices) {
  const without = (change: Partial<AskedCards>) => cardPaths.cards(base, { ...asked, ...change })
  const named = (list: readonly { value: string; label: string }[], value: string) =>
    list.find((one) => one.value === value)?.label ?? value
  const { theme, skill, territory, language, isMobile } = asked
  return [
    ...(theme ? [{ label: named(choices.themes, theme), removeHref: without({ theme: '' }) }] : []),
    ...(skill ? [{ label: named(choices.skills, skill), removeHref: without({ skill: '' }) }] : []),
    ...(territory
      ? [{ label: named(choices.territories, territory), removeHref: without({ territory: '' }) }]
      : []),
    ...(language ? [{ label: language, removeHref: without({ language: '' }) }] : []),
    ...(isMobile ? [{ label: 'Peut intervenir ailleurs', removeHref: without({ isMobile: false }) }] : []),
  ]
}

function isRefined({ theme, skill, territory, language, isMobile }: AskedCards): boolean {
  return Boolean(theme || skill || territory || language || isMobile)
}

function isAsked(asked: AskedCards): boolean {
  return asked.q !== '' || isRefined(asked)
}

function Nobody({ base, isAsked }: { base: string; isAsked: boolean }) {
  if (isAsked)
    return (
      <EmptyState
        title="Personne ne se montre ici pour cette recherche"
        act={<ButtonLink href={cardPaths.cards(base)}>Voir tout l’annuaire</ButtonLink>}
      >
        <p>Retirez un filtre, essayez une commune voisine ou une partie du nom.</p>
      </EmptyState>
    )
  return (
    <EmptyState
      title="Personne ne se montre encore ici"
      act={<ButtonLink href={`${base}/lieux`}>Trouver un lieu</ButtonLink>}
    >
      <p>
        Chaque personne choisit elle-même de paraître dans l’annuaire. Vous animez un lieu ?{' '}
        <a href={cardPaths.own(base)}>Écrivez votre fiche et choisissez ce que vous montrez</a>.
      </p>
    </EmptyState>
  )
}
