import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Confirmation } from '../../../../../ui/confirmation.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList, type SummaryRow } from '../../../../../ui/summary-list.tsx'
import type { Period } from '../../../domain/freshness/period.ts'
import type { HolidayBook } from '../../../domain/hours/holiday-book.ts'
import { hoursOfPlace } from '../../../domain/hours/place-hours.ts'
import type { Place } from '../../../domain/place.ts'
import type { ClickRefusal } from '../../../use-cases/freshness/confirm-by-link.ts'
import { weekLines } from '../../hours/hours-wording.ts'
import { lifePaths } from '../../life/life.paths.ts'
import { paths } from '../../paths.ts'
import { addressText, phoneText, plainService } from '../../wording.ts'
import { freshnessPaths } from '../freshness.paths.ts'
import { thePeriodText } from '../freshness-wording.ts'

/** What the mail leads to: the sheet, and one button. Opening it records nothing. DIR-58. */
export function OneClickPage(props: { view: View; place: Place; book: HolidayBook; token: string }) {
  const { view, place, book, token } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      title={`La fiche de ${place.name} est-elle juste ?`}
      intro={
        'Relisez ce que le public voit. Si rien n’a changé, un seul bouton suffit : pas de mot de passe.'
      }
      width="text"
      head={<meta name="robots" content="noindex" />}
    >
      <SummaryList rows={sheetOf(view, place, book)} />
      <Form action={freshnessPaths.oneClick(base, token)}>
        <Actions>
          <Button>Rien n’a changé</Button>
          <ButtonLink href={lifePaths.sheet(base, place.id)} look="plain">
            Modifier la fiche
          </ButtonLink>
          <ButtonLink href={lifePaths.close(base, place.id)} look="plain">
            Ce lieu a fermé
          </ButtonLink>
        </Actions>
      </Form>
      <p class="muted">Pour modifier la fiche ou dire que le lieu a fermé, vous vous connecterez.</p>
    </Frame>
  )
}

function sheetOf({ now }: View, place: Place, book: HolidayBook): SummaryRow[] {
  const week = hoursOfPlace(place, now, book)?.week
  const hours = week
    ? weekLines(week).map((line) => `${line.days} : ${line.hours}`)
    : [place.openingHours ?? 'Non communiqués']
  return [
    { term: 'Adresse', value: addressText(place) || 'Non communiquée' },
    { term: 'Téléphone', value: place.phone ? phoneText(place.phone) : 'Non communiqué' },
    {
      term: 'Horaires',
      value: (
        <>
          {hours.map((line, index) => (
            <>
              {index > 0 && <br />}
              {line}
            </>
          ))}
        </>
      ),
    },
    {
      term: 'Services',
      value: place.services.length > 0 ? place.services.map(plainService).join(' ; ') : 'Non communiqués',
    },
  ]
}

interface ClickedProps {
  view: View
  place: Pick<Place, 'name' | 'slug'>
  period: Period
}

/** Said once it is done. */
export function ClickedPage({ view, place, period }: ClickedProps) {
  const { base } = view.network
  return (
    <Frame view={view} title="Merci" width="text" head={<meta name="robots" content="noindex" />}>
      <Confirmation done={`La fiche de ${place.name} est confirmée.`}>
        <p>
          Elle vaut pour {thePeriodText(period)} : plus aucun rappel ne partira d’ici sa fin. Le public lit
          que ses informations sont confirmées.
        </p>
        <p>
          <a href={paths.place(base, place.slug)}>Voir la fiche publique</a>
        </p>
      </Confirmation>
    </Frame>
  )
}

const REFUSALS: Readonly<Record<ClickRefusal, { title: string; text: string }>> = {
  'no-such-link': {
    title: 'Ce lien ne mène à rien',
    text: 'Il a peut-être été coupé en route. Ouvrez-le de nouveau depuis le courriel, en entier.',
  },
  'link-expired': {
    title: 'Ce lien n’est plus valable',
    text: 'Un lien sert trente jours. Connectez-vous pour confirmer la fiche de votre lieu.',
  },
  'not-a-keeper-any-more': {
    title: 'Ce lien n’est plus valable',
    text: 'La personne à qui il a été envoyé n’agit plus dans ce réseau.',
  },
  'place-gone': {
    title: 'Ce lieu n’est plus dans l’annuaire',
    text: 'Il a fermé, ou il est réuni à un autre. Il n’y a rien à confirmer.',
  },
  'already-confirmed': {
    title: 'C’est déjà fait',
    text: 'La fiche a déjà été confirmée depuis un courriel. Rien d’autre n’est attendu de vous.',
  },
}

/** Nothing was recorded, and what to do then. */
export function DeadLinkPage({ view, refusal }: { view: View; refusal: ClickRefusal }) {
  const { title, text } = REFUSALS[refusal]
  return (
    <Frame view={view} title={title} width="text" head={<meta name="robots" content="noindex" />}>
      <Notice state={refusal === 'already-confirmed' ? 'positive' : 'warning'} title={title}>
        <p>{text}</p>
        <p>
          <a href={freshnessPaths.toConfirm(view.network.base)}>Les fiches que vous tenez</a>
        </p>
      </Notice>
    </Frame>
  )
}
