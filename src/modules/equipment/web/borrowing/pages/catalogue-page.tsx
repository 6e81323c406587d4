import type { Day } from '../../../../../kernel/day.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { opensTo } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { ResultList } from '../../../../../ui/result-list.tsx'
import { WithSide } from '../../../../../ui/split.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import type { ModelOutline } from '../../../data/models.queries.ts'
import type { Span } from '../../../domain/availability.ts'
import { borrowingPaths } from '../borrowing.paths.ts'
import { borrowingPolicy } from '../borrowing.policy.ts'
import { spanText } from '../catalogue-wording.ts'
import { fieldDay } from '../near-day.ts'

export interface CatalogueAsked {
  q: string
  categorie: string
  guichet: string
  du: string
  au: string
}

export interface ListedModel {
  model: ModelOutline
  inventory: string
  zone: string
  /** Units free over the days asked for; null when none were. */
  free: number | null
  next: Span | null
}

interface CataloguePageProps {
  view: View
  models: readonly ListedModel[]
  categories: readonly string[]
  desks: readonly { id: string; name: string }[]
  asked: CatalogueAsked
  days: { from: Day; until: Day } | null
  /** The days typed cannot be read. */
  problem: string | null
}

/** What may be borrowed, by model: search, filters, and when each is next free. EQP-108. */
export function CataloguePage(props: CataloguePageProps) {
  const { view, models, asked, problem } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title="Emprunter du matériel"
      intro="Choisissez un matériel, regardez quand il est libre, puis demandez-le. Le prêt est gratuit quand votre convention le dit."
      problems={problem ? [{ field: 'du', message: problem }] : []}
    >
      <WithSide side={<Search {...props} />}>
        {models.length === 0 ? (
          <EmptyState title="Aucun matériel ne répond à cette recherche.">
            <p>
              Élargissez les dates ou retirez un filtre.{' '}
              <a href={borrowingPaths.catalogue(base)}>Voir tout</a>
            </p>
          </EmptyState>
        ) : (
          <ResultList
            results={models.map((listed) => ({
              title: listed.model.name,
              href: borrowingPaths.model(base, listed.model.id, { du: asked.du, au: asked.au }),
              line: <ModelLine listed={listed} />,
            }))}
          />
        )}
        {opensTo(view, borrowingPolicy.borrow) && (
          <LinkList
            items={[
              { label: 'Mes demandes de prêt', href: borrowingPaths.requests(base) },
              { label: 'Nos attestations d’assurance', href: borrowingPaths.insurance(base) },
            ]}
          />
        )}
      </WithSide>
    </Frame>
  )
}

function ModelLine({ listed }: { listed: ListedModel }) {
  const { model, inventory, free, next, zone } = listed
  return (
    <>
      {free !== null && (
        <Tag state={free > 0 ? 'positive' : 'warning'}>
          {free > 0 ? plural(free, 'exemplaire libre', 'exemplaires libres') : 'pris à ces dates'}
        </Tag>
      )}
      <p>
        {model.category}, {plural(model.units, 'exemplaire', 'exemplaires')}, {inventory}.
      </p>
      <p>
        {next
          ? `Prochaine semaine libre : ${spanText(next, zone)}.`
          : 'Aucune semaine entière n’est libre dans les deux mois.'}
      </p>
    </>
  )
}

function Search({ view, asked, categories, desks }: CataloguePageProps) {
  return (
    <details class="fold">
      <summary>Chercher ou filtrer</summary>
      <Form action={borrowingPaths.catalogue(view.network.base)} method="get" label="Chercher un matériel">
        <TextField name="q" label="Que cherchez-vous ?" value={asked.q} optional autocomplete="off" />
        <FieldGroup legend="Libre">
          <DateField name="du" label="du" value={fieldDay(asked.du)} optional />
          <DateField name="au" label="au" value={fieldDay(asked.au)} optional />
        </FieldGroup>
        <Select
          name="categorie"
          label="Catégorie"
          value={asked.categorie}
          prompt="Toutes"
          optional
          choices={categories.map((one) => ({ value: one, label: one }))}
        />
        {desks.length > 1 && (
          <Select
            name="guichet"
            label="Guichet"
            value={asked.guichet}
            prompt="Tous"
            optional
            choices={desks.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Actions>
          <Button look="plain">Chercher</Button>
        </Actions>
      </Form>
    </details>
  )
}
