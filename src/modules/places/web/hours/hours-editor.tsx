import type { Day } from '../../../../kernel/day.ts'
import type { FormState } from '../../../../platform/http/form.ts'
import { Button } from '../../../../ui/button.tsx'
import { Checkbox, Radios } from '../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { fieldId } from '../../../../ui/field.tsx'
import { Folded } from '../../../../ui/folded.tsx'
import { FieldGroup } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Table } from '../../../../ui/table.tsx'
import { DateField, TextArea, TextField } from '../../../../ui/text-field.tsx'
import {
  DAY_WORDS,
  exceptionField,
  MOST_EXCEPTIONS,
  readHours,
  timeField,
  type WeekName,
  WORDS_FIELD,
} from './hours.form.ts'
import { planSentences } from './hours-wording.ts'

interface EditorProps {
  state: FormState
  today: Day
  /** The name of the button the form reads: `copier-h`, `copier-v` or `apercu` asks for the same page again. */
  button: string
}

/**
 * Hours filled in as a week of times, without any script: the ordinary week, the one of the school holidays, the dates that
 * differ, and how they will be read. DIR-52, DIR-53.
 */
export function HoursEditor({ state, today, button }: EditorProps) {
  const { values } = state
  const words = one(values, WORDS_FIELD)
  const grid = <Grids state={state} button={button} />
  return (
    <>
      <Preview state={state} today={today} />
      {words === '' ? (
        grid
      ) : (
        <>
          <TextArea
            name={WORDS_FIELD}
            label="Horaires tels qu’ils ont été écrits"
            hint={
              'Trop particuliers pour une semaine simple : ils restent ainsi, sauf si vous remplissez la semaine ci-dessous.'
            }
            value={words}
            rows={3}
            error={problemOf(state.problems, WORDS_FIELD)}
          />
          <Folded title="Repartir d’une semaine simple">{grid}</Folded>
        </>
      )}
      <Button name={button} value="apercu" look="plain">
        Voir comment ces horaires seront lus
      </Button>
    </>
  )
}

function Grids({ state, button }: Omit<EditorProps, 'today'>) {
  const { values, problems } = state
  const hasHolidayWeek = one(values, 'vacances') === 'oui'
  return (
    <>
      <Week week="h" title="Une semaine ordinaire" state={state} button={button} />
      <Radios
        name="feries"
        label="Les jours fériés"
        value={one(values, 'feries')}
        choices={[
          { value: '', label: 'Cela dépend : la fiche dira de se renseigner' },
          { value: 'ferme', label: 'Toujours fermé' },
        ]}
      />
      <Folded title="Une autre semaine pendant les vacances scolaires" isOpen={hasHolidayWeek}>
        <Checkbox
          name="vacances"
          label="Les horaires changent pendant les vacances scolaires"
          checked={hasHolidayWeek}
        />
        <Week week="v" title="Une semaine de vacances scolaires" state={state} button={button} />
      </Folded>
      <Exceptions values={values} problems={problems} />
    </>
  )
}

const EDGES = [
  ['de_1', 'Ouvre à', 'première ouverture, ouvre à'],
  ['a_1', 'Ferme à', 'première ouverture, ferme à'],
  ['de_2', 'Rouvre à', 'seconde ouverture, rouvre à'],
  ['a_2', 'Ferme à', 'seconde ouverture, ferme à'],
] as const

function Week({
  week,
  title,
  state,
  button,
}: {
  week: WeekName
  title: string
  state: FormState
  button: string
}) {
  const wrong = state.problems.filter(({ field }) => field?.startsWith(`${week}_`))
  return (
    <FieldGroup legend={title}>
      <p class="field-hint">
        Laissez vide un jour de fermeture, et les deux dernières heures s’il n’y a pas de pause.
      </p>
      {wrong.map(({ field, message }) => (
        <p class="field-error" id={`${fieldId(field ?? '')}-erreur`}>
          <span class="visually-hidden">Erreur : </span>
          {message}
        </p>
      ))}
      <Table
        caption={title}
        silentCaption
        columns={[
          { label: 'Jour', header: true, cell: (day) => capital(day) },
          ...EDGES.map(([edge, label, told]) => ({
            label,
            cell: (day: string) => (
              <TimeInput name={timeField(week, day, edge)} told={`${capital(day)}, ${told}`} state={state} />
            ),
          })),
        ]}
        rows={DAY_WORDS}
      />
      <Button name={button} value={`copier-${week}`} look="plain">
        Copier lundi vers mardi, mercredi, jeudi et vendredi
      </Button>
    </FieldGroup>
  )
}

function TimeInput({ name, told, state }: { name: string; told: string; state: FormState }) {
  const error = problemOf(state.problems, name)
  return (
    <input
      class="input input-short"
      type="time"
      id={fieldId(name)}
      name={name}
      value={one(state.values, name)}
      aria-label={told}
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={error ? `${fieldId(name)}-erreur` : undefined}
    />
  )
}

/** Those that are filled in, and two more. */
function Exceptions({ values, problems }: FormState) {
  const ranks = Array.from({ length: MOST_EXCEPTIONS }, (_, index) => index + 1)
  const isUsed = (rank: number) =>
    (['du', 'au', 'heures', 'motif'] as const).some((part) => one(values, exceptionField(rank, part)) !== '')
  const last = ranks.findLast(isUsed) ?? 0
  return (
    <FieldGroup legend="Fermetures et ouvertures exceptionnelles">
      <p class="field-hint">
        Congés, travaux, ouverture un samedi : elles s’affichent sur la fiche quatorze jours avant, avec leur
        raison.
      </p>
      {ranks.slice(0, last + 2).map((rank) => (
        <Folded title={`Exception ${rank}`} isOpen={isUsed(rank) || rank === 1}>
          <DateField
            name={exceptionField(rank, 'du')}
            label="Premier jour"
            value={one(values, exceptionField(rank, 'du'))}
            error={problemOf(problems, exceptionField(rank, 'du'))}
            optional
          />
          <DateField
            name={exceptionField(rank, 'au')}
            label="Dernier jour"
            hint={'Vide : un seul jour'}
            value={one(values, exceptionField(rank, 'au'))}
            error={problemOf(problems, exceptionField(rank, 'au'))}
            optional
          />
          <TextField
            name={exceptionField(rank, 'heures')}
            label="Heures d’ouverture"
            hint={'Vide : fermé. Sinon, par exemple 09:00-12:00, 14:00-17:00'}
            value={one(values, exceptionField(rank, 'heures'))}
            error={problemOf(problems, exceptionField(rank, 'heures'))}
            width="medium"
            optional
          />
          <TextField
            name={exceptionField(rank, 'motif')}
            label="Raison"
            hint={'Lue par le public, par exemple : congés d’été'}
            value={one(values, exceptionField(rank, 'motif'))}
            width="medium"
            optional
          />
        </Folded>
      ))}
    </FieldGroup>
  )
}

/** What the public will read. */
function Preview({ state, today }: Pick<EditorProps, 'state' | 'today'>) {
  const read = readHours(state.values, today)
  if ('problems' in read || !read.plan || read.words === '') return null
  return (
    <Notice state="info" title="Ces horaires seront lus ainsi">
      <ul>
        {planSentences(read.plan).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </Notice>
  )
}

function one(values: FormState['values'], name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
