import type { Child } from 'hono/jsx'
import { compareInstants, isInstant } from '../../../../../kernel/instant.ts'
import type { FormState, Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Radios, Select } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatHour } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import { borrowingPaths } from '../borrowing.paths.ts'
import { fieldDay } from '../near-day.ts'
import { ACTION_KINDS } from '../request.form.ts'
import { listIn, type RequestWorld, type SlotChoices, textIn } from '../request-view.ts'
import { ACTION_KIND_WORDS } from '../request-wording.ts'

/** What may be had instead, each the button of one tap. */
export interface Suggestion {
  value: string
  label: string
}

export interface RequestPageProps {
  view: View
  action: string
  world: RequestWorld | null
  state: FormState
  suggestions: readonly Suggestion[]
  /** The loan is longer than the agreement says: it may go on as a derogation. EQP-701. */
  mayExceed: boolean
}

/** One page to ask for equipment: what, when, what for, who fetches it. EQP-501. */
export function RequestPage(props: RequestPageProps) {
  const { view, action, world, state } = props
  const { base } = view.network
  const { problems } = state
  return (
    <Frame
      view={view}
      space="member"
      title="Demander un prêt"
      breadcrumb={[{ label: 'Matériel', href: borrowingPaths.catalogue(base) }]}
      intro="Dites quoi, quand et pour quoi faire. La réponse de la tête de réseau se lit dans « Mes demandes »."
      problems={problems}
    >
      {!world?.agreement ? (
        <Nothing world={world} />
      ) : (
        <Form action={action}>
          <Suggestions {...props} />
          <What world={world} state={state} />
          <When world={world} state={state} problems={problems} />
          <Why state={state} problems={problems} />
          <Who world={world} state={state} problems={problems} />
          <Actions>
            <Button name="acte" value="envoyer">
              Envoyer la demande
            </Button>
            <Button look="plain" name="acte" value="brouillon">
              Garder en brouillon
            </Button>
          </Actions>
          <p>
            Une demande envoyée vous garde le matériel le temps de la réponse (
            {world.counter.rules.answerDays.value} jours d’ouverture).
          </p>
        </Form>
      )}
    </Frame>
  )
}

function Nothing({ world }: { world: RequestWorld | null }) {
  return (
    <EmptyState
      title={
        world
          ? 'Votre structure n’a pas de convention qui permette d’emprunter.'
          : 'Aucun matériel n’est encore prêté par ce réseau.'
      }
    >
      <p>
        {world?.counter.inventory.contact
          ? `Pour en parler, écrivez à ${world.counter.inventory.contact}.`
          : 'Pour en parler, écrivez à la tête de réseau.'}
      </p>
    </EmptyState>
  )
}

function Suggestions({ suggestions, mayExceed }: RequestPageProps) {
  if (suggestions.length === 0 && !mayExceed) return null
  return (
    <Notice state="info" title="Ce qui est possible">
      <p>Un seul geste suffit : le reste de votre demande est gardé.</p>
      <Actions>
        {mayExceed && (
          <Button look="plain" name="acte" value="depasser">
            Demander un dépassement
          </Button>
        )}
        {suggestions.map(({ value, label }) => (
          <Button look="plain" name="choix" value={value}>
            {label}
          </Button>
        ))}
      </Actions>
    </Notice>
  )
}

interface PartProps {
  world: RequestWorld
  state: FormState
  problems: readonly Problem[]
}

function What({ world, state: { values, problems } }: { world: RequestWorld; state: FormState }) {
  const [wanted, counts] = [listIn(values, 'modele'), listIn(values, 'nombre')]
  const choices = world.models.map(({ id, name }) => ({ value: id, label: name }))
  const lines = [0, 1, 2].map((index) => ({ model: wanted[index] ?? '', count: counts[index] ?? '' }))
  const line = ({ model, count }: { model: string; count: string }, index: number) => (
    <div class="journal-fields">
      <Select
        name="modele"
        id={index === 0 ? undefined : `champ-modele-${index}`}
        label={index === 0 ? 'Matériel' : 'Autre matériel'}
        optional={index > 0}
        choices={choices}
        value={model}
        prompt="Choisissez"
        error={index === 0 ? problemOf(problems, 'modele') : undefined}
      />
      <TextField
        name="nombre"
        id={index === 0 ? undefined : `champ-nombre-${index}`}
        label="Nombre"
        optional={index > 0}
        value={count || (index === 0 ? '1' : '')}
        inputmode="numeric"
        width="short"
      />
    </div>
  )
  const [first, ...others] = lines
  const prerequisites = world.models.find(({ id }) => id === first?.model)?.prerequisites
  return (
    <FieldGroup legend="Quoi">
      {first && line(first, 0)}
      {textIn(values, 'exemplaire') !== '' && (
        <Select
          name="exemplaire"
          label="Exemplaire précis"
          optional
          prompt="N’importe lequel"
          choices={[
            { value: textIn(values, 'exemplaire'), label: world.nameOf(textIn(values, 'exemplaire')) },
          ]}
          value={textIn(values, 'exemplaire')}
        />
      )}
      {prerequisites && <Notice state="info" title={prerequisites} />}
      <details open={others.some(({ model }) => model !== '')}>
        <summary>Ajouter un autre matériel</summary>
        {others.map((other, index) => line(other, index + 1))}
      </details>
    </FieldGroup>
  )
}

function When({ world, state: { values }, problems }: PartProps) {
  const { counter, pickups, returns } = world
  const { maxDays } = counter.rules
  return (
    <FieldGroup legend="Quand">
      <p>
        Au guichet « {counter.desk.name} »{counter.desk.location && `, ${counter.desk.location}`}.
        {maxDays.value !== null &&
          ` Un prêt dure ${maxDays.value} jours au plus${sourceText(maxDays.source)}.`}
      </p>
      {counter.desks.length > 1 && (
        <Select
          name="guichet"
          label="Guichet"
          choices={counter.desks.map(({ id, name }) => ({ value: id, label: name }))}
          value={counter.desk.id}
        />
      )}
      <div class="journal-fields">
        <DateField name="du" label="Jour du retrait" value={fieldDay(textIn(values, 'du'))} />
        <DateField name="au" label="Jour du retour" value={fieldDay(textIn(values, 'au'))} />
      </div>
      <Actions>
        <Button look="plain" name="acte" value="creneaux">
          Voir les créneaux de ces jours
        </Button>
      </Actions>
      <SlotField
        name="retrait"
        label="Heure du retrait"
        choices={pickups}
        value={textIn(values, 'retrait')}
        error={problemOf(problems, 'retrait')}
      />
      <SlotField
        name="retour"
        label="Heure du retour"
        choices={returns}
        value={textIn(values, 'retour')}
        error={problemOf(problems, 'retour')}
      />
    </FieldGroup>
  )
}

function sourceText(source: RequestWorld['counter']['rules']['maxDays']['source']): string {
  if (source.from === 'agreement')
    return source.article ? ` (art. ${source.article} de la convention)` : ' (convention)'
  return source.from === 'policy' ? ` (règlement de l’inventaire, version ${source.version})` : ''
}

const BECAUSE = {
  closed: 'Le guichet est fermé ce jour-là. Voici le jour suivant.',
  taken: 'Plus rien n’est libre ce jour-là. Voici le jour suivant.',
} as const

function SlotField(props: {
  name: string
  label: string
  choices: SlotChoices | null
  value: string
  error: string | undefined
}) {
  const { name, label, choices, value, error } = props
  if (!choices || choices.slots.length === 0)
    return (
      <div class={error ? 'field field-wrong' : 'field'} id={`champ-${name}`} tabindex={-1}>
        <p class="field-label">{label}</p>
        {error && <p class="field-error">{error}</p>}
        <p class="field-hint">
          {choices
            ? 'Aucun créneau n’est ouvert autour de ce jour : essayez-en un autre.'
            : 'Indiquez les deux jours, puis demandez leurs créneaux.'}
        </p>
      </div>
    )
  const [first] = choices.slots
  return (
    <Select
      name={name}
      label={first ? `${label}, le ${formatDay(first.day)}` : label}
      hint={choices.because ? BECAUSE[choices.because] : undefined}
      error={error}
      prompt="Choisissez l’heure"
      value={
        choices.slots.find(({ start }) => isInstant(value) && compareInstants(start, value) === 0)?.start
      }
      choices={choices.slots.map(({ start, time }) => ({ value: start, label: formatHour(time) }))}
    />
  )
}

function Why({ state: { values }, problems }: Omit<PartProps, 'world'>) {
  return (
    <FieldGroup legend="Pour quoi faire">
      <Radios
        name="nature"
        label="Type d’actions"
        choices={ACTION_KINDS.map((kind) => ({ value: kind, label: ACTION_KIND_WORDS[kind] }))}
        value={textIn(values, 'nature') || 'workshop'}
        error={problemOf(problems, 'nature')}
      />
      <TextArea
        name="actions"
        label="Actions prévues"
        hint="Deux phrases suffisent, 20 signes au moins."
        rows={3}
        value={textIn(values, 'actions')}
        error={problemOf(problems, 'actions')}
      />
      <TextField
        name="public"
        label="Public"
        hint="Familles, collégiens, seniors…"
        value={textIn(values, 'public')}
        error={problemOf(problems, 'public')}
      />
      <TextField
        name="personnes"
        label="Nombre de personnes attendues"
        optional
        inputmode="numeric"
        width="short"
        value={textIn(values, 'personnes')}
        error={problemOf(problems, 'personnes')}
      />
      <TextField
        name="lieu"
        label="Lieu d’utilisation"
        value={textIn(values, 'lieu')}
        error={problemOf(problems, 'lieu')}
      />
      <Checkbox
        name="rangement"
        label="Le matériel sera rangé dans un lieu fermé et sûr"
        checked={textIn(values, 'rangement') === 'oui'}
        error={problemOf(problems, 'rangement')}
      />
    </FieldGroup>
  )
}

function Who({ world, state: { values }, problems }: PartProps): Child {
  const collector = textIn(values, 'retire_nom')
  return (
    <FieldGroup legend="Qui vient le chercher">
      <TextField
        name="retire_nom"
        label="Nom de la personne"
        value={collector}
        error={problemOf(problems, 'retire_nom')}
      />
      <TextField name="retire_qualite" label="Fonction" optional value={textIn(values, 'retire_qualite')} />
      <TextField
        name="retire_telephone"
        label="Téléphone"
        hint="Vu du seul guichet, effacé un an après la fin du prêt."
        optional
        type="tel"
        value={textIn(values, 'retire_telephone')}
      />
      {world.agreements.length > 1 ? (
        <Select
          name="convention"
          label="Au titre de la convention"
          choices={world.agreements.map(({ id, reference }) => ({ value: id, label: reference }))}
          value={world.agreement?.id}
        />
      ) : (
        <p>Au titre de la convention {world.agreement?.reference}.</p>
      )}
    </FieldGroup>
  )
}
