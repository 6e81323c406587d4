import type { Child } from 'hono/jsx'
import { addDays, type Day } from '../../../../../kernel/day.ts'
import { dayOf, type Instant } from '../../../../../kernel/instant.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { personOf } from '../../../../../platform/session/actor.ts'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { formatHour, formatWeekday } from '../../../../../ui/french.ts'
import { SearchForm } from '../../../../../ui/search-field.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { DeskChoice } from '../../../data/desk/desk-day.queries.ts'
import type { Appointment, DeskEntry } from '../../../domain/desk/desk-day.ts'
import type { DayAtDesk } from '../../../use-cases/desk/desk-day.ts'
import { deskPaths } from '../desk.paths.ts'
import { DESK_STEPS, PASSAGE_WORDS, RISK_WORDS } from '../desk-wording.ts'

interface DayProps {
  view: View
  desks: readonly DeskChoice[]
  day: DayAtDesk
  now: Instant
}

/** A desk's day by hour, to be worked through or printed. EQP-801. */
export function DeskDayPage({ view, desks, day, now }: DayProps) {
  const { desk, on } = day
  const { base } = view.network
  const today = dayOf(now, desk.zone)
  return (
    <Frame
      view={view}
      space="member"
      title={`Guichet du ${formatWeekday(on)}`}
      intro={[desk.name, desk.location, desk.inventoryName].filter((one) => one !== '').join(', ')}
      width="full"
      act={<ButtonLink href={deskPaths.labels(base, desk.id)}>Imprimer les étiquettes</ButtonLink>}
    >
      <nav class="actions" aria-label="Autres jours et guichets">
        <a href={deskPaths.day(base, { desk: desk.id, on: addDays(on, -1) })}>Jour précédent</a>
        {on !== today && <a href={deskPaths.day(base, { desk: desk.id })}>Aujourd’hui</a>}
        <a href={deskPaths.day(base, { desk: desk.id, on: addDays(on, 1) })}>Jour suivant</a>
        {desks
          .filter(({ id }) => id !== desk.id)
          .map((other) => (
            <a href={deskPaths.day(base, { desk: other.id, on })}>
              {other.name}, {other.inventoryName}
            </a>
          ))}
      </nav>
      <Packed view={view} desk={desk} on={on} now={now}>
        <div data-island="equipment/scan" data-scan="envoi">
          <SearchForm
            action={deskPaths.search(base)}
            label="Numéro du matériel, ou étiquette scannée"
            hint="Le prêt en cours ou attendu s’ouvre."
          />
        </div>
        {day.before.length > 0 && (
          <section>
            <h2>En attente depuis un autre jour</h2>
            <Appointments view={view} day={day} rows={day.before} caption="En attente" withDay />
          </section>
        )}
        <section>
          <h2>Rendez-vous du jour</h2>
          <Appointments view={view} day={day} rows={day.appointments} caption="Rendez-vous du jour" />
        </section>
      </Packed>
    </Frame>
  )
}

interface PackedProps {
  view: View
  desk: DeskChoice
  on: Day
  now: Instant
  children: Child
}

/** Around the day: what a device needs to keep it, and to keep the acts done from it. EQP-1303. */
function Packed({ view, desk, on, now, children }: PackedProps) {
  const { base } = view.network
  const person = personOf(view.actor)?.personId
  const home = deskPaths.home(base)
  return (
    <div data-island="equipment/desk-queue" data-home={home} data-person={person} data-version={now}>
      <div
        data-island="equipment/desk-pack"
        data-pack={deskPaths.pack(base, desk.id, on)}
        data-home={home}
        data-worker={deskPaths.worker(base)}
        data-person={person}
      >
        {children}
      </div>
    </div>
  )
}

interface AppointmentsProps {
  view: View
  day: DayAtDesk
  rows: readonly Appointment[]
  caption: string
  withDay?: boolean
}

function Appointments({ view, day, rows, caption, withDay }: AppointmentsProps) {
  const { zone } = day.desk
  const when = ({ at, time }: Appointment) =>
    withDay ? `${formatWeekday(dayOf(at, zone), 'understood')} à ${formatHour(time)}` : formatHour(time)
  return (
    <Table
      caption={caption}
      silentCaption
      columns={[
        { label: 'Heure', header: true, cell: when },
        { label: 'Passage', cell: ({ passage }) => PASSAGE_WORDS[passage] },
        {
          label: 'Emprunteur',
          cell: ({ organisationId, collectorName }) => (
            <>
              {day.names.get(organisationId)}
              {collectorName && <br />}
              {collectorName}
            </>
          ),
        },
        { label: 'Matériel', cell: ({ entries }) => <Entries view={view} entries={entries} /> },
      ]}
      rows={rows}
      empty={
        <EmptyState title="Aucun rendez-vous ce jour-là">
          Les retraits et les retours apparaissent ici dès qu’un prêt est accordé.
        </EmptyState>
      }
    />
  )
}

function Entries({ view, entries }: { view: View; entries: readonly DeskEntry[] }) {
  return (
    <ul>
      {entries.map(({ line, risks, uninsured }) => (
        <li>
          <a href={deskPaths.line(view.network.base, line.id)}>{line.what}</a>{' '}
          <Tag state={DESK_STEPS[line.state]?.look ?? 'neutral'}>
            {DESK_STEPS[line.state]?.word ?? line.state}
          </Tag>
          {line.hasClosedAppointment && <Tag state="warning">rendez-vous à replanifier</Tag>}
          {uninsured.length > 0 && <Tag state="danger">attestation d’assurance manquante</Tag>}
          {risks.map((risk) => (
            <Tag state="warning">{RISK_WORDS[risk]}</Tag>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** For whoever keeps no desk yet. */
export function NoDeskPage({ view }: { view: View }) {
  return (
    <Frame view={view} space="member" title="Guichet">
      <EmptyState title="Vous ne tenez aucun guichet">
        Un guichet s’ouvre dans la gestion du matériel. La personne responsable de l’inventaire peut vous y
        confier le guichet.
      </EmptyState>
    </Frame>
  )
}
