import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkboxes } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { itinerance, services, type Term } from '../../../domain/vocabulary.ts'
import type { LikelyDuplicate } from '../../../use-cases/life/likely-duplicates.ts'
import { explanationOf } from '../../duplicates/duplicates-wording.ts'
import { paths as placePaths } from '../../paths.ts'
import { policy } from '../../policy.ts'
import { addressText } from '../../wording.ts'
import { lifePaths as paths } from '../life.paths.ts'
import { STATUS_NAMES } from '../life-wording.ts'

interface CreationProps {
  view: View
  state: FormState
  /** Places that this one may already be: shown before it is kept. */
  duplicates: readonly LikelyDuplicate[]
}

/** The least that makes a place; what it may already be is shown before anything is kept. DIR-48. */
export function CreationPage({ view, state, duplicates }: CreationProps) {
  const { base } = view.network
  const { values, problems } = state
  const text = (name: string) => ({
    ...{ name, value: String(values[name] ?? ''), error: problemOf(problems, name) },
    autocomplete: 'off',
  })
  const boxes = (name: string, terms: readonly Term[]) => ({
    ...{ name, values: [values[name] ?? []].flat(), error: problemOf(problems, name) },
    choices: terms.map(({ code, plain }) => ({ value: code, label: plain })),
  })
  return (
    <Frame
      view={view}
      space="member"
      title="Ajouter un lieu"
      intro="L’essentiel suffit pour commencer. Personne ne voit la fiche avant que vous la publiiez."
      breadcrumb={[{ label: 'Mes lieux', href: paths.mine(base) }]}
      problems={problems}
    >
      <Form action={paths.create(base)}>
        {duplicates.length > 0 && (
          <>
            <Duplicates base={base} duplicates={duplicates} />
            <Confirmed state={state} />
          </>
        )}
        <TextField {...text('nom')} label="Nom du lieu" hint="Celui de l’enseigne ou de la porte." />
        <Checkboxes
          {...boxes('itinerance', itinerance)}
          label={'Où reçoit-il ?'}
          hint="Cochez les deux s’il fait les deux."
          optional
        />
        <TextField {...text('adresse')} label="Numéro et rue" optional />
        <TextField {...text('code_postal')} label="Code postal" width="short" inputmode="numeric" />
        <TextField {...text('commune')} label="Commune" width="medium" />
        <TextField {...text('telephone')} label="Téléphone du lieu" width="medium" optional />
        <Checkboxes {...boxes('services', services)} label="Ce que l’on peut y faire" optional />
        {opensTo(view, policy.tiePlaces) && (
          <TextField
            {...text('structure')}
            label="Structure qui le fait vivre"
            hint="Son SIRET ou son nom exact. Elle pourra tenir la fiche."
            optional
          />
        )}
        <Actions>
          <Button>
            {duplicates.length > 0 ? 'Aucun n’est le même : créer ce lieu' : 'Créer la fiche de ce lieu'}
          </Button>
          <a href={paths.mine(base)}>Revenir sans rien créer</a>
        </Actions>
      </Form>
    </Frame>
  )
}

function Duplicates({ base, duplicates }: { base: string; duplicates: readonly LikelyDuplicate[] }) {
  const isOne = duplicates.length === 1
  return (
    <Notice
      state="warning"
      title={
        isOne
          ? 'Un lieu de l’annuaire est peut-être le même.'
          : `${plural(duplicates.length, 'lieu', 'lieux')} de l’annuaire sont peut-être le même.`
      }
      live
    >
      <p>Rien n’est encore créé. Si c’est le même lieu, complétez sa fiche au lieu d’en faire une seconde.</p>
      <ul>
        {duplicates.slice(0, 8).map(({ place, pair }) => (
          <li>
            {place.status === 'published' || place.status === 'closed' ? (
              <a href={placePaths.place(base, place.slug)}>{place.name}</a>
            ) : (
              place.name
            )}
            , {addressText(place) || 'adresse inconnue'}
            {place.status !== 'published' && ` (${STATUS_NAMES[place.status].toLowerCase()})`}
            <br />
            <span class="muted">{explanationOf(pair.why)}.</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
