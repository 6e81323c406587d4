import { DOCUMENT_HINT } from '../../../../../platform/http/document-wording.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { TextArea } from '../../../../../ui/text-field.tsx'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import type { CommunicationFile } from '../../../domain/communication-files.ts'
import { paths } from '../../paths.ts'
import { communicationPaths } from '../communications.paths.ts'

interface ReportProps {
  view: View
  agreement: Agreement
  file: CommunicationFile
  state: FormState
}

/** What an operation gave, in words and in figures: short. 002 art. 6. */
export function ReportPage({ view, agreement, file: { act }, state: { values, problems } }: ReportProps) {
  const { base } = view.network
  const field = fieldsOf({ values, problems })
  return (
    <Frame
      view={view}
      space="member"
      title="Transmettre le bilan de l’opération"
      intro={`Opération${act.operationOn ? ` du ${formatDay(act.operationOn)}` : ''}. Quelques phrases et quelques chiffres suffisent : l’autre partie les reçoit par courriel.`}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
        { label: 'Communication', href: communicationPaths.communication(base, agreement.id, act.id) },
      ]}
      problems={problems}
    >
      <Form action={communicationPaths.report(base, agreement.id, act.id)} upload>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <TextArea {...field('bilan')} label="Ce que l’opération a donné" />
        <TextArea
          {...field('chiffres')}
          label="Chiffres"
          hint="Personnes venues, affiches posées, articles parus… Jamais de noms."
          rows={3}
          optional
        />
        <FileField
          name="document"
          error={problemOf(problems, 'document')}
          label="Document"
          hint={DOCUMENT_HINT}
          accept=".pdf,.png,.jpg,.jpeg"
          optional
        />
        <Actions>
          <Button>Transmettre le bilan</Button>
          <a href={communicationPaths.communication(base, agreement.id, act.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
