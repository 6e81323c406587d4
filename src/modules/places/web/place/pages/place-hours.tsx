import { Table } from '../../../../../ui/table.tsx'
import type { PlaceHours as HoursOfPlace } from '../../../domain/hours/place-hours.ts'
import type { Place } from '../../../domain/place.ts'
import { datesText, hoursText, weekLines } from '../../hours/hours-wording.ts'
import { lowerFirst } from '../../wording.ts'

/** A week and what changes soon, when the text is read; else the words of the place, as received (DIR-25, DIR-52). */
export function PlaceHours({ place, hours }: { place: Place; hours: HoursOfPlace | null }) {
  if (!place.openingHours) {
    return (
      <>
        <h2>Horaires</h2>
        <p>Horaires non communiqués.{place.phone ? ' Appelez avant de venir.' : ''}</p>
      </>
    )
  }
  return (
    <>
      <h2>Horaires</h2>
      {hours ? <WeekTable hours={hours} /> : <AsReceived text={place.openingHours} />}
    </>
  )
}

function WeekTable({ hours: { week, holidays, ahead } }: { hours: HoursOfPlace }) {
  return (
    <>
      <Table
        caption="Horaires d’une semaine ordinaire"
        silentCaption
        columns={[
          { label: 'Jours', silent: true, cell: (row) => row.days, header: true },
          { label: 'Horaires', silent: true, cell: (row) => row.hours },
        ]}
        rows={weekLines(week)}
      />
      <p class="muted">
        {holidays === 'closed' && 'Fermé les jours fériés.'}
        {holidays === null && 'Ces horaires peuvent changer les jours fériés et pendant les vacances.'}
      </p>
      {ahead.length > 0 && (
        <>
          <h3>Ces prochains jours</h3>
          <ul>
            {ahead.map(({ first, last, hours, isHoliday }) => (
              <li>
                {datesText(first, last)}
                {isHoliday && ' (jour férié)'} : {lowerFirst(hoursText(hours))}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function AsReceived({ text }: { text: string }) {
  return <p>Horaires tels que communiqués : {text}</p>
}
