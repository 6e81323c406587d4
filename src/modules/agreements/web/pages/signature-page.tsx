import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import type { View } from '../../../../platform/http/page.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { DateField, TextField } from '../../../../ui/text-field.tsx'
import { daysOf, momentTag } from '../../../identity/index.ts'
import { type Agreement, lastSeq } from '../../domain/agreement.ts'
import type { Party } from '../../domain/terms.ts'
import type { AgreementText } from '../../use-cases/agreement-text.ts'
import type { SigningPower } from '../../use-cases/signing-powers.ts'
import { partyName } from '../parties.ts'
import { paths } from '../paths.ts'
import { ANOTHER, powerValue } from '../signature.form.ts'

interface SignatureProps {
  view: View
  agreement: Agreement
  missing: readonly Party[]
  powers: readonly SigningPower[]
  text: AgreementText
  state: FormState
}

export function SignaturePage({
  view,
  agreement,
  missing,
  powers,
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
        <Radios
          {...field('pouvoir')}
          // Nothing is chosen for the person, unless there is nobody to choose.
          value={String(values.pouvoir ?? (powers.length === 0 ? ANOTHER : ''))}
          label="Personne qui a signé"
          choices={[
            ...powers.map(({ party, capacity }) => ({
              value: powerValue(capacity),
              label: `${capacity.holderName}, ${capacity.quality}`,
              hint: powerHint(partyName(agreement, party, headName), capacity),
            })),
            {
              value: ANOTHER,
              label: 'Une autre personne',
              hint: 'Son mandat n’est pas enregistré : écrivez son nom et sa qualité.',
            },
          ]}
        />
        <FieldGroup legend="L’autre personne">
          <TextField {...field('signataire')} label="Signataire" hint="Nom et prénom." width="medium" />
          <TextField
            {...field('qualite')}
            label="Qualité"
            hint="Maire, présidente, directrice par délégation…"
            width="medium"
          />
        </FieldGroup>
        <DateField {...field('date')} label="Date écrite sur l’original" />
        <Actions>
          <Button>Enregistrer la signature</Button>
          <a href={back}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

/** « Val de Mer. Par délégation de Sophie Tanguy, présidente. Depuis le 17 juin 2026. Terminé. » */
function powerHint(party: string, { giver, from, until, moment }: SigningPower['capacity']): string {
  return [
    party,
    giver && `par délégation de ${giver.name}, ${giver.quality}`,
    daysOf({ from, until }).toLowerCase(),
    moment !== 'in-force' && momentTag[moment].word.toLowerCase(),
  ]
    .filter(Boolean)
    .join(', ')
}
