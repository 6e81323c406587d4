import { DOCUMENT_HINT } from '../../../../../platform/http/document-wording.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import { becomesAct, type PreparedLetter } from '../../../domain/prepared-letter.ts'
import { documentPaths } from '../documents.paths.ts'
import { letterSubjects } from '../letter-wording.ts'
import { crumbs } from './letter-form-page.tsx'

interface DepositProps {
  view: View
  agreement: Agreement
  letter: PreparedLetter
  state: FormState
}

/** What the deposit slip says; the act itself comes next, with its consequence shown first. AGR-42, AGR-123 */
export function DepositPage({ view, agreement, letter, state }: DepositProps) {
  const { base } = view.network
  const { id, asked, slip } = letter
  const isAct = becomesAct(asked.kind)
  const letterPath = documentPaths.letter(base, agreement.id, id)
  return (
    <Frame
      view={view}
      space="member"
      title={isAct ? 'Enregistrer le dépôt d’une lettre' : 'Enregistrer l’envoi d’une lettre'}
      intro={
        isAct
          ? `Reportez la date du bordereau, même si elle diffère du ${formatDay(asked.plannedOn)} que la lettre prévoyait : c’est elle qui compte. L’acte se relit à l’étape suivante.`
          : 'Cette lettre n’ouvre aucun délai : seul le jour de son envoi est noté.'
      }
      breadcrumb={[...crumbs(base, agreement), { label: letterSubjects[asked.kind], href: letterPath }]}
      problems={state.problems}
    >
      <Form action={documentPaths.deposit(base, agreement.id, id)} upload>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <DateField
          {...fieldsOf(state)('date')}
          label={isAct ? 'Date du bordereau de dépôt' : 'Jour de l’envoi'}
        />
        <TextField {...fieldsOf(state)('suivi')} label="Numéro de suivi" optional width="medium" />
        <FileField
          name="document"
          label="Scan du bordereau"
          hint={DOCUMENT_HINT}
          accept=".pdf,.png,.jpg,.jpeg"
          error={problemOf(state.problems, 'document')}
          received={slip ? 'bordereau' : undefined}
          optional
        />
        <Actions>
          <Button>{isAct ? 'Enregistrer le dépôt' : 'Enregistrer l’envoi'}</Button>
          <a href={letterPath}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
