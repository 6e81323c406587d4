import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import type { OwnLine } from '../../../data/borrowing/borrowing.queries.ts'
import type { EarlyReturn } from '../../../data/borrowing/early-returns.store.ts'
import type { Slot } from '../../../domain/slots.ts'
import { SlotForm } from '../../appointments/pages/slot-form.tsx'
import { appointmentText } from '../../moment-wording.ts'
import { borrowingPaths } from '../borrowing.paths.ts'
import { textIn } from '../request-view.ts'

interface EarlyReturnAnswerProps {
  view: View
  line: OwnLine
  asked: EarlyReturn | null
  slots: readonly Slot[]
  state: FormState
}

/** The owner needs it sooner: a slot to accept, or a refusal that changes nothing. EQP-602. */
export function EarlyReturnAnswerPage({ view, line, asked, slots, state }: EarlyReturnAnswerProps) {
  const { base } = view.network
  const back = { label: line.model, href: borrowingPaths.line(base, line.id) }
  const action = borrowingPaths.act(base, line.id, 'retour-anticipe')
  return (
    <Frame
      view={view}
      space="member"
      title="Retour anticipé"
      kicker={line.unit ? `${line.model}, ${line.unit}` : line.model}
      breadcrumb={[{ label: 'Mes demandes', href: borrowingPaths.requests(base) }, back]}
      problems={state.problems}
    >
      {asked?.answer !== null ? (
        <p>
          Aucune demande de retour anticipé n’attend votre réponse. <a href={back.href}>Revenir au prêt</a>
        </p>
      ) : (
        <>
          <p>
            La tête de réseau en aurait besoin au plus tard le {appointmentText(asked.wantedAt, line.zone)} :{' '}
            {asked.reason}
          </p>
          <p>Vous pouvez refuser : la date de retour ne change pas, et rien ne vous est reproché.</p>
          <h2>Accepter</h2>
          {slots.length === 0 ? (
            <p>Aucun créneau n’est libre d’ici là. Appelez le guichet, ou refusez.</p>
          ) : (
            <SlotForm
              action={action}
              seq={line.seq}
              label="Je le rends"
              button="Rendre plus tôt"
              slots={slots}
              zone={line.zone}
              state={state}
              fields={{ reponse: 'accepted' }}
            />
          )}
          <h2>Refuser</h2>
          <Form action={action}>
            <input type="hidden" name="vu" value={String(line.seq)} />
            <input type="hidden" name="reponse" value="declined" />
            <TextArea
              name="motif"
              label="Un mot à la tête de réseau"
              optional
              rows={2}
              value={textIn(state.values, 'motif')}
              error={problemOf(state.problems, 'motif')}
            />
            <Actions>
              <Button look="plain">Garder jusqu’à la date prévue</Button>
            </Actions>
          </Form>
        </>
      )}
    </Frame>
  )
}
