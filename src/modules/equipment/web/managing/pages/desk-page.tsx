import { addDays, type Day } from '../../../../../kernel/day.ts'
import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { formatHour, formatWeekday } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import { type PlaceSummary, placePath } from '../../../../places/index.ts'
import type { Desk } from '../../../data/desks.store.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import { type DayHours, hoursOn } from '../../../domain/opening.ts'
import { slotText } from '../../moment-wording.ts'
import { weekField } from '../desk.form.ts'
import { managingPaths } from '../managing.paths.ts'
import { WEEKDAYS } from '../managing-wording.ts'
import type { StandingAppointment } from '../standing.ts'
import { trail } from './trail.ts'

/** The appointments that a change of hours would close, and which form asks for it. */
export interface Standing {
  form: 'day' | 'week'
  appointments: readonly StandingAppointment[]
}

export interface DeskProps {
  view: View
  inventory: Inventory
  desk: Desk
  /** The place of the directory that it stands in. */
  place: Pick<PlaceSummary, 'name' | 'slug'> | null
  mayChange: boolean
  state: FormState
  /** The consequence of the change, shown first. */
  standing: Standing | null
}

/** The hours of a desk, the days that are not like the others, and the two weeks to come. EQP-301, EQP-306. */
export function DeskPage(props: DeskProps) {
  const { view, inventory, desk, mayChange, state, standing } = props
  const { base } = view.network
  const desks = { label: 'Guichets', href: managingPaths.desks(base, inventory.id) }
  return (
    <Frame
      view={view}
      space="member"
      title={desk.name}
      intro={desk.location}
      breadcrumb={[...trail(base, inventory), desks]}
      problems={state.problems}
    >
      {standing && <Closed standing={standing.appointments} zone={desk.calendar.zone} />}
      <Preview desk={desk} today={view.today} />
      {mayChange && <DayForm {...props} />}
      {mayChange && <WeekForm {...props} />}
      <InPlace {...props} />
    </Frame>
  )
}

function Closed({ standing, zone }: { standing: readonly StandingAppointment[]; zone: string }) {
  return (
    <Notice state="warning" title={`${standing.length} rendez-vous à replanifier`}>
      <ul>
        {standing.map(({ startsAt, purpose, borrower, unit }) => (
          <li>
            {slotText(startsAt, zone)}, {purpose === 'pickup' ? 'retrait' : 'retour'} de {unit}, {borrower}
          </li>
        ))}
      </ul>
      <p>
        Si vous confirmez, un courriel part aux deux parties. L’emprunteur choisit un autre créneau, ou vous
        le choisissez pour lui depuis la page du prêt. Personne ne sera en retard à cause de cette fermeture.
      </p>
    </Notice>
  )
}

function Preview({ desk, today }: { desk: Desk; today: Day }) {
  const days = Array.from({ length: 14 }, (_, index) => addDays(today, index))
  return (
    <Table
      caption="Les quatorze jours à venir"
      columns={[
        { label: 'Jour', header: true, cell: (day) => formatWeekday(day) },
        { label: 'Ouverture', cell: (day) => openingText(hoursOn(desk.calendar, day)) },
      ]}
      rows={days}
    />
  )
}

function openingText({ hours, closed, reason }: DayHours): string {
  const why = reason === '' ? '' : ` (${reason})`
  if (closed === 'holiday') return 'fermé, jour férié'
  if (closed) return `fermé${why}`
  const spans = hours.map(([opens, closes]) => `de ${formatHour(opens)} à ${formatHour(closes)}`)
  return `${spans.join(' et ')}${why}`
}

function DayForm({ view, inventory, desk, state, standing }: DeskProps) {
  const { values, problems } = state
  return (
    <Form action={`${managingPaths.desk(view.network.base, inventory.id, desk.id)}/jour`}>
      <h2>Des jours qui ne sont pas comme les autres</h2>
      {standing?.form === 'day' && <Confirmed state={state} />}
      <DateField
        name="jour"
        label="Jour"
        value={String(values.jour ?? '')}
        error={problemOf(problems, 'jour')}
      />
      <DateField
        name="jusquau"
        label="Dernier jour"
        hint="Pour plusieurs jours de suite, lui compris."
        optional
        value={String(values.jusquau ?? '')}
        error={problemOf(problems, 'jusquau')}
      />
      <Radios
        name="quoi"
        label="Le guichet"
        choices={[
          { value: 'closed', label: 'est fermé' },
          { value: 'open', label: 'ouvre à d’autres heures, jours fériés compris' },
          { value: 'week', label: 'suit de nouveau la semaine' },
        ]}
        value={String(values.quoi ?? '')}
        error={problemOf(problems, 'quoi')}
      />
      <TextField
        name="heures"
        label="Heures d’ouverture"
        optional
        hint="Par exemple : 9:00-12:00, 14:00-17:00."
        value={String(values.heures ?? '')}
        error={problemOf(problems, 'heures')}
      />
      <TextField
        name="motif"
        label="Motif"
        hint="Dit aux emprunteurs qui cherchent ce jour."
        value={String(values.motif ?? '')}
        error={problemOf(problems, 'motif')}
      />
      <Actions>
        <Button>{standing?.form === 'day' ? 'Confirmer ces heures' : 'Enregistrer ces heures'}</Button>
      </Actions>
    </Form>
  )
}

function WeekForm({ view, inventory, desk, state, standing }: DeskProps) {
  const { values, problems } = state
  return (
    <Form action={`${managingPaths.desk(view.network.base, inventory.id, desk.id)}/semaine`}>
      <h2>La semaine</h2>
      {standing?.form === 'week' && <Confirmed state={state} />}
      <FieldGroup legend="Heures d’ouverture">
        {WEEKDAYS.map((label, index) => (
          <TextField
            name={weekField(index + 1)}
            label={label}
            optional
            value={String(values[weekField(index + 1)] ?? hoursText(desk, view.today, index + 1))}
            error={problemOf(problems, weekField(index + 1))}
          />
        ))}
      </FieldGroup>
      <DateField
        name="depuis"
        label="À partir du"
        hint="Jusque-là, les heures ne changent pas."
        value={String(values.depuis ?? '')}
        error={problemOf(problems, 'depuis')}
      />
      <Actions>
        <Button>{standing?.form === 'week' ? 'Confirmer la semaine' : 'Enregistrer la semaine'}</Button>
      </Actions>
    </Form>
  )
}

function InPlace({ view, inventory, desk, place, mayChange, state: { values, problems } }: DeskProps) {
  const { base } = view.network
  const shown = place && placePath(base, place.slug)
  return (
    <>
      <h2>Le lieu de l’annuaire</h2>
      <p>
        {shown ? (
          <>
            Ce guichet est dans <a href={shown}>{place.name}</a>.
          </>
        ) : (
          'Ce guichet n’est rattaché à aucun lieu de l’annuaire.'
        )}{' '}
        {inventory.shownTo === 'public'
          ? 'La fiche de ce lieu dit quels matériels on peut y emprunter, sans dire combien ni à qui.'
          : 'L’inventaire n’est pas montré à tous : rien n’en paraît sur la fiche d’un lieu.'}
      </p>
      {mayChange && (
        <Form action={`${managingPaths.desk(base, inventory.id, desk.id)}/lieu`}>
          <TextField
            name="fiche"
            label="Adresse de la fiche du lieu"
            optional
            hint="Ouvrez la fiche publique du lieu et copiez l’adresse de la page. Vide : aucun lieu."
            value={String(values.fiche ?? shown ?? '')}
            error={problemOf(problems, 'fiche')}
          />
          <Actions>
            <Button look="plain">Enregistrer ce lieu</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}

function hoursText({ calendar }: Desk, today: Day, weekday: number): string {
  return calendar.rules
    .filter((rule) => rule.weekday === weekday && (rule.until === null || rule.until > today))
    .map(({ opens, closes }) => `${opens}-${closes}`)
    .sort()
    .join(', ')
}
