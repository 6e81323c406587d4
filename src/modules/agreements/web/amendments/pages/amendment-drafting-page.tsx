import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import { paths } from '../../paths.ts'
import { amendmentPaths } from '../amendment.paths.ts'

interface DraftingProps {
  view: View
  agreement: Agreement
  state: FormState
}

export function AmendmentDraftingPage({ view, agreement, state: { values, problems } }: DraftingProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Préparer un avenant"
      intro="Dites d’abord en une ligne ce qu’il change. Les termes, les articles et les lieux viennent ensuite ; rien ne prend effet avant la dernière signature."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
      problems={problems}
    >
      <Form action={amendmentPaths.drafting(base, agreement.id)}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <TextField
          name="objet"
          error={problemOf(problems, 'objet')}
          value={String(values.objet ?? '')}
          label="Objet de l’avenant"
          hint="Par exemple : ajout de la médiathèque, préavis porté à six mois."
        />
        <Actions>
          <Button>Préparer l’avenant</Button>
          <a href={paths.agreement(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
