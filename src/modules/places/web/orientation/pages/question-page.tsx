import type { Child } from 'hono/jsx'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Checkboxes, Radios } from '../../../../../ui/choice-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { type Asked, askingNothing, RADII, WEEK_MOMENTS } from '../../../domain/search/asked.ts'
import { FACETS, valueSlug } from '../../../domain/search/facets.ts'
import { services, specialCare } from '../../../domain/vocabulary.ts'
import { type Listing, listingParameters } from '../../directory/listing.ts'
import { paths } from '../../paths.ts'
import { orientationPaths, STEPS, type Step } from '../orientation.paths.ts'
import { openWords, stepWords } from '../orientation-questions.ts'

interface QuestionProps {
  view: View
  step: Step
  /** What was answered so far. */
  listing: Listing
}

/** One question a page, each an address: going back changes an answer, and nothing is sent anywhere. */
export function QuestionPage({ view, step, listing }: QuestionProps) {
  const { base } = view.network
  const rank = STEPS.indexOf(step)
  const next = STEPS[rank + 1]
  const previous = STEPS[rank - 1]
  const { question, hint, forgets } = stepWords[step]
  const kept = listingParameters({ ...listing, ...forgets })
  return (
    <Frame
      view={view}
      title="Fiche d’orientation"
      heading={question}
      kicker={`Fiche d’orientation, question ${rank + 1} sur ${STEPS.length}`}
      intro={hint}
      breadcrumb={[
        { label: 'Accueil', href: paths.home(base) },
        ...(previous
          ? [{ label: 'Question précédente', href: orientationPaths.step(base, previous, listing) }]
          : []),
      ]}
    >
      <Form method="get" action={next ? orientationPaths.step(base, next) : orientationPaths.places(base)}>
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Question step={step} listing={listing} />
        <Actions>
          <Button>{next ? 'Continuer' : 'Voir les lieux'}</Button>
        </Actions>
      </Form>
    </Frame>
  )
}

function Question({ step, listing }: { step: Step; listing: Asked }): Child {
  switch (step) {
    case 'besoin':
      return (
        <Checkboxes
          name={FACETS.services.parameter}
          label="Cochez ce qui convient"
          choices={services.map(({ code, plain, standard }) => ({
            value: valueSlug('services', code),
            label: plain,
            hint: standard,
          }))}
          values={listing.services.map((code) => valueSlug('services', code))}
          optional
        />
      )
    case 'accueil':
      return (
        <>
          <Checkboxes
            name={FACETS.specialCare.parameter}
            label="Un accueil adapté"
            choices={specialCare.map(({ code, plain }) => ({
              value: valueSlug('specialCare', code),
              label: plain,
            }))}
            values={listing.specialCare.map((code) => valueSlug('specialCare', code))}
            optional
          />
          <Checkbox
            name="accessibilite"
            label="Seulement les lieux dont l’accessibilité est décrite"
            checked={listing.accessibility}
          />
        </>
      )
    case 'moment':
      return (
        <Checkboxes
          name="ouvert"
          label="Quand la personne est libre"
          choices={WEEK_MOMENTS.map((moment) => ({ ...openWords[moment] }))}
          values={listing.open.flatMap((open) =>
            open in openWords ? openWords[open as 'evening'].value : [],
          )}
          optional
        />
      )
    case 'secteur':
      return (
        <>
          <TextField
            name="q"
            label="Commune ou code postal"
            value={listing.text}
            width="medium"
            autocomplete="off"
          />
          <Radios
            name="rayon"
            label="Jusqu’où la personne peut aller"
            choices={RADII.map((km) => ({ value: String(km), label: `À moins de ${km} km` }))}
            value={String(listing.radius ?? askingNothing.radius ?? 20)}
          />
        </>
      )
  }
}
