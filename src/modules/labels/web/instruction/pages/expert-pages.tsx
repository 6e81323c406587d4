import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatDayRelative } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import type { Opinion } from '../../../data/instruction/opinions.store.ts'
import { VERDICTS } from '../../../domain/instruction/opinion.ts'
import type { OpenedFile } from '../../../use-cases/instruction/give-opinion.ts'
import { homePaths } from '../../home/home.paths.ts'
import { instructionPaths as paths } from '../instruction.paths.ts'
import { OPINION_WORDS } from '../instruction-wording.ts'
import { AnsweredCriterion } from './answered-criterion.tsx'

/** What an expert is asked. LAB-12. */
export function ExpertListPage({ view, opinions }: { view: View; opinions: readonly Opinion[] }) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Avis demandés"
      breadcrumb={[{ label: 'Labels', href: homePaths.home(view.network.base) }]}
      intro="Les questions qui vous sont posées sur des candidatures à un label."
    >
      <Table
        caption="Questions"
        columns={[
          {
            label: 'Question',
            header: true,
            cell: ({ id, question }) => <a href={paths.expertOne(base, id)}>{question}</a>,
          },
          { label: 'Attendu', cell: ({ dueOn }) => formatDayRelative(dueOn, view.today) },
          {
            label: 'Votre avis',
            cell: ({ givenOn, dueOn }) =>
              givenOn ? (
                `Rendu le ${formatDay(givenOn)}`
              ) : (
                <Tag state={dueOn < view.today ? 'danger' : 'pending'}>À rendre</Tag>
              ),
          },
        ]}
        rows={opinions}
        empty={
          <EmptyState title="Aucun avis ne vous est demandé">
            <p>Vous recevrez un courriel quand une question vous sera posée.</p>
          </EmptyState>
        }
      />
    </Frame>
  )
}

interface ExpertProps {
  view: View
  opened: OpenedFile
  /** Titles of the initiatives chosen, by id. */
  initiatives: ReadonlyMap<string, string>
  state: FormState
}

/** The question, what it opens and nothing else, the opinion. LAB-12, LAB-55. */
export function ExpertPage({ view, opened, initiatives, state }: ExpertProps) {
  const { base } = view.network
  const { opinion, criteria } = opened
  const { verdict, givenOn } = opinion
  return (
    <Frame
      view={view}
      space="member"
      title={`Votre avis : ${opened.holderName}`}
      intro={`Candidature au label ${opened.schemeName}. Avis attendu pour le ${formatDayRelative(opinion.dueOn, view.today)}.`}
      breadcrumb={[{ label: 'Avis demandés', href: paths.expertList(base) }]}
      problems={state.problems}
    >
      <Notice state="info" title={opinion.question}>
        <p>
          {opinion.isShared
            ? 'Le demandeur lira votre avis, sans votre nom.'
            : 'Votre avis est confidentiel : le demandeur ne le lira pas.'}{' '}
          Chaque ouverture de cette page est inscrite au journal.
        </p>
      </Notice>
      {criteria.map((criterion) => (
        <section>
          <h2>{criterion.title}</h2>
          <AnsweredCriterion
            {...opened}
            criterion={criterion}
            initiatives={initiatives}
            documentPath={(file) => paths.expertDocument(base, opinion.id, file)}
          />
        </section>
      ))}
      {verdict && givenOn ? (
        <section>
          <h2>Votre avis</h2>
          <p>
            <Tag state={OPINION_WORDS[verdict].state}>{OPINION_WORDS[verdict].word}</Tag> rendu le{' '}
            {formatDay(givenOn)}
          </p>
          <p>{opinion.body}</p>
        </section>
      ) : (
        <Form action={paths.expertOne(base, opinion.id)}>
          <Radios
            name="avis"
            label="Sens de votre avis"
            choices={VERDICTS.map((value) => ({ value, label: OPINION_WORDS[value].word }))}
            value={String(state.values.avis ?? '')}
            error={problemOf(state.problems, 'avis')}
          />
          <TextArea
            name="texte"
            label="Votre avis"
            hint="Une fois rendu, il ne se récrit pas."
            rows={6}
            value={String(state.values.texte ?? '')}
            error={problemOf(state.problems, 'texte')}
          />
          <Actions>
            <Button>Rendre cet avis</Button>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}
