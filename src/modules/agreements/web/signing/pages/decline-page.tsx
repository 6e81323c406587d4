import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import { paths } from '../../paths.ts'
import { signingPaths } from '../signing-paths.ts'

interface DeclineProps {
  view: View
  agreement: Agreement
  state: FormState
}

export function DeclinePage({ view, agreement, state: { values, problems } }: DeclineProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Refuser de signer"
      intro="La convention dira que vous refusez, et pourquoi. Les deux parties sont prévenues. Vous pourrez rouvrir la signature si vous changez d’avis."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
        { label: 'Signer en ligne', href: signingPaths.sign(base, agreement.id) },
      ]}
      problems={problems}
    >
      <Form action={signingPaths.decline(base, agreement.id)}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <TextArea
          name="motif"
          label="Pourquoi refusez-vous ?"
          hint="Ce qui devrait changer pour que vous signiez : l’autre partie le lira."
          error={problemOf(problems, 'motif')}
          value={String(values.motif ?? '')}
        />
        <Actions>
          <Button look="danger">Refuser de signer</Button>
          <a href={signingPaths.sign(base, agreement.id)}>Revenir au texte</a>
        </Actions>
      </Form>
    </Frame>
  )
}
