import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { DateField, TextField } from '../../../../ui/text-field.tsx'
import { type Agreement, lastSeq } from '../../domain/agreement.ts'
import type { Party } from '../../domain/terms.ts'
import type { AgreementText } from '../../use-cases/agreement-text.ts'
import { partyName } from '../parties.ts'
import { paths } from '../paths.ts'

interface SignatureProps {
  view: View
  agreement: Agreement
  missing: readonly Party[]
  text: AgreementText
  state: FormState
}

export function SignaturePage({
  view,
  agreement,
  missing,
  text,
  state: { values, problems },
}: SignatureProps) {
  const { base, headName } = view.network
  const field = (name: string) => ({
    name,
    error: problemOf(problems, name),
    value: String(values[name] ?? ''),
  })
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
      problems={problems}
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
      <Form action={paths.signature(base, agreement.id)}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <Radios
          {...field('partie')}
          label="Partie qui a signé"
          choices={missing.map((party) => ({ value: party, label: partyName(agreement, party, headName) }))}
        />
        <TextField {...field('signataire')} label="Signataire" hint="Nom et prénom." width="medium" />
        <TextField
          {...field('qualite')}
          label="Qualité"
          hint="Maire, présidente, directrice par délégation…"
          width="medium"
        />
        <DateField {...field('date')} label="Date écrite sur l’original" />
        <Actions>
          <Button>Enregistrer la signature</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}
