import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import type { Capacity } from '../../../../identity/index.ts'
import type { ListCounts } from '../../../data/bulk/place-lists.queries.ts'
import type { PlaceListId } from '../../../data/bulk/place-lists.store.ts'
import { DayFields, SignerField } from '../../decisions/pages/decision-fields.tsx'
import { bulkPaths } from '../bulk.paths.ts'

interface DecisionProps {
  view: View
  id: PlaceListId
  scheme: string
  counts: ListCounts
  seen: string
  signers: readonly Capacity[]
  remedies: string
  isAsked: boolean
  state: FormState
}

/** One decision for the whole list. LAB-21. */
export function ListDecisionPage(props: DecisionProps) {
  const { view, id, scheme, counts, seen, signers, remedies, isAsked, state } = props
  const { base } = view.network
  const field = fieldsOf(state)
  const granted = counts.places - counts.excluded
  const isAgainst = counts.excluded + counts.reserved > 0
  return (
    <Frame
      view={view}
      space="member"
      title="Décider de la liste"
      intro={`Label ${scheme} : une seule décision pour tous les lieux. Les réserves et les exclusions se notent d’abord lieu par lieu.`}
      breadcrumb={[
        { label: 'Lieux proposés par liste', href: bulkPaths.lists(base) },
        { label: 'La liste', href: bulkPaths.list(base, id) },
      ]}
      problems={state.problems}
    >
      <ul>
        <li>{plural(granted - counts.reserved, 'lieu reçoit', 'lieux reçoivent')} le label</li>
        <li>{plural(counts.reserved, 'lieu le reçoit', 'lieux le reçoivent')} avec une réserve</li>
        <li>{plural(counts.excluded, 'lieu est exclu', 'lieux sont exclus')}</li>
      </ul>
      <Form action={bulkPaths.decision(base, id)}>
        {isAsked && (
          <Notice state="warning" title="Relisez avant de signer">
            <p>
              {plural(granted, 'label est attribué', 'labels sont attribués')} d’un coup, avec un numéro
              chacun, et {plural(counts.places, 'lieu apprend', 'lieux apprennent')} la décision par courriel.
              Elle ne s’efface pas : une erreur se corrige par une autre décision.
            </p>
          </Notice>
        )}
        {isAsked && <Confirmed state={state} />}
        <input type="hidden" name="vu" value={seen} />
        <SignerField state={state} signers={signers} />
        <DayFields view={view} state={state} />
        <TextArea
          {...field('motifs')}
          label="Motifs"
          hint="Ceux des réserves et des exclusions s’y ajoutent, lieu par lieu."
          optional
          rows={5}
        />
        <TextArea
          {...field('voies', isAgainst ? remedies : '')}
          label="Voies et délais de recours"
          hint="Obligatoires dès qu’un lieu est exclu ou reçoit une réserve."
          optional
          rows={5}
        />
        <Actions>
          <Button>{isAsked ? 'Signer la décision' : 'Relire avant de signer'}</Button>
          <a href={bulkPaths.list(base, id)}>Revenir à la liste</a>
        </Actions>
      </Form>
    </Frame>
  )
}
