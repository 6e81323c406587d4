import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { TextArea } from '../../../../../ui/text-field.tsx'
import type { OwnLine } from '../../../data/borrowing/borrowing.queries.ts'
import { incidentPaths } from '../incidents.paths.ts'
import { fieldOf } from './incident-fields.tsx'

interface OwnLoanProps {
  base: string
  line: OwnLine
  /** How many incidents this loan has. */
  incidents: number
  /** Frais announced that wait for an answer. */
  awaited: number
  state: FormState
}

/** On the borrower's page of a loan: its incidents, and how to disagree with what the desk found. EQP-503, EQP-905. */
export function OwnLoanIncidents({ base, line, incidents, awaited, state }: OwnLoanProps) {
  return (
    <>
      {incidents > 0 && (
        <p>
          <a href={incidentPaths.own(base, line.id)}>
            Incidents et frais : {plural(incidents, 'incident', 'incidents')}
            {awaited > 0 && ', votre réponse est attendue'}
          </a>
        </p>
      )}
      {line.state === 'inspected' && (
        <details open={state.values.motif_contestation !== undefined}>
          <summary>Contester ce qui a été constaté au retour</summary>
          <Form action={incidentPaths.dispute(base, line.id)}>
            <p>Le prêt ne se termine pas : la tête de réseau lit vos raisons et décide.</p>
            <input type="hidden" name="vu" value={String(line.seq)} />
            <TextArea {...fieldOf(state, 'motif_contestation')} label="Ce que vous contestez" rows={3} />
            <Actions>
              <Button look="plain">Contester</Button>
            </Actions>
          </Form>
        </details>
      )}
    </>
  )
}
