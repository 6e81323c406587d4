import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import { paths } from '../../paths.ts'
import { signingPaths } from '../signing-paths.ts'
import { CallLifeFields } from './call-life-fields.tsx'

interface CallProps {
  view: View
  agreement: Agreement
  state: FormState
}

export function CallPage({ view, agreement, state }: CallProps) {
  const { base } = view.network
  const back = paths.agreement(base, agreement.id)
  return (
    <Frame
      view={view}
      space="member"
      title="Prolonger l’appel à signer"
      intro="Les personnes dont c’est le tour reçoivent un nouveau courriel. Le texte et les signatures déjà données ne changent pas."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: back },
      ]}
      problems={state.problems}
    >
      <Form action={signingPaths.call(base, agreement.id)}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <CallLifeFields {...state} />
        <Actions>
          <Button>Appeler de nouveau à signer</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
