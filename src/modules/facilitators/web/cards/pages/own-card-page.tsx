import type { Id } from '../../../../../kernel/id.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import type { PersonId } from '../../../../../platform/session/actor.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Checkboxes, Radios, Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { ofName } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import { nationalServices } from '../../../../places/index.ts'
import {
  ACCOUNT_FIELDS,
  type AccountField,
  AUDIENCES,
  audienceNames,
  type ConsentField,
  consentLegend,
} from '../../../../privacy/index.ts'
import type { Workplace } from '../../../domain/card.ts'
import { DISTANCES, skills } from '../../../domain/skills.ts'
import { audienceField, NOBODY } from '../cards.form.ts'
import { cardPaths } from '../cards.paths.ts'
import { distanceChoices } from '../cards-wording.ts'

export interface OwnCard {
  personId: PersonId
  /** The number of changes that the page shows. */
  version: number
  photo: Id<'file'> | null
  /** Its own page opens to the person: they show their name to somebody like them. */
  isSeen: boolean
  /** What the account says, read-only here. */
  account: Readonly<Record<AccountField, string>>
  places: readonly Workplace[]
}

interface OwnCardProps {
  view: View
  state: FormState
  /** Null: whoever reads does not help residents in this network. */
  own: OwnCard | null
}

/** What a facilitator says of themselves, and to whom each part of it is shown. DIR-78. */
export function OwnCardPage({ view, state, own }: OwnCardProps) {
  const { base, name: networkName } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Votre fiche dans l’annuaire"
      intro={`Par défaut, personne ne voit rien. Vous choisissez partie par partie à qui vous la montrez dans ${networkName} ; retirer un choix agit tout de suite, partout.`}
      breadcrumb={[{ label: 'Votre compte', href: `${base}/compte` }]}
      problems={state.problems}
      {...(own?.isSeen && { act: { label: 'Voir ma fiche', href: cardPaths.card(base, own.personId) } })}
    >
      {own ? (
        <OwnCardForm view={view} state={state} own={own} />
      ) : (
        <Notice state="info" title={`Vous n’animez aucun lieu ${ofName(networkName)}.`}>
          <p>
            L’annuaire montre les personnes qui aident les habitants. Si c’est votre cas, demandez ce rôle à
            la personne qui gère votre structure.
          </p>
        </Notice>
      )}
    </Frame>
  )
}

type Props = OwnCardProps & { own: OwnCard }

function OwnCardForm(props: Props) {
  const { base } = props.view.network
  const { own, state } = props
  return (
    <Form action={cardPaths.own(base)} upload>
      <input type="hidden" name="vu" value={String(own.version)} />
      <FieldGroup legend="Qui vous êtes">
        <p class="muted">
          Votre nom suffit pour paraître dans l’annuaire. Ces lignes viennent de{' '}
          <a href={`${base}/compte`}>votre compte</a>.
        </p>
        {ACCOUNT_FIELDS.map((field) => (
          <Audience
            {...props}
            field={field}
            hint={own.account[field] || 'Rien n’est rempli pour l’instant.'}
          />
        ))}
      </FieldGroup>
      <Photo {...props} />
      <Presentation {...props} />
      <Skills {...props} />
      <Languages {...props} />
      <Availability {...props} />
      <Places {...props} />
      <FieldGroup legend="Vous écrire">
        <Audience
          {...props}
          field="messages"
          hint={'Un formulaire vous envoie le message par courriel ; votre adresse n’est jamais montrée.'}
        />
      </FieldGroup>
      <Actions>
        <Button>Enregistrer ma fiche</Button>
        <a href={`${base}/compte`}>Annuler</a>
      </Actions>
      {state.problems.length === 0 && (
        <p>
          <a href={cardPaths.removal(base)}>Retirer toute ma fiche</a>
        </p>
      )}
    </Form>
  )
}

/** Legend and choice, read together, are the sentence that is agreed to and kept. */
function Audience({ view, state, field, hint }: Props & { field: ConsentField; hint?: string }) {
  const name = audienceField(field)
  const names = audienceNames(view.network.name)
  return (
    <Select
      name={name}
      label={`${consentLegend(field)}…`}
      hint={hint}
      error={problemOf(state.problems, name)}
      value={typed(state, name) || NOBODY}
      choices={[
        { value: NOBODY, label: 'à personne' },
        ...AUDIENCES.map((audience) => ({ value: audience, label: names[audience] })),
      ]}
    />
  )
}

function Photo(props: Props) {
  const { base } = props.view.network
  const { own, state } = props
  return (
    <FieldGroup legend="Photo">
      {own.photo && (
        <>
          <img
            class="portrait"
            src={cardPaths.ownPhoto(base, own.photo)}
            alt="Votre portrait d’aujourd’hui"
            width="160"
            height="160"
          />
          <Checkbox
            name="sans-photo"
            label="Retirer cette photo"
            checked={typed(state, 'sans-photo') === 'oui'}
          />
        </>
      )}
      <FileField
        name="photo"
        label={own.photo ? 'La remplacer par' : 'Photo'}
        hint={
          'JPEG, PNG ou WebP, 10 Mo au plus. Elle est recadrée en carré ; le lieu et l’appareil de la prise de vue en sont effacés.'
        }
        accept="image/jpeg,image/png,image/webp"
        error={problemOf(state.problems, 'photo')}
        optional
      />
      <Audience {...props} field="photo" />
    </FieldGroup>
  )
}

function Presentation(props: Props) {
  const { state } = props
  return (
    <FieldGroup legend="Présentation">
      <TextArea
        name="presentation"
        label="En quelques phrases"
        hint="Qui vous aidez, ce que vous aimez transmettre."
        value={typed(state, 'presentation')}
        error={problemOf(state.problems, 'presentation')}
        rows={4}
        optional
      />
      <Audience {...props} field="presentation" />
    </FieldGroup>
  )
}

function Skills(props: Props) {
  const { state } = props
  return (
    <FieldGroup legend="Ce que vous savez faire">
      <Checkboxes
        name="themes"
        label="Vous aidez à"
        choices={nationalServices.map(({ code, plain }) => ({ value: code, label: plain }))}
        values={several(state, 'themes')}
        error={problemOf(state.problems, 'themes')}
        optional
      />
      <Checkboxes
        name="competences"
        label="Vos compétences"
        hint="Vos collègues et les organisateurs d’ateliers cherchent par ces mots."
        choices={skills.map(({ code, label }) => ({ value: code, label }))}
        values={several(state, 'competences')}
        error={problemOf(state.problems, 'competences')}
        optional
      />
      <Audience {...props} field="skills" />
    </FieldGroup>
  )
}

function Languages(props: Props) {
  const { state } = props
  return (
    <FieldGroup legend="Langues">
      <TextField
        name="langues"
        label="Langues que vous parlez, avec le français"
        hint={'Séparées par des virgules : anglais, arabe, langue des signes'}
        value={typed(state, 'langues')}
        error={problemOf(state.problems, 'langues')}
        optional
      />
      <Audience {...props} field="languages" />
    </FieldGroup>
  )
}

function Availability(props: Props) {
  const { state } = props
  return (
    <FieldGroup legend="Interventions">
      <Radios
        name="intervient"
        label={'Jusqu’où pouvez-vous intervenir ?'}
        value={typed(state, 'intervient')}
        choices={[
          { value: '', label: 'Je ne le dis pas' },
          ...DISTANCES.map((distance) => ({ value: distance, label: distanceChoices[distance] })),
        ]}
        error={problemOf(state.problems, 'intervient')}
      />
      <TextField
        name="disponibilite"
        label="Quand"
        hint={'Par exemple : le jeudi, hors vacances scolaires'}
        value={typed(state, 'disponibilite')}
        error={problemOf(state.problems, 'disponibilite')}
        optional
      />
      <Audience {...props} field="availability" />
    </FieldGroup>
  )
}

function Places(props: Props) {
  const { places } = props.own
  return (
    <FieldGroup legend="Vos lieux">
      {places.length === 0 ? (
        <p>Aucun lieu ne vous est lié. La personne qui gère le lieu peut le faire depuis sa fiche.</p>
      ) : (
        <ul>
          {places.map(({ slug, name }) => (
            <li>
              <a href={`${props.view.network.base}/lieux/${slug}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      <Audience
        {...props}
        field="places"
        hint="Montrés à tout le monde, votre nom et votre fonction paraissent aussi sur leurs pages."
      />
    </FieldGroup>
  )
}

function typed({ values }: FormState, name: string): string {
  return String(values[name] ?? '')
}

function several({ values }: FormState, name: string): string[] {
  const value = values[name] ?? []
  return typeof value === 'string' ? [value] : [...value]
}
