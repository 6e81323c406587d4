import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { QrCode } from '../../../../../ui/qr-code.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { FavouriteList, ListedPlace } from '../../../data/favourites/favourites.store.ts'
import type { HolidayBook } from '../../../domain/hours/holiday-book.ts'
import type { Place } from '../../../domain/place.ts'
import { paths } from '../../paths.ts'
import { favouritePaths } from '../favourites.paths.ts'
import { ListedPlaces } from './listed-places.tsx'

interface ListsProps {
  view: View
  lists: readonly FavouriteList[]
  state: FormState
}

/** All one's lists. DIR-75. */
export function FavouritesPage({ view, lists, state }: ListsProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Mes listes de lieux"
      intro="Gardez les lieux que vous conseillez souvent, imprimez-les, ou donnez le lien à quelqu’un."
      problems={state.problems}
    >
      {lists.length === 0 ? (
        <EmptyState
          title="Aucun lieu gardé."
          act={<a href={paths.places(base)}>Chercher un lieu dans l’annuaire</a>}
        >
          <p>Sur la fiche d’un lieu, « Garder dans mes listes » le met ici.</p>
        </EmptyState>
      ) : (
        <LinkList
          items={lists.map(({ id, name, count, sharedAt }) => ({
            label: name,
            href: favouritePaths.list(base, id),
            hint: `${plural(count, 'lieu', 'lieux')}${sharedAt ? ', partagée par un lien' : ''}`,
          }))}
        />
      )}
      <h2>Ouvrir une liste</h2>
      <Form action={favouritePaths.lists(base)}>
        <TextField
          name="nom"
          label="Nom de la liste"
          hint="Par exemple : Autour de la gare, ou Pour apprendre à écrire."
          error={problemOf(state.problems, 'nom')}
          value={String(state.values.nom ?? '')}
        />
        <Actions>
          <Button>Ouvrir cette liste</Button>
        </Actions>
      </Form>
    </Frame>
  )
}

/** Which list the place goes to. */
export function KeepPage({ view, place, lists, state }: ListsProps & { place: Place }) {
  const { base } = view.network
  const main = lists.find(({ isMain }) => isMain)
  const choices = [
    ...(main ? [] : [{ value: '', label: 'Mes favoris' }]),
    ...lists.map(({ id, name, count }) => ({
      value: String(id),
      label: `${name} (${plural(count, 'lieu', 'lieux')})`,
    })),
  ]
  return (
    <Frame
      view={view}
      space="member"
      title="Garder ce lieu"
      kicker={place.name}
      breadcrumb={[{ label: place.name, href: paths.place(base, place.slug) }]}
      problems={state.problems}
    >
      <Form action={favouritePaths.keep(base)}>
        <input type="hidden" name="lieu" value={place.slug} />
        <Radios
          name="liste"
          label="Dans quelle liste"
          error={problemOf(state.problems, 'liste')}
          choices={choices}
          value={String(state.values.liste ?? main?.id ?? '')}
        />
        <Actions>
          <Button>Garder ce lieu</Button>
          <a href={favouritePaths.lists(base)}>Ouvrir une autre liste</a>
        </Actions>
      </Form>
    </Frame>
  )
}

interface ListProps {
  view: View
  list: FavouriteList
  places: readonly ListedPlace[]
  book: HolidayBook
  /** The whole address that others open; null: it is not shared. */
  sharedAt: string | null
  state: FormState
}

/** One list: its places, to print or to share. */
export function FavouriteListPage({ view, list, places, book, sharedAt, state }: ListProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={list.name}
      intro="Imprimez cette page avec votre navigateur : les boutons n’y paraissent pas."
      breadcrumb={[{ label: 'Mes listes de lieux', href: favouritePaths.lists(base) }]}
      problems={state.problems}
    >
      {places.length === 0 ? (
        <EmptyState title="Cette liste est vide." act={<a href={paths.places(base)}>Chercher un lieu</a>}>
          <p>Sur la fiche d’un lieu, « Garder dans mes listes » le met ici.</p>
        </EmptyState>
      ) : (
        <ListedPlaces
          view={view}
          places={places}
          book={book}
          act={({ id, name }) => (
            <Form action={favouritePaths.letGo(base, list.id)}>
              <input type="hidden" name="lieu" value={id} />
              <Button look="quiet">
                Retirer<span class="visually-hidden"> {name}</span>
              </Button>
            </Form>
          )}
        />
      )}
      <Sharing base={base} list={list} sharedAt={sharedAt} />
      <h2>Cette liste</h2>
      <Form action={favouritePaths.rename(base, list.id)}>
        <TextField
          name="nom"
          label="Nom de la liste"
          error={problemOf(state.problems, 'nom')}
          value={String(state.values.nom ?? list.name)}
        />
        <Actions>
          <Button look="plain">Renommer</Button>
        </Actions>
      </Form>
      {!list.isMain && (
        <Form action={favouritePaths.remove(base, list.id)}>
          <Button look="danger">Supprimer cette liste</Button>
        </Form>
      )}
    </Frame>
  )
}

function Sharing({ base, list, sharedAt }: Pick<ListProps, 'list' | 'sharedAt'> & { base: string }) {
  return (
    <section>
      <h2>Donner cette liste</h2>
      {sharedAt === null ? (
        <Form action={favouritePaths.share(base, list.id)}>
          <p>Qui reçoit le lien lit les lieux de cette liste, sans compte. Votre nom n’y est pas.</p>
          <Button look="plain">Créer un lien</Button>
        </Form>
      ) : (
        <>
          <p>
            Qui a ce lien lit la liste : <a href={sharedAt}>{sharedAt}</a>
          </p>
          <QrCode text={sharedAt} label={`Lien vers la liste ${list.name}`} />
          <Form action={favouritePaths.unshare(base, list.id)}>
            <Button look="plain">Reprendre le lien</Button>
          </Form>
        </>
      )}
    </section>
  )
}

/** What the link opens, for anybody who holds it: places, and nobody's name. */
export function SharedListPage(props: Pick<ListProps, 'view' | 'list' | 'places' | 'book'>) {
  const { view, list, places, book } = props
  const shown = places.filter(({ isGone }) => !isGone)
  return (
    <Frame
      view={view}
      title={list.name}
      intro="Une liste de lieux que l’on vous a donnée. Appelez avant de vous déplacer."
      head={<meta name="robots" content="noindex" />}
    >
      {shown.length === 0 ? (
        <EmptyState title="Cette liste est vide pour le moment.">
          <p>
            <a href={paths.places(view.network.base)}>Trouver un lieu près de chez vous</a>
          </p>
        </EmptyState>
      ) : (
        <ListedPlaces view={view} places={shown} book={book} />
      )}
    </Frame>
  )
}
