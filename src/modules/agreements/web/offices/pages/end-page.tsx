import type { Day } from '../../../../../kernel/day.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { DateField } from '../../../../../ui/text-field.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import { officePaths } from '../offices.paths.ts'
import { OfficesFrame } from './offices-frame.tsx'

interface EndProps {
  view: View
  agreement: Agreement
  action: string
  who: string
  from: Day
  state: FormState
}

/** The last day of an office, or of a double office. */
export function EndPage({ view, agreement, action, who, from, state }: EndProps) {
  return (
    <OfficesFrame
      view={view}
      agreement={agreement}
      title="Enregistrer la fin d’une fonction"
      intro={`${who}, depuis le ${formatDay(from)}. La ligne reste dans l’historique.`}
      problems={state.problems}
    >
      <Form action={action}>
        <DateField {...fieldsOf(state)('dernier_jour')} label="Dernier jour" />
        <Actions>
          <Button>Enregistrer la fin</Button>
          <a href={officePaths.people(view.network.base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </OfficesFrame>
  )
}
