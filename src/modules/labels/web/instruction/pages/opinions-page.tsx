import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Checkboxes, Radios, Select } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatDayRelative } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Opinion } from '../../../data/instruction/opinions.store.ts'
import { received } from '../../../domain/instruction/opinion.ts'
import type { expertsFor } from '../../../use-cases/instruction/ask-opinion.ts'
import type { FileView } from '../file-at.ts'
import { instructionPaths as paths } from '../instruction.paths.ts'
import { OPINION_WORDS } from '../instruction-wording.ts'
import { FileFrame } from './file-frame.tsx'

interface OpinionsProps {
  about: FileView
  opinions: readonly Opinion[]
  experts: Awaited<ReturnType<typeof expertsFor>>
  people: ReadonlyMap<string, string>
  state: FormState
}

/** What experts were asked, and what they say; a new question. LAB-12. */
export function OpinionsPage(props: OpinionsProps) {
  const { about, opinions, state } = props
  const { given, asked } = received(opinions)
  const isOpen = about.mayAct && ['submitted', 'under_instruction'].includes(about.file.state)
  return (
    <FileFrame
      about={about}
      title="Avis d’experts"
      intro={
        asked > 0
          ? `${given} avis reçu${given > 1 ? 's' : ''} sur ${asked}.`
          : 'Un expert ne lit que les critères que votre question ouvre, avec leurs preuves.'
      }
      problems={state.problems}
    >
      {opinions.map((opinion) => (
        <OpinionSection {...props} opinion={opinion} />
      ))}
      {isOpen && <AskForm {...props} />}
    </FileFrame>
  )
}

function OpinionSection({ about, opinion, people }: OpinionsProps & { opinion: Opinion }) {
  const { view, file, mayAct } = about
  const { base } = view.network
  const name = people.get(opinion.personId) ?? ''
  const titles = new Map(file.version.content.criteria.map(({ code, title }) => [code, title]))
  const isAwaited = opinion.givenOn === null && opinion.revokedAt === null
  return (
    <section>
      <h2>{name}</h2>
      <SummaryList
        rows={[
          { term: 'Question', value: opinion.question },
          {
            term: 'Critères ouverts',
            value: opinion.codes.map((code) => titles.get(code) ?? code).join(', '),
          },
          { term: 'Lecture', value: opinion.isShared ? 'Partagé avec le demandeur' : 'Confidentiel' },
          { term: 'Où en est-on', value: <OpinionStanding opinion={opinion} today={view.today} /> },
          ...(opinion.givenOn ? [{ term: 'Avis', value: opinion.body }] : []),
          ...(opinion.revokedAt ? [{ term: 'Question retirée', value: opinion.revokedReason }] : []),
        ]}
      />
      {mayAct && isAwaited && (
        <Form
          action={paths.revocation(base, file.id, opinion.id)}
          label={`Retirer la question posée à ${name}`}
        >
          <TextField name="motif" id={`motif-${opinion.id}`} label="Motif du retrait" />
          <Actions>
            <Button look="plain">Retirer cette question</Button>
          </Actions>
        </Form>
      )}
    </section>
  )
}

function OpinionStanding({ opinion, today }: { opinion: Opinion; today: Opinion['dueOn'] }) {
  const { verdict, givenOn, revokedAt, dueOn } = opinion
  if (revokedAt) return <Tag state="neutral">Retirée</Tag>
  if (verdict && givenOn)
    return (
      <>
        <Tag state={OPINION_WORDS[verdict].state}>{OPINION_WORDS[verdict].word}</Tag> rendu le{' '}
        {formatDay(givenOn)}
      </>
    )
  return (
    <Tag
      state={dueOn < today ? 'danger' : 'pending'}
    >{`Attendu pour le ${formatDayRelative(dueOn, today)}`}</Tag>
  )
}

function AskForm({ about, experts, state }: OpinionsProps) {
  const { view, file } = about
  const typed = (name: string) => String(state.values[name] ?? '')
  const wrong = (name: string) => problemOf(state.problems, name)
  const free = experts.filter(({ isOfApplicant }) => !isOfApplicant)
  if (free.length === 0)
    return (
      <EmptyState title="Aucun expert à qui demander">
        <p>
          Donnez à quelqu’un la qualité d’expert dans les membres du réseau. Ceux du demandeur n’y figurent
          pas.
        </p>
      </EmptyState>
    )
  return (
    <section>
      <h2>Demander un avis</h2>
      <Form action={paths.of(view.network.base, file.id, 'avis')}>
        <Select
          name="expert"
          label="Expert"
          prompt="Choisissez"
          choices={free.map(({ personId, name, organisationName }) => ({
            value: personId,
            label: `${name}, ${organisationName}`,
          }))}
          value={typed('expert')}
          error={wrong('expert')}
        />
        <TextArea
          name="question"
          label="Question"
          rows={3}
          value={typed('question')}
          error={wrong('question')}
        />
        <Checkboxes
          name="criteres"
          label="Critères ouverts à l’expert"
          hint="Il lira la réponse et les preuves de ceux-là, et rien d’autre."
          choices={file.criteria.map(({ code, title }) => ({ value: code, label: title }))}
          values={[state.values.criteres ?? []].flat()}
          error={wrong('criteres')}
        />
        <DateField name="date" label="Avis attendu pour le" value={typed('date')} error={wrong('date')} />
        <Radios
          name="lecture"
          label="Qui lira cet avis"
          choices={[
            { value: 'confidentiel', label: 'Confidentiel', hint: 'Les instructeurs et ceux qui décident.' },
            {
              value: 'partage',
              label: 'Partagé',
              hint: 'Le demandeur le lira aussi, sans le nom de l’expert.',
            },
          ]}
          value={typed('lecture')}
          error={wrong('lecture')}
        />
        <Actions>
          <Button>Poser la question</Button>
        </Actions>
      </Form>
    </section>
  )
}

/** Before proposing: what is still awaited. LAB-12. */
export function AwaitedNotice({ opinions }: { opinions: readonly Opinion[] }) {
  const { given, asked } = received(opinions)
  if (asked === 0 || given === asked) return null
  return (
    <Notice state="warning" title={`${given} avis reçu${given > 1 ? 's' : ''} sur ${asked}`}>
      <p>Vous pouvez proposer sans attendre les autres : ils ne seront plus lus avant la décision.</p>
    </Notice>
  )
}
