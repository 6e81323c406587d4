import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { ErrorReport } from '../../../data/reports/reports.store.ts'
import { REPORT_OUTCOMES } from '../../../domain/reports/report.ts'
import { homePaths } from '../../home/home.paths.ts'
import { lifePaths } from '../../life/life.paths.ts'
import { paths } from '../../paths.ts'
import { policy } from '../../policy.ts'
import { reportPaths } from '../reports.paths.ts'
import { kindNames, outcomeNames, whoseText } from '../reports-wording.ts'

interface ReportsProps {
  view: View
  reports: readonly ErrorReport[]
  isOpen: boolean
}

/** What people say is wrong, the oldest first. DIR-74. */
export function ReportsPage({ view, reports, isOpen }: ReportsProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Erreurs signalées"
      intro={'Corrigez la fiche, puis répondez : la personne qui a signalé l’erreur le saura.'}
      breadcrumb={[{ label: 'Lieux', href: homePaths.home(base) }]}
    >
      <p>
        {isOpen ? (
          <a href={reportPaths.reports(base, { closed: true })}>Voir ceux qui ont leur réponse</a>
        ) : (
          <a href={reportPaths.reports(base)}>Voir ceux qui attendent une réponse</a>
        )}
      </p>
      {reports.length === 0 ? (
        <EmptyState title={isOpen ? 'Personne ne signale d’erreur.' : 'Aucune réponse encore.'}>
          <p>Chaque fiche publique porte un lien pour signaler une erreur, sans compte.</p>
        </EmptyState>
      ) : (
        <Table
          caption={plural(reports.length, 'signalement', 'signalements')}
          columns={[
            {
              label: 'Lieu',
              header: true,
              cell: ({ id, place }) => (
                <>
                  <a href={reportPaths.report(base, id)}>{place.name}</a>
                  {place.commune && `, ${place.commune}`}
                </>
              ),
            },
            { label: 'Ce qui ne va pas', cell: ({ kind }) => kindNames[kind] },
            { label: 'Envoyé le', cell: ({ sentAt }) => <DayText day={dayOf(sentAt)} today={view.today} /> },
            {
              label: isOpen ? 'À qui de répondre' : 'Réponse',
              cell: (report) =>
                report.answer ? (
                  <Tag state="positive">{outcomeNames[report.answer.outcome]}</Tag>
                ) : (
                  whoseText(report, view.today)
                ),
            },
          ]}
          rows={reports}
        />
      )}
    </Frame>
  )
}

/** One report: what was said, the sheet to correct, the answer to give. */
export function ReportPage({ view, report, state }: { view: View; report: ErrorReport; state: FormState }) {
  const { base } = view.network
  const { place, kind, words, sentAt, answer, email } = report
  return (
    <Frame
      view={view}
      space="member"
      title={kindNames[kind]}
      kicker={place.name}
      breadcrumb={[{ label: 'Erreurs signalées', href: reportPaths.reports(base) }]}
      problems={state.problems}
    >
      <SummaryList
        rows={[
          { term: 'Lieu', value: <a href={paths.place(base, place.slug)}>{place.name}</a> },
          { term: 'Précisions', value: words || 'Aucune' },
          { term: 'Envoyé le', value: <DayText day={dayOf(sentAt)} today={view.today} /> },
          answer
            ? {
                term: 'Réponse',
                value: (
                  <>
                    {outcomeNames[answer.outcome]}. {answer.words}
                  </>
                ),
              }
            : { term: 'À qui de répondre', value: whoseText(report, view.today) },
        ]}
      />
      {!answer && opensTo(view, policy.answerReport) && (
        <>
          <p>
            <a href={lifePaths.sheet(base, place.id)}>Ouvrir la fiche pour la corriger</a>
          </p>
          <AnswerForm base={base} report={report} state={state} isTold={email !== null} />
        </>
      )}
    </Frame>
  )
}

interface AnswerProps {
  base: string
  report: ErrorReport
  state: FormState
  isTold: boolean
}

function AnswerForm({ base, report, state: { values, problems }, isTold }: AnswerProps) {
  return (
    <Form action={reportPaths.report(base, report.id)}>
      <Radios
        name="suite"
        label="Votre réponse"
        error={problemOf(problems, 'suite')}
        choices={REPORT_OUTCOMES.map((value) => ({ value, label: outcomeNames[value] }))}
        value={String(values.suite ?? '')}
      />
      <TextArea
        name="reponse"
        label="Ce que lira la personne"
        hint={
          isTold
            ? 'Envoyé à l’adresse qu’elle a laissée. À remplir si la fiche ne change pas.'
            : 'Affiché sur sa page de suivi : elle n’a pas laissé d’adresse. À remplir si la fiche ne change pas.'
        }
        optional
        rows={3}
        error={problemOf(problems, 'reponse')}
        value={String(values.reponse ?? '')}
      />
      <Actions>
        <Button>Répondre</Button>
      </Actions>
    </Form>
  )
}
