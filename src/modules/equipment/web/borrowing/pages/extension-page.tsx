import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatHour, formatWeekday } from '../../../../../ui/french.ts'
import { DateField, TextArea } from '../../../../../ui/text-field.tsx'
import type { OwnLine } from '../../../data/borrowing/borrowing.queries.ts'
import { appointmentText } from '../../moment-wording.ts'
import { borrowingPaths } from '../borrowing.paths.ts'
import { type SlotChoices, textIn } from '../request-view.ts'

interface ExtensionPageProps {
  view: View
  line: OwnLine
  state: FormState
  choices: SlotChoices | null
  /** What becomes of the limit of the agreement, for the day typed. */
  length: string | null
}

/** To keep a thing longer: a new return slot and why; nothing changes until the answer. EQP-703. */
export function ExtensionPage({ view, line, state, choices, length }: ExtensionPageProps) {
  const { base } = view.network
  const { values, problems } = state
  const due = line.dueAt ?? line.returnAt
  const [first] = choices?.slots ?? []
  return (
    <Frame
      view={view}
      space="member"
      title="Demander une prolongation"
      kicker={line.unit ? `${line.model}, ${line.unit}` : line.model}
      breadcrumb={[
        { label: 'Mes demandes', href: borrowingPaths.requests(base) },
        { label: line.model, href: borrowingPaths.line(base, line.id) },
      ]}
      intro={
        due
          ? `À rendre pour l’instant le ${appointmentText(due, line.zone)}. Cette date vaut tant que la tête de réseau n’a pas répondu.`
          : undefined
      }
      problems={problems}
    >
      <Form action={borrowingPaths.act(base, line.id, 'prolongation')}>
        <input type="hidden" name="vu" value={String(line.seq)} />
        <DateField
          name="jusquau"
          label="Nouveau jour de retour"
          value={textIn(values, 'jusquau')}
          error={problemOf(problems, 'jusquau')}
        />
        <Actions>
          <Button look="plain" name="acte" value="creneaux">
            Voir les créneaux de ce jour
          </Button>
        </Actions>
        {length && <p>{length}</p>}
        {choices && first && (
          <Select
            name="retour"
            label={`Heure du retour, le ${formatWeekday(first.day)}`}
            prompt="Choisissez l’heure"
            hint={
              choices.because ? 'Le guichet n’ouvre pas le jour demandé. Voici le jour suivant.' : undefined
            }
            value={textIn(values, 'retour')}
            error={problemOf(problems, 'retour')}
            choices={choices.slots.map(({ start, time }) => ({ value: start, label: formatHour(time) }))}
          />
        )}
        <TextArea
          name="motif"
          label="Pourquoi plus longtemps ?"
          rows={3}
          value={textIn(values, 'motif')}
          error={problemOf(problems, 'motif')}
        />
        <Actions>
          <Button name="acte" value="demander">
            Demander la prolongation
          </Button>
        </Actions>
      </Form>
    </Frame>
  )
}
