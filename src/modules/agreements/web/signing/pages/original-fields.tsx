import { DOCUMENT_HINT } from '../../../../../platform/http/document-wording.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { FieldGroup } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'

/** The scan of an original, and where each of the two is kept. */
export function OriginalFields({ values, problems, optional }: FormState & { optional?: boolean }) {
  return (
    <FieldGroup legend="L’original signé">
      <FileField
        name="document"
        error={problemOf(problems, 'document')}
        label="Scan de l’original"
        hint={`${DOCUMENT_HINT}${optional ? ' Vous pourrez aussi le joindre plus tard.' : ''}`}
        accept=".pdf,.png,.jpg,.jpeg"
        optional={optional}
      />
      <TextField
        name="garde_tete"
        label="Où est gardé l’original du chef de file du réseau"
        hint="Un service, un registre, un coffre : assez pour le retrouver."
        value={String(values.garde_tete ?? '')}
        optional
      />
      <TextField
        name="garde_partenaire"
        label="Où est gardé l’original du co-contractant"
        value={String(values.garde_partenaire ?? '')}
        optional
      />
    </FieldGroup>
  )
}
