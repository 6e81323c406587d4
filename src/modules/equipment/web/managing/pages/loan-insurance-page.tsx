import { Frame } from '../../../../../platform/http/frame.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import type { Gap } from '../../../domain/insurance.ts'
import { InsuranceFields, LoanToCover } from '../../borrowing/pages/insurance-fields.tsx'
import { managingPaths } from '../managing.paths.ts'
import { peopleActPaths } from '../people-acts.paths.ts'
import type { PeopleActProps } from './people-act-pages.tsx'
import { trail } from './trail.ts'

/** The proof a borrower handed in, put in their name on the spot. EQP-1601. */
export function LoanInsurancePage(props: PeopleActProps & { gaps: readonly Gap[] }) {
  const { view, inventory, line, what, gaps, state } = props
  const { base } = view.network
  const back = managingPaths.line(base, inventory.id, line.id)
  return (
    <Frame
      view={view}
      space="member"
      title="Joindre une attestation d’assurance"
      breadcrumb={[...trail(base, inventory), { label: 'Le prêt', href: back }]}
      intro="Celle que l’emprunteur vous a remise. Elle vaudra pour tous les prêts qu’elle couvre, une fois vérifiée."
      problems={state.problems}
    >
      <LoanToCover name={what} gaps={gaps} />
      <Form action={peopleActPaths.insurance(base, inventory.id, line.id)} upload>
        <InsuranceFields state={state} />
        <Actions>
          <Button>Joindre l’attestation</Button>
          <a href={back}>Revenir au prêt</a>
        </Actions>
      </Form>
    </Frame>
  )
}
