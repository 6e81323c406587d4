import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import type { Party } from '../../../domain/terms.ts'
import type { AgreementText } from '../../../use-cases/drafting/agreement-text.ts'
import type { SigningPower } from '../../../use-cases/signing/signing-powers.ts'
import { negotiationPaths } from '../../drafting/negotiation-paths.ts'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { OriginalFields } from './original-fields.tsx'
import { SignatoryFields } from './signatory-fields.tsx'

interface SignatureProps {
  view: View
  agreement: Agreement
  missing: readonly Party[]
  powers: readonly SigningPower[]
  text: AgreementText
  /** The parties that were shown the draft, and did not approve it as it reads. */
  unapproved: readonly Party[]
  state: FormState
}

export function SignaturePage({ view, agreement, missing, powers, text, unapproved, state }: SignatureProps) {
  const { base, headName } = view.network
  const back = paths.agreement(base, agreement.id)
  return (
    <Frame
      view={view}
      space="member"
      title="Enregistrer une signature"
      intro="La date écrite sur l’original fait foi, même si vous l’enregistrez plus tard."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: back },
      ]}
      problems={state.problems}
    >
      {text.missing.length > 0 && (
        <Notice state="warning" title="Le texte est incomplet">
          <p>
            Avant la première signature, <a href={paths.draft(base, agreement.id)}>complétez le projet</a> :
          </p>
          <ul>
            {text.missing.map(({ label }) => (
              <li>{label}</li>
            ))}
          </ul>
        </Notice>
      )}
      {unapproved.length > 0 && (
        <Notice state="warning" title="Ce texte n’est pas approuvé pour signature par chaque partie">
          <p>
            Manque l’approbation de{' '}
            {unapproved.map((party) => partyName(agreement, party, headName)).join(' et ')}. Vérifiez que
            l’original signé est bien ce texte, ou reprenez-le sur la page{' '}
            <a href={negotiationPaths.negotiation(base, agreement.id)}>Négocier le texte</a>.
          </p>
        </Notice>
      )}
      <Form action={paths.signature(base, agreement.id)} upload>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <SignatoryFields
          agreement={agreement}
          headName={headName}
          missing={missing}
          powers={powers}
          state={state}
        />
        <OriginalFields {...state} optional />
        <Actions>
          <Button>Enregistrer la signature</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
