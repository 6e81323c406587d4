import type { Day } from '../../../../../kernel/day.ts'
import { addDays, daysBetween, latest } from '../../../../../kernel/day.ts'
import { Button } from '../../../../../ui/button.tsx'
import { SummaryList, type SummaryRow } from '../../../../../ui/summary-list.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { PlaceSource } from '../../../data/place/place-sources.queries.ts'
import type { ShownLabel, StoppedLabel } from '../../../data/places.queries.ts'
import { folded } from '../../../domain/fold.ts'
import type { FreshnessBadge } from '../../../domain/freshness/badge.ts'
import type { Place } from '../../../domain/place.ts'
import { fees, programmes, publics, specialCare, type Term, trainings } from '../../../domain/vocabulary.ts'
import { paths } from '../../paths.ts'
import { phoneText, termText } from '../../wording.ts'
import { placePagePaths } from '../place.paths.ts'
import { shownMails } from '../shown-mails.ts'

interface FactsProps {
  /** Of the network. */
  base: string
  today: Day
  place: Place
  labels: readonly ShownLabel[]
  stopped: readonly StoppedLabel[]
  checkedOn: Day | null
  /** What the door says of how fresh the sheet is: once is enough, and nothing here says the contrary. */
  badge: FreshnessBadge | null
  sources: readonly PlaceSource[]
}

/** How to reach the place: the first thing one needs of it. Nothing, when it told nothing. */
export function PlaceContact({ base, place }: Pick<FactsProps, 'base' | 'place'>) {
  const rows = contactRows(base, place)
  if (rows.length === 0) return null
  return (
    <section aria-label="Contact">
      <SummaryList rows={rows} />
    </section>
  )
}

/** What else is known, then where it comes from. */
export function PlaceFacts({ base, today, place, labels, stopped, checkedOn, badge, sources }: FactsProps) {
  const rows = [
    ...labels.map((label) => labelRow(base, label)),
    ...stopped.map((label) => stoppedRow(base, label)),
    ...declaredRows(place, labels),
    ...offerRows(place),
  ]
  return (
    <>
      {rows.length > 0 && <SummaryList rows={rows} />}
      <Freshness today={today} place={place} checkedOn={checkedOn} badge={badge} />
      <Sources place={place} sources={sources} />
    </>
  )
}

function contactRows(base: string, place: Place): SummaryRow[] {
  return [
    ...when(place.phone, (phone) => ({
      term: 'Téléphone',
      value: <a href={`tel:${phone}`}>{phoneText(phone)}</a>,
    })),
    ...(shownMails(place).length > 0
      ? [{ term: 'Courriel', value: <AskForMail href={placePagePaths.mail(base, place.slug)} /> }]
      : []),
    ...when(place.bookingUrl, (url) => ({
      term: 'Rendez-vous',
      value: <Elsewhere url={url}>Prendre rendez-vous en ligne</Elsewhere>,
    })),
    ...place.websites.map((url) => ({ term: 'Site', value: <Elsewhere url={url}>{hostOf(url)}</Elsewhere> })),
  ]
}

function labelRow(base: string, label: ShownLabel): SummaryRow {
  const { name, since, slug, proofUrl = null, level = null, until = null } = label
  // The home of a copy declares its labels: they are its own to prove.
  if (slug === '')
    return {
      term: 'Label',
      value: (
        <>
          {proofUrl ? <Elsewhere url={proofUrl}>{name}</Elsewhere> : name}, depuis le <DayText day={since} />,
          selon son réseau d’origine.
        </>
      ),
    }
  return {
    term: 'Label',
    value: (
      <>
        {name}
        {level !== null && `, niveau ${level}`}, depuis le <DayText day={since} />
        {until && (
          <>
            , jusqu’au <DayText day={addDays(until, -1)} />
          </>
        )}
        . Le réseau a vérifié ce que ce lieu propose : <a href={paths.proof(base, slug)}>voir la preuve</a>.
      </>
    ),
  }
}

/** Withdrawn, ended or suspended: never the same words, and never a reason (LAB-34). */
function stoppedRow(base: string, { name, since, until, outcome, slug }: StoppedLabel): SummaryRow {
  const proof = <a href={paths.proof(base, slug)}>{name}</a>
  switch (outcome) {
    case 'ended':
      return {
        term: 'Label porté',
        value: (
          <>
            {proof}, du <DayText day={since} /> au <DayText day={addDays(until, -1)} />.
          </>
        ),
      }
    case 'withdrawn':
      return {
        term: 'Label retiré',
        value: (
          <>
            {proof}, label retiré le <DayText day={until} />.
          </>
        ),
      }
    case 'suspended':
      return {
        term: 'Label suspendu',
        value: (
          <>
            {proof}, label suspendu depuis le <DayText day={until} />.
          </>
        ),
      }
  }
}

/** What a source's file says of labels is told as hers: the network has verified nothing of it (LAB-42, LAB-87). */
function declaredRows({ otherLabels, source }: Place, labels: readonly ShownLabel[]): SummaryRow[] {
  const verified = new Set(labels.map(({ name }) => folded(name)))
  const declared = otherLabels.filter((name) => !verified.has(folded(name)))
  if (declared.length === 0) return []
  const by = source ? `par la source « ${source} »` : 'par sa source'
  return [
    {
      term: declared.length === 1 ? 'Label déclaré' : 'Labels déclarés',
      value: `${declared.join(' ; ')}. Déclaré ${by}, non vérifié par le réseau.`,
    },
  ]
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
    ...when(place.parentOrganisation, (name) => ({ term: 'Structure', value: name })),
  ]
}

function listRow(term: string, list: readonly Term[], codes: readonly string[]): SummaryRow[] {
  if (codes.length === 0) return []
  return [{ term, value: codes.map((code) => termText(list, code)).join(' ; ') }]
}

function when<T>(value: T | null, row: (value: T) => SummaryRow): SummaryRow[] {
  return value === null ? [] : [row(value)]
}

const OLD_DAYS = 365

type FreshnessProps = Pick<FactsProps, 'today' | 'place' | 'checkedOn' | 'badge'>

function Freshness({ today, place, checkedOn, badge }: FreshnessProps) {
  const { updatedOn } = place
  const lastSaid = latest(updatedOn, checkedOn)
  const isSilent = badge !== null && badge.kind !== 'confirmed'
  const isOthersWord = isSilent && updatedOn !== null && (badge.kind === 'never' || badge.on < updatedOn)
  const isOld = !lastSaid || daysBetween(lastSaid, today) > OLD_DAYS
  return (
    <p class="muted">
      {updatedOn ? (
        <>
          Fiche {isOthersWord ? 'modifiée' : 'mise à jour'} le <DayText day={updatedOn} today={today} />
          {isOthersWord && ', sans que le lieu l’ait confirmée'}.
        </>
      ) : (
        'Date de mise à jour inconnue.'
      )}
      {checkedOn && !badge && (
        <>
          {' '}
          Informations vérifiées le <DayText day={checkedOn} today={today} />.
        </>
      )}
      {(isSilent || isOld) && ' Appelez avant de vous déplacer.'}
    </p>
  )
}

/** Who told so, and what one may do with it; the words of the place itself when no file names it. */
function Sources({ place, sources }: Pick<FactsProps, 'place' | 'sources'>) {
  const told =
    sources.length > 0 ? sources : place.source ? [{ name: place.source, licence: '', pageUrl: null }] : []
  if (told.length === 0) return null
  return (
    <p class="muted">
      {told.length === 1 ? 'Source' : 'Sources'} :{' '}
      {told.map(({ name, licence, pageUrl }, at) => (
        <>
          {at > 0 && ' ; '}
          {pageUrl ? <Elsewhere url={pageUrl}>{name}</Elsewhere> : name}
          {licence !== '' && ` (${licence})`}
        </>
      ))}
      .
    </p>
  )
}

/** A button, not a link: what gathers addresses to sell follows links. */
function AskForMail({ href }: { href: string }) {
  return (
    <form action={href} method="post" data-on-screen>
      <Button look="quiet">Voir l’adresse de courriel</Button>
    </form>
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
