import { Table } from '../../../../ui/table.tsx'
import { readWeek, type Week } from '../../domain/hours.ts'
import type { Place } from '../../domain/place.ts'
import { weekLines } from '../wording.ts'

/** A week when the text is one; else the words of the place, as received (DIR-25). */
export function PlaceHours({ place }: { place: Place }) {
  if (!place.openingHours) {
    return (
      <>
        <h2>Horaires</h2>
        <p>Horaires non communiqués.{place.phone ? ' Appelez avant de venir.' : ''}</p>
      </>
    )
  }
  const week = readWeek(place.openingHours)
  return (
    <>
      <h2>Horaires</h2>
      {week ? <WeekTable week={week} /> : <AsReceived text={place.openingHours} />}
    </>
  )
}

function WeekTable({ week }: { week: Week }) {
  return (
    <>
      <Table
        caption="Horaires d’une semaine ordinaire"
        silentCaption
        columns={[
          { label: 'Jours', cell: (row) => row.days, header: true },
          { label: 'Horaires', silent: true, cell: (row) => row.hours },
        ]}
        rows={weekLines(week)}
      />
      <p class="muted">
        {week.holidays === 'closed' && 'Fermé les jours fériés.'}
        {week.holidays === null && 'Les jours fériés et pendant les vacances, ces horaires peuvent changer.'}
      </p>
    </>
  )
}

function AsReceived({ text }: { text: string }) {
  return (
    <p>
      Horaires tels que communiqués{'\u00a0'}: {text}
    </p>
  )
}
