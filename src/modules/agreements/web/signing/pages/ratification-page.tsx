import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DateField } from '../../../../../ui/text-field.tsx'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import type { SignatureProof } from '../../../use-cases/signing/check-evidence.ts'
import { paths } from '../../paths.ts'
import { signingPaths } from '../signing-paths.ts'

interface RatificationProps {
  view: View
  agreement: Agreement
  proof: SignatureProof
  state: FormState
}

export function RatificationPage({ view, agreement, proof: { act }, state }: RatificationProps) {
  const { base } = view.network
  const { values, problems } = state
  const back = signingPaths.evidence(base, agreement.id, act.id)
  return (
    <Frame
      view={view}
      space="member"
      title="Ratifier une signature"
      intro={`La personne qui pouvait donner la délégation confirme la signature de ${act.capacity}. La signature garde sa date ; l’avertissement disparaît.`}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
        { label: 'Preuve de la signature', href: back },
      ]}
      problems={problems}
    >
      <Form action={signingPaths.ratification(base, agreement.id, act.id)} upload>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <DateField
          name="date"
          label="Date écrite sur l’acte de ratification"
          error={problemOf(problems, 'date')}
          value={String(values.date ?? '')}
        />
        <FileField
          name="document"
          label="Acte de ratification"
          hint="Délibération, arrêté ou courrier signé. PDF, PNG ou JPEG, 25 Mo au plus."
          error={problemOf(problems, 'document')}
          accept=".pdf,.png,.jpg,.jpeg"
        />
        <Actions>
          <Button>Enregistrer la ratification</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
