import type { Day } from '../../../../kernel/day.ts'
import { addDays, daysBetween } from '../../../../kernel/day.ts'
import { SummaryList, type SummaryRow } from '../../../../ui/summary-list.tsx'
import { DayText } from '../../../../ui/time.tsx'
import type { ShownLabel, StoppedLabel } from '../../data/places.queries.ts'
import { looksPersonal } from '../../domain/mail-and-web.ts'
import type { Place } from '../../domain/place.ts'
import { fees, programmes, publics, specialCare, type Term, trainings } from '../../domain/vocabulary.ts'
import { phoneText, termText } from '../wording.ts'

interface FactsProps {
  today: Day
  place: Place
  labels: readonly ShownLabel[]
  stopped: readonly StoppedLabel[]
}

/** Contact first, then what else is known, then where it comes from. */
export function PlaceFacts({ today, place, labels, stopped }: FactsProps) {
  return (
    <>
      <SummaryList
        rows={[
          ...contactRows(place),
          ...labels.map((label) => labelRow(label)),
          ...stopped.map((label) => stoppedRow(label)),
          ...offerRows(place),
        ]}
      />
      <Freshness today={today} place={place} />
    </>
  )
}

function contactRows(place: Place): SummaryRow[] {
  // Somebody's own address is shown only with their consent, which is not recorded here (DIR-72).
  const emails = place.emails.filter((email) => !looksPersonal(email))
  return [
    ...when(place.phone, (phone) => ({
      term: 'Téléphone',
      value: <a href={`tel:${phone}`}>{phoneText(phone)}</a>,
    })),
    ...emails.map((email) => ({ term: 'Courriel', value: <a href={`mailto:${email}`}>{email}</a> })),
    ...when(place.bookingUrl, (url) => ({
      term: 'Rendez-vous',
      value: <Elsewhere url={url}>Prendre rendez-vous en ligne</Elsewhere>,
    })),
    ...place.websites.map((url) => ({ term: 'Site', value: <Elsewhere url={url}>{hostOf(url)}</Elsewhere> })),
  ]
}

function labelRow({ name, since }: ShownLabel): SummaryRow {
  return {
    term: 'Label',
    value: (
      <>
        {name}, depuis le <DayText day={since} />. Le réseau a vérifié ce que ce lieu propose.
      </>
    ),
  }
}

/** Withdrawn or ended: never the same words, and never a reason (LAB-34). */
function stoppedRow({ name, since, until, outcome }: StoppedLabel): SummaryRow {
  if (outcome === 'ended') {
    return {
      term: 'Label porté',
      value: (
        <>
          {name}, du <DayText day={since} /> au <DayText day={addDays(until, -1)} />.
        </>
      ),
    }
  }
  return {
    term: 'Label retiré',
    value: (
      <>
        {name}, label retiré le <DayText day={until} />.
      </>
    ),
  }
}

function offerRows(place: Place): SummaryRow[] {
  return [
    ...listRow('Prix', fees, place.fees),
    ...listRow('Public', publics, place.publics),
    ...listRow('Accueil adapté', specialCare, place.specialCare),
    ...when(place.accesLibreUrl, (url) => ({
      term: 'Accessibilité',
      value: <Elsewhere url={url}>Entrée, circulation, sanitaires sur Acceslibre</Elsewhere>,
    })),
    ...listRow('Programmes', programmes, place.programmes),
    ...listRow('Formations', trainings, place.trainings),
    ...(place.otherLabels.length > 0
      ? [{ term: 'Autres labels', value: place.otherLabels.join('\u00a0; ') }]
      : []),
    ...when(place.parentOrganisation, (name) => ({ term: 'Structure', value: name })),
  ]
}

function listRow(term: string, list: readonly Term[], codes: readonly string[]): SummaryRow[] {
  if (codes.length === 0) return []
  return [{ term, value: codes.map((code) => termText(list, code)).join('\u00a0; ') }]
}

function when<T>(value: T | null, row: (value: T) => SummaryRow): SummaryRow[] {
  return value === null ? [] : [row(value)]
}

const OLD_DAYS = 365

function Freshness({ today, place }: { today: Day; place: Place }) {
  const { updatedOn, source } = place
  return (
    <p class="muted">
      {updatedOn ? (
        <>
          Fiche mise à jour le <DayText day={updatedOn} today={today} />.
        </>
      ) : (
        'Date de mise à jour inconnue.'
      )}
      {(!updatedOn || daysBetween(updatedOn, today) > OLD_DAYS) && ' Appelez avant de vous déplacer.'}
      {source && ` Source\u00a0: ${source}.`}
    </p>
  )
}

function Elsewhere({ url, children }: { url: string; children: string }) {
  if (!/^https?:\/\//.test(url)) return <>{children}</>
  return (
    <a href={url} rel="nofollow noopener">
      {children}
    </a>
  )
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url
}
