import type { Child } from 'hono/jsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { plural } from '../../../../../ui/french.ts'
import { type Column, Table } from '../../../../../ui/table.tsx'
import type { ListedPlace } from '../../../data/favourites/favourites.store.ts'
import type { HolidayBook } from '../../../domain/hours/holiday-book.ts'
import { hoursOfPlace } from '../../../domain/hours/place-hours.ts'
import { weekLines } from '../../hours/hours-wording.ts'
import { paths } from '../../paths.ts'
import { addressText, phoneText } from '../../wording.ts'

interface ListedProps {
  view: View
  places: readonly ListedPlace[]
  book: HolidayBook
  /** What its owner may do with each. */
  act?: ((place: ListedPlace) => Child) | undefined
}

/** What one needs on paper: where, when, which number to call. DIR-75. */
export function ListedPlaces({ view, places, book, act }: ListedProps) {
  const { base } = view.network
  const columns: Column<ListedPlace>[] = [
    {
      label: 'Lieu',
      header: true,
      cell: ({ name, slug, isGone }) =>
        isGone ? `${name} (n’est plus dans l’annuaire)` : <a href={paths.place(base, slug)}>{name}</a>,
    },
    { label: 'Adresse', cell: (place) => addressText(place) || 'Non communiquée' },
    {
      label: 'Téléphone',
      cell: ({ phone }) => (phone ? <a href={`tel:${phone}`}>{phoneText(phone)}</a> : ''),
    },
    { label: 'Horaires', cell: (place) => <Week place={place} view={view} book={book} /> },
  ]
  return (
    <Table
      caption={plural(places.length, 'lieu', 'lieux')}
      columns={act ? [...columns, { label: 'Acte', silent: true, cell: act }] : columns}
      rows={places}
    />
  )
}

function Week({ place, view, book }: { place: ListedPlace; view: View; book: HolidayBook }) {
  const week = hoursOfPlace(place, view.now, book)?.week
  if (!week) return <>{place.openingHours ?? 'Non communiqués'}</>
  return (
    <>
      {weekLines(week).map(({ days, hours }, index) => (
        <>
          {index > 0 && <br />}
          {days} : {hours}
        </>
      ))}
    </>
  )
}
