import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import type { SigningDocument } from '../../../data/sealed-documents.store.ts'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import type { Party } from '../../../domain/terms.ts'
import type { SigningPower } from '../../../use-cases/signing/signing-powers.ts'
import { paths } from '../../paths.ts'
import { sealedPaths } from '../sealed-paths.ts'
import { signingPaths } from '../signing-paths.ts'
import { SignatoryFields } from './signatory-fields.tsx'

interface ElsewhereProps {
  view: View
  agreement: Agreement
  missing: readonly Party[]
  powers: readonly SigningPower[]
  /** Null while it is being made, or when the text is not open to signature. */
  document: SigningDocument | null
  state: FormState
}

/** What a signing service gave back: the approved document and one signature more. AGR-25. */
export function ElsewherePage({ view, agreement, missing, powers, document, state }: ElsewhereProps) {
  const { base, headName } = view.network
  const back = paths.agreement(base, agreement.id)
  return (
    <Frame
      view={view}
      space="member"
      title="Déposer un PDF signé ailleurs"
      intro="Un parapheur électronique ou un prestataire de signature a fait signer le document : déposez ici le fichier qu’il a rendu."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: back },
      ]}
      problems={state.problems}
    >
      {!document ? (
        <EmptyState title="Aucun document n’est prêt à être signé">
          Ouvrez la signature : le texte est figé, et le document à signer est prêt une minute plus tard.
        </EmptyState>
      ) : (
        <>
          <p>
            Le fichier doit être exactement le{' '}
            <a href={sealedPaths.toSign(base, agreement.id)}>document à signer (PDF)</a>, avec une signature
            de plus. Imprimé, fusionné ou réenregistré, il est refusé.
          </p>
          <p class="muted">
            La plateforme compare les octets ; elle ne juge pas le certificat du signataire. Un lecteur de PDF
            vous dit s’il est valable.
          </p>
          <Form action={signingPaths.elsewhere(base, agreement.id)} upload>
            <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
            <FileField
              name="document"
              label="PDF signé"
              hint="25 Mo au plus."
              accept=".pdf"
              error={problemOf(state.problems, 'document')}
            />
            <SignatoryFields
              agreement={agreement}
              headName={headName}
              missing={missing}
              powers={powers}
              state={state}
              dateLabel="Date de la signature"
            />
            <Actions>
              <Button>Enregistrer la signature</Button>
              <a href={back}>Annuler</a>
            </Actions>
          </Form>
        </>
      )}
    </Frame>
  )
}
