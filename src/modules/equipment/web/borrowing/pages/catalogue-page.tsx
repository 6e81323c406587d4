import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { opensTo } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { ResultList } from '../../../../../ui/result-list.tsx'
import { WithSide } from '../../../../../ui/split.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import type { ModelPhoto } from '../../../data/catalogue/model-media.store.ts'
import type { ModelId } from '../../../domain/equipment.ts'
import { sheetPaths } from '../../catalogue/sheets.paths.ts'
import { daysText } from '../../moment-wording.ts'
import { borrowingPaths } from '../borrowing.paths.ts'
import { borrowingPolicy } from '../borrowing.policy.ts'
import { type CatalogueAsked, type ListedModel, type ListedPage, MODELS_BY_PAGE } from '../listed-models.ts'
import { fieldDay } from '../near-day.ts'
import type { Shelf } from '../shelf.ts'
import { HowToBorrow } from './how-to-borrow.tsx'

interface CataloguePageProps {
  view: View
  shelf: Shelf
  listed: ListedPage
  photos: ReadonlyMap<ModelId, readonly ModelPhoto[]>
  categories: readonly string[]
  desks: readonly { id: string; name: string }[]
  asked: CatalogueAsked
  /** The days typed cannot be read. */
  problem: string | null
}

/** What may be borrowed, by model: search, filters, and when each is next free. EQP-108. */
export function CataloguePage(props: CataloguePageProps) {
  const { view, shelf, listed, asked, problem } = props
  const { base } = view.network
  const { models, total } = listed
  const to = (more: Readonly<Record<string, string>>) =>
    shelf.addresses.catalogue(base, { ...askedText(asked), ...more })
  return (
    <Frame
      view={view}
      space={shelf.isPublic ? 'public' : 'member'}
      width="full"
      title={shelf.isPublic ? 'Matériel à emprunter' : 'Emprunter du matériel'}
      intro={
        shelf.isPublic
          ? 'Ce que le réseau prête à ses membres, et quand c’est libre.'
          : 'Choisissez un matériel, regardez quand il est libre, puis demandez-le. Le prêt est gratuit quand votre convention le dit.'
      }
      problems={problem ? [{ field: 'du', message: problem }] : []}
    >
      <WithSide side={<Search {...props} />}>
        {models.length === 0 ? (
          <NothingListed shelf={shelf} base={base} />
        ) : (
          <ResultList
            results={models.map((listed) => ({
              title: listed.model.name,
              href: shelf.addresses.model(base, listed.model.id, { du: asked.du, au: asked.au }),
              line: <ModelLine base={base} listed={listed} photo={props.photos.get(listed.model.id)?.[0]} />,
            }))}
          />
        )}
        {listed.taken > 0 && (
          <p>
            {plural(listed.taken, 'modèle est pris', 'modèles sont pris')} à ces dates.{' '}
            <a href={to({ pris: 'oui' })}>Les voir aussi, avec leur prochaine semaine libre</a>
          </p>
        )}
        <Pagination
          page={asked.page}
          pageSize={MODELS_BY_PAGE}
          total={total}
          unit="modèles"
          href={(page) => to({ page: String(page) })}
        />
        {shelf.isPublic && <HowToBorrow view={view} shelf={shelf} />}
        {!shelf.isPublic && opensTo(view, borrowingPolicy.borrow) && (
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

interface ModelLineProps {
  base: string
  listed: ListedModel
  photo: ModelPhoto | undefined
}

function ModelLine({ base, listed, photo }: ModelLineProps) {
  const { model, inventory, free, next, zone } = listed
  return (
    <>
      {photo && (
        <img
          class="model-thumb"
          src={sheetPaths.photo(base, photo.id)}
          alt={photo.alt}
          width={photo.width}
          height={photo.height}
          loading="lazy"
        />
      )}
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
          ? `Prochaine semaine libre : ${daysText(next, zone)}.`
          : 'Aucune semaine entière n’est libre dans les deux mois.'}
      </p>
    </>
  )
}

/** What was asked, but the page: a filter that changes begins at the first one. */
function askedText({ page: _, ...asked }: CatalogueAsked): Readonly<Record<string, string>> {
  return asked
}

function Search({ view, shelf, asked, categories, desks }: CataloguePageProps) {
  return (
    <details class="fold">
      <summary>Chercher ou filtrer</summary>
      <Form action={shelf.addresses.catalogue(view.network.base)} method="get" label="Chercher un matériel">
        <TextField name="q" label="Que cherchez-vous ?" value={asked.q} optional autocomplete="off" />
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

function NothingListed({ shelf, base }: Pick<CataloguePageProps, 'shelf'> & { base: string }) {
  if (shelf.isPublic && shelf.inventories.length === 0)
    return (
      <EmptyState title="Ce réseau ne montre son matériel qu’à ses membres">
        <p>Connectez-vous pour le voir.</p>
      </EmptyState>
    )
  return (
    <EmptyState title="Aucun matériel ne répond à cette recherche.">
      <p>
        Élargissez les dates ou retirez un filtre. <a href={shelf.addresses.catalogue(base)}>Voir tout</a>
      </p>
    </EmptyState>
  )
}
