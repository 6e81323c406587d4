import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { Confirmation } from '../../../../../ui/confirmation.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { ErrorReport } from '../../../data/reports/reports.store.ts'
import type { Place } from '../../../domain/place.ts'
import { REPORT_KINDS } from '../../../domain/reports/report.ts'
import { paths } from '../../paths.ts'
import { reportPaths } from '../reports.paths.ts'
import { kindNames, outcomeNames, whoseText } from '../reports-wording.ts'

const noIndex = <meta name="robots" content="noindex" />

/** What is wrong, in one choice; no account, no trap. DIR-74. */
export function NewReportPage({ view, place, state }: { view: View; place: Place; state: FormState }) {
  const { base } = view.network
  const { values, problems } = state
  return (
    <Frame
      view={view}
      title="Signaler une erreur"
      kicker={place.name}
      intro="Votre message va à la personne qui tient cette fiche. Vous n’avez pas besoin de compte."
      breadcrumb={[{ label: place.name, href: paths.place(base, place.slug) }]}
      problems={problems}
      width="text"
      head={noIndex}
    >
      <Form action={reportPaths.new(base, place.slug)}>
        <Radios
          name="nature"
          label={'Qu’est-ce qui ne va pas ?'}
          error={problemOf(problems, 'nature')}
          choices={REPORT_KINDS.map((value) => ({ value, label: kindNames[value] }))}
          value={String(values.nature ?? '')}
        />
        <TextArea
          name="precisions"
          label="Ce qu’il faudrait écrire à la place"
          hint="Par exemple le bon numéro, ou la nouvelle adresse."
          optional
          rows={4}
          error={problemOf(problems, 'precisions')}
          value={String(values.precisions ?? '')}
        />
        <TextField
          name="courriel"
          label="Votre courriel, pour recevoir la réponse"
          hint="Il ne sert qu’à cela, et il est effacé 90 jours après la réponse."
          type="email"
          autocomplete="email"
          optional
          error={problemOf(problems, 'courriel')}
          value={String(values.courriel ?? '')}
        />
        <div class="visually-hidden" aria-hidden="true">
          <label for="champ-site">Laissez ce champ vide</label>
          <input id="champ-site" name="site" tabindex={-1} autocomplete="off" />
        </div>
        <Actions>
          <Button>Signaler cette erreur</Button>
        </Actions>
      </Form>
    </Frame>
  )
}

/** Said to a robot too: it must learn nothing. */
export function ReportThanksPage({ view, place }: { view: View; place: Pick<Place, 'name' | 'slug'> }) {
  return (
    <Frame view={view} title="Merci" width="text" head={noIndex}>
      <Confirmation done="Votre signalement est parti.">
        <p>
          <a href={paths.place(view.network.base, place.slug)}>Revenir à la fiche de {place.name}</a>
        </p>
      </Confirmation>
    </Frame>
  )
}

/** Where a report is followed by whoever sent it. Their address is not shown: the link may be forwarded. */
export function TrackingPage({ view, report }: { view: View; report: ErrorReport }) {
  const { place, kind, words, sentAt, answer, email } = report
  const { base } = view.network
  return (
    <Frame
      view={view}
      title="Votre signalement"
      kicker={place.name}
      intro={'Gardez l’adresse de cette page : elle seule permet de suivre votre signalement.'}
      breadcrumb={[{ label: place.name, href: paths.place(base, place.slug) }]}
      width="text"
      head={noIndex}
    >
      {answer ? (
        <Notice
          state={answer.outcome === 'corrected' ? 'positive' : 'info'}
          title={outcomeNames[answer.outcome]}
        >
          {answer.words && <p>{answer.words}</p>}
          <p>
            Répondu le <DayText day={dayOf(answer.at)} today={view.today} /> par{' '}
            {answer.as === 'staff' ? view.network.headName : 'le gestionnaire du lieu'}.
          </p>
        </Notice>
      ) : (
        <Notice state="info" title="En attente de réponse">
          <p>
            {whoseText(report, view.today)}.{' '}
            {email ? 'La réponse vous sera envoyée par courriel.' : 'La réponse s’affichera ici.'}
          </p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: 'Lieu', value: <a href={paths.place(base, place.slug)}>{place.name}</a> },
          { term: 'Ce qui ne va pas', value: kindNames[kind] },
          ...(words ? [{ term: 'Vos précisions', value: words }] : []),
          { term: 'Envoyé le', value: <DayText day={dayOf(sentAt)} today={view.today} /> },
        ]}
      />
    </Frame>
  )
}
