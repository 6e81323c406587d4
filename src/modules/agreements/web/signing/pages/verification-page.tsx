import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatMoment } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import type { KnownDocument } from '../../../data/sealed-documents.store.ts'
import { verificationPaths } from '../verification-paths.ts'
import { Fingerprint } from './signed-text.tsx'

interface VerificationProps {
  view: View
  /** The hash asked about and what is known of it; null before anything is asked. */
  answer: { sha256: string; document: KnownDocument | null } | null
  state: FormState
}

/** Is this file a signed document of the network, byte for byte? Yes or no, and since when; never whose. AGR-31. */
export function VerificationPage({ view, answer, state }: VerificationProps) {
  return (
    <Frame
      view={view}
      space="public"
      title="Vérifier un document signé"
      intro="Déposez le PDF d’une convention : nous disons si c’est, octet pour octet, un document signé de ce réseau. Le fichier n’est pas gardé."
      problems={state.problems}
    >
      {answer && <Answer {...answer} />}
      <Form action={verificationPaths.form(view.network.base)} upload>
        <FileField
          name="document"
          label="Fichier PDF"
          hint="25 Mo au plus."
          accept=".pdf"
          error={problemOf(state.problems, 'document')}
        />
        <Actions>
          <Button>{answer ? 'Vérifier un autre fichier' : 'Vérifier ce fichier'}</Button>
        </Actions>
      </Form>
    </Frame>
  )
}

function Answer({ sha256, document }: NonNullable<VerificationProps['answer']>) {
  return (
    <>
      {document ? (
        <Notice state="positive" title="Oui : c’est un document signé de ce réseau, tel quel" live>
          <p>
            {document.seal ? 'Scellé' : 'Enregistré, sans sceau,'} le {formatMoment(document.recordedAt)}.
            {document.seal === 'demonstration' &&
              ' Le sceau est celui d’une démonstration : il ne prouve rien.'}
          </p>
        </Notice>
      ) : (
        <Notice state="danger" title="Non : ce réseau ne connaît pas ce fichier" live>
          <p>
            Ce n’est pas un document signé d’ici, ou il a été modifié, même d’un seul signe. Demandez
            l’original à la personne qui vous l’a donné.
          </p>
        </Notice>
      )}
      <Fingerprint value={sha256} />
    </>
  )
}
