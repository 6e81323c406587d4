import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import type { ApplicationFile } from '../../../use-cases/applications/application-file.ts'
import { applicationPaths as paths } from '../applications.paths.ts'

interface WithdrawalProps {
  view: View
  file: ApplicationFile
  state: FormState
}

/** Giving up a draft, or withdrawing what was sent. LAB-14. */
export function WithdrawalPage({ view, file, state }: WithdrawalProps) {
  const { base, headName } = view.network
  const { id } = file.application
  const isDraft = file.application.state === 'draft'
  return (
    <Frame
      view={view}
      space="member"
      title={isDraft ? 'Abandonner ce brouillon' : 'Retirer cette candidature'}
      kicker={`${file.version.scheme.name}, ${file.holderName}`}
      intro={
        isDraft
          ? 'Le brouillon ne pourra plus être envoyé. Vos pièces restent dans votre bibliothèque, et ses réponses restent lisibles ici.'
          : `L’instruction s’arrête et aucune décision ne sera prise. ${headName} le voit aussitôt. Vous pourrez préparer une autre candidature.`
      }
      breadcrumb={[
        { label: 'Candidatures', href: paths.list(base) },
        { label: file.version.scheme.name, href: paths.one(base, id) },
      ]}
      problems={state.problems}
    >
      <Form action={paths.withdrawal(base, id)}>
        <TextArea {...fieldsOf(state)('motif')} label="Pourquoi" optional rows={3} />
        <Actions>
          <Button look="danger">{isDraft ? 'Abandonner le brouillon' : 'Retirer la candidature'}</Button>
          <a href={paths.one(base, id)}>Garder ce dossier</a>
        </Actions>
      </Form>
    </Frame>
  )
}
