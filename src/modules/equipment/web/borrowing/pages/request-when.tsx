import { compareInstants, isInstant } from '../../../../../kernel/instant.ts'
import type { FormState, Problem } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup } from '../../../../../ui/form.tsx'
import { formatHour, formatWeekday } from '../../../../../ui/french.ts'
import { DateField } from '../../../../../ui/text-field.tsx'
import { deskText } from '../../desk-name-wording.ts'
import { fieldDay } from '../near-day.ts'
import { type RequestWorld, type SlotChoices, textIn } from '../request-view.ts'

export interface PartProps {
  world: RequestWorld
  state: FormState
  problems: readonly Problem[]
}

/** The two days, then the slots that are open on them. EQP-303. */
export function When({ world, state: { values }, problems }: PartProps) {
  const { counter, pickups, returns } = world
  const { maxDays } = counter.rules
  return (
    <FieldGroup legend="Quand">
      <p>
        Au {deskText(counter.desk.name)}
        {counter.desk.location && `, ${counter.desk.location}`}.
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
    return source.article ? `, selon l’art. ${source.article} de la convention` : ', selon la convention'
  return source.from === 'policy' ? `, selon le règlement de l’inventaire (version ${source.version})` : ''
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
            ? 'Aucun créneau n’est ouvert autour de ce jour : essayez-en un autre.'
            : 'Indiquez les deux jours, puis demandez leurs créneaux.'}
        </p>
      </div>
    )
  const [first] = choices.slots
  return (
    <Select
      name={name}
      label={first ? `${label}, le ${formatWeekday(first.day)}` : label}
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
