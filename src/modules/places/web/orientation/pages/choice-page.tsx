import { newId } from '../../../../../kernel/id.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Checkboxes, Radios } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { PlaceSummary } from '../../../data/places.queries.ts'
import type { Results } from '../../../data/search/places.results.ts'
import type { HolidayBook } from '../../../domain/hours/holiday-book.ts'
import { hoursNow } from '../../../domain/hours/place-hours.ts'
import type { Listing } from '../../directory/listing.ts'
import { stateText } from '../../hours/hours-wording.ts'
import { paths } from '../../paths.ts'
import { distanceText, unknownHoursText } from '../../search/search-wording.ts'
import { addressText, lowerFirst, unknownText } from '../../wording.ts'
import { KEPT_SENTENCE } from '../follow-up-wording.ts'
import { MOST_PLACES } from '../orientation.form.ts'
import { orientationPaths } from '../orientation.paths.ts'

interface ChoiceProps {
  view: View
  listing: Listing
  results: Results
  book: HolidayBook
  /** The network follows orientations, and the reader may. */
  follows: boolean
  state: FormState
}

/** The places that answer, of which three at most go on the sheet. */
export function ChoicePage(props: ChoiceProps) {
  const { view, listing, results, state, follows } = props
  const { base } = view.network
  const { total } = results
  return (
    <Frame
      view={view}
      title="Fiche d’orientation"
      heading={
        total === 0 ? 'Aucun lieu ne convient' : `${plural(total, 'lieu convient', 'lieux conviennent')}`
      }
      kicker="Fiche d’orientation"
      intro={
        total === 0
          ? undefined
          : `Choisissez ${MOST_PLACES} lieux au plus, les plus proches d’abord. Ce que vous écrivez n’est pas enregistré${follows ? ', sauf si vous suivez l’orientation avec l’accord de la personne' : ''}.`
      }
      breadcrumb={[
        { label: 'Accueil', href: paths.home(base) },
        { label: 'Changer les réponses', href: orientationPaths.start(base) },
      ]}
      problems={state.problems}
      head={<meta name="robots" content="noindex" />}
    >
      {listing.unknown.map((unknown) => (
        <Notice state="warning" title={unknownText(unknown)} />
      ))}
      {results.lacksCentre && (
        <Notice
          state="warning"
          title={
            listing.text === ''
              ? 'Sans commune, la distance n’a pas compté.'
              : 'Cette commune n’est pas reconnue : la distance n’a pas compté.'
          }
        >
          <p>
            <a href={orientationPaths.step(base, 'secteur', listing)}>
              {listing.text === '' ? 'Indiquer une commune' : 'Écrire la commune autrement'}
            </a>
          </p>
        </Notice>
      )}
      {results.unknownHours > 0 && <p>{unknownHoursText(results.unknownHours)}</p>}
      {total === 0 ? <NoPlace {...props} /> : <SheetForm {...props} />}
    </Frame>
  )
}

/** A clear « none », and which answer to change. */
function NoPlace({ view, listing }: ChoiceProps) {
  const { base } = view.network
  return (
    <EmptyState title="Aucun lieu ne répond à ces quatre réponses à la fois.">
      <ul>
        <li>
          <a href={orientationPaths.step(base, 'secteur', listing)}>Chercher plus loin, ou ailleurs</a>
        </li>
        {listing.open.length > 0 && (
          <li>
            <a href={orientationPaths.places(base, { ...listing, open: [] })}>
              Chercher à n’importe quel moment
            </a>
          </li>
        )}
        {(listing.specialCare.length > 0 || listing.accessibility) && (
          <li>
            <a href={orientationPaths.places(base, { ...listing, specialCare: [], accessibility: false })}>
              Chercher sans accueil adapté
            </a>
          </li>
        )}
        {listing.services.length > 0 && (
          <li>
            <a href={orientationPaths.places(base, { ...listing, services: [] })}>
              Chercher pour tous les besoins
            </a>
          </li>
        )}
      </ul>
    </EmptyState>
  )
}

function SheetForm({ view, listing, results, book, follows, state: { values, problems } }: ChoiceProps) {
  const { base } = view.network
  const text = (name: string) => ({
    name,
    error: problemOf(problems, name),
    value: String(values[name] ?? ''),
  })
  return (
    <Form action={orientationPaths.places(base, listing)}>
      <Checkboxes
        name="lieu"
        label="Lieux à mettre sur la fiche"
        error={problemOf(problems, 'lieu')}
        choices={results.places.map((place) => ({
          value: place.id,
          label: place.name,
          hint: <PlaceLine view={view} place={place} book={book} />,
        }))}
        values={[values.lieu ?? results.places.slice(0, 1).map(({ id }) => id)].flat()}
      />
      <FieldGroup legend="Sur la fiche">
        <TextField
          {...text('prenom')}
          label="Prénom de la personne"
          hint="Pour qu’elle reconnaisse sa fiche. Ni nom, ni numéro."
          width="medium"
          autocomplete="off"
          optional
        />
        <TextField
          {...text('prescripteur')}
          label="Votre nom ou votre service"
          width="medium"
          autocomplete="off"
        />
        <TextArea
          {...text('trajet')}
          label="Comment y aller"
          hint="Une ligne de bus, un arrêt, un repère."
          rows={3}
          optional
        />
      </FieldGroup>
      <Radios
        name="sortie"
        label="Ce que vous voulez"
        choices={[
          { value: 'page', label: 'Voir la fiche, puis l’imprimer' },
          { value: 'pdf', label: 'Télécharger la fiche en PDF' },
        ]}
        value={String(values.sortie ?? 'page')}
        error={problemOf(problems, 'sortie')}
      />
      {follows && (
        <>
          <input type="hidden" name="suivi" value={String(values.suivi ?? newId())} />
          <Checkbox
            name="accord"
            label="La personne est d’accord pour que cette orientation soit suivie"
            hint={KEPT_SENTENCE}
            checked={values.accord === 'oui'}
            error={problemOf(problems, 'accord') ?? problemOf(problems, 'suivi')}
          />
        </>
      )}
      <Actions>
        <Button icon="print">{follows ? 'Préparer la fiche, sans rien garder' : 'Préparer la fiche'}</Button>
        {follows && (
          <Button look="plain" action={orientationPaths.followed(base, listing)}>
            Préparer la fiche et la suivre
          </Button>
        )}
      </Actions>
    </Form>
  )
}

function PlaceLine({ view, place, book }: { view: View; place: PlaceSummary; book: HolidayBook }) {
  const hours = hoursNow(place, view.now, book)
  const parts = [
    place.distance === null ? '' : `à ${distanceText(place.distance, place.isApproximate)}`,
    addressText(place),
    hours ? lowerFirst(stateText(hours)) : 'horaires non communiqués',
  ]
  return <>{parts.filter((part) => part !== '').join(' · ')}</>
}
