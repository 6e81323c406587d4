import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField, TextArea } from '../../../../../ui/text-field.tsx'
import type { CompletionRequest } from '../../../data/instruction/completions.store.ts'
import { closableFrom, reminderDays } from '../../../domain/instruction/completion.ts'
import type { CompletionPlan } from '../../../use-cases/instruction/ask-completion.ts'
import type { FileView } from '../file-at.ts'
import { instructionPaths as paths } from '../instruction.paths.ts'
import { MARK_WORDS } from '../instruction-wording.ts'
import { FileFrame } from './file-frame.tsx'

interface AssignmentProps {
  about: FileView
  groups: readonly { id: string; name: string; members: number }[]
  people: readonly { personId: string; name: string; group: string }[]
  state: FormState
}

export function AssignmentPage({ about, groups, people, state }: AssignmentProps) {
  const { view, file } = about
  const { base } = view.network
  const typed = (name: string, otherwise: string) => String(state.values[name] ?? otherwise)
  return (
    <FileFrame
      about={about}
      title="Réaffecter le dossier"
      intro="Le motif reste dans l’histoire du dossier. La personne en charge le trouve dans ses dossiers."
      problems={state.problems}
    >
      <Form action={paths.of(base, file.id, 'affectation')}>
        <Radios
          name="groupe"
          label="Groupe"
          value={typed('groupe', file.groupId ?? '')}
          choices={[
            ...groups.map(({ id, name, members }) => ({
              value: id,
              label: name,
              ...(members === 0 && { hint: 'Personne ne siège dans ce groupe' }),
            })),
            { value: '', label: 'La tête de réseau' },
          ]}
          error={problemOf(state.problems, 'groupe')}
        />
        <Select
          name="personne"
          label="Personne en charge"
          prompt="Personne en particulier"
          choices={people.map(({ personId, name, group }) => ({
            value: personId,
            label: `${name} (${group})`,
          }))}
          value={typed('personne', '')}
          error={problemOf(state.problems, 'personne')}
          optional
        />
        <TextArea
          name="motif"
          label="Motif"
          rows={2}
          value={typed('motif', '')}
          error={problemOf(state.problems, 'motif')}
        />
        <Actions>
          <Button>Réaffecter le dossier</Button>
          <a href={paths.file(base, file.id)}>Annuler</a>
        </Actions>
      </Form>
    </FileFrame>
  )
}

interface CompletionProps {
  about: FileView
  plan: CompletionPlan
  state: FormState
}

/** All that lacks, at once: what is forgotten now will have to be explained later. LAB-10. */
export function CompletionPage({ about, plan, state }: CompletionProps) {
  const { view, file } = about
  const { base } = view.network
  const titles = new Map(file.version.content.criteria.map(({ code, title }) => [code, title]))
  const typed = (name: string, otherwise = '') => String(state.values[name] ?? otherwise)
  const left = file.criteria.filter(({ code }) => !file.marks[code]).length
  const isOpen = file.state === 'submitted' || file.state === 'under_instruction'
  return (
    <FileFrame
      about={about}
      title="Demander des compléments"
      intro="Le demandeur reçoit une seule liste et répond point par point. Le délai d’instruction s’arrête jusqu’à sa réponse."
      problems={state.problems}
    >
      {left > 0 && (
        <Notice state="warning" title={`Il reste ${left} critères à examiner`}>
          <p>
            Une seconde demande devra dire pourquoi elle n’a pas été faite maintenant : examinez tout d’abord.
          </p>
        </Notice>
      )}
      <Table
        caption="Ce qui sera demandé"
        columns={[
          { label: 'Critère', header: true, cell: ({ code }) => titles.get(code) ?? code },
          {
            label: 'Constat',
            cell: ({ mark }) => <Tag state={MARK_WORDS[mark].state}>{MARK_WORDS[mark].word}</Tag>,
          },
          { label: 'Ce que lira le demandeur', cell: ({ message }) => message },
          {
            label: 'Remarque',
            cell: ({ code }) => (plan.late.includes(code) ? 'Inchangé depuis la demande précédente' : ''),
          },
        ]}
        rows={plan.items}
        empty={<Notice state="info" title="Rien n’est noté incomplet : examinez d’abord les rubriques." />}
      />
      {isOpen && plan.items.length > 0 && (
        <Form action={paths.of(base, file.id, 'complements')}>
          <TextArea
            name="message"
            label="Message au demandeur"
            rows={3}
            value={typed('message')}
            error={problemOf(state.problems, 'message')}
            optional
          />
          <DateField
            name="date"
            label="Dernier jour pour répondre"
            hint={`Le ${formatDay(plan.earliest)} au plus tôt. Deux rappels partiront avant.`}
            value={typed('date', typedDay(plan.earliest))}
            error={problemOf(state.problems, 'date')}
          />
          {plan.late.length > 0 && (
            <TextArea
              name="motif"
              label="Pourquoi demander seulement maintenant ce qui était déjà là"
              rows={2}
              value={typed('motif')}
              error={problemOf(state.problems, 'motif')}
            />
          )}
          <Actions>
            <Button>Envoyer la demande de compléments</Button>
            <a href={paths.file(base, file.id)}>Annuler</a>
          </Actions>
        </Form>
      )}
    </FileFrame>
  )
}

export function typedDay(day: string): string {
  return day.split('-').toReversed().join('/')
}

interface ClosingProps {
  about: FileView
  request: CompletionRequest | null
  state: FormState
}

/** Never by a clock: a person closes the file, once the delay and two reminders have passed. LAB-14. */
export function ClosingPage({ about, request, state }: ClosingProps) {
  const { view, file } = about
  const { base } = view.network
  const from = request && closableFrom(request)
  const isClosable = from !== null && from <= view.today && file.state === 'incomplete'
  return (
    <FileFrame
      about={about}
      title="Classer sans suite"
      intro="Un dossier que personne ne complète se classe à la main, avec un motif. Le demandeur en est prévenu et peut candidater de nouveau."
      problems={state.problems}
    >
      {request && (
        <p>
          Demande du {formatDay(request.askedOn)}, réponse attendue pour le {formatDay(request.dueOn)}.{' '}
          {request.remindedOn.length === 0
            ? `Le premier rappel part le ${formatDay(reminderDays(request)[0])}.`
            : `Rappels partis le ${request.remindedOn.map((day) => formatDay(day)).join(' et le ')}.`}
        </p>
      )}
      {isClosable ? (
        <Form action={paths.of(base, file.id, 'sans-suite')}>
          <TextArea
            name="motif"
            label="Motif"
            hint="Le demandeur lira ces mots."
            rows={3}
            value={String(state.values.motif ?? '')}
            error={problemOf(state.problems, 'motif')}
          />
          <Actions>
            <Button look="danger">Classer le dossier sans suite</Button>
            <a href={paths.file(base, file.id)}>Annuler</a>
          </Actions>
        </Form>
      ) : (
        <Notice
          state="info"
          title={
            from
              ? `Vous pourrez classer ce dossier à partir du ${formatDay(from)}.`
              : 'Deux rappels doivent partir avant : ce dossier attend encore le demandeur.'
          }
        />
      )}
    </FileFrame>
  )
}

/** A proposal taken back before it is decided. LAB-14. */
export function TakingBackPage({ about, state }: { about: FileView; state: FormState }) {
  const { view, file } = about
  const { base } = view.network
  return (
    <FileFrame
      about={about}
      title="Reprendre l’instruction"
      intro="La proposition reste dans l’histoire du dossier. La décision attend une nouvelle proposition."
      problems={state.problems}
    >
      <Form action={paths.of(base, file.id, 'reprise')}>
        <TextArea
          name="motif"
          label="Motif"
          rows={2}
          value={String(state.values.motif ?? '')}
          error={problemOf(state.problems, 'motif')}
        />
        <Actions>
          <Button>Reprendre l’instruction</Button>
          <a href={paths.file(base, file.id)}>Annuler</a>
        </Actions>
      </Form>
    </FileFrame>
  )
}
