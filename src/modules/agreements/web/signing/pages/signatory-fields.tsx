import type { FormState } from '../../../../../platform/http/form.ts'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { FieldGroup } from '../../../../../ui/form.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import { daysOf, momentTag } from '../../../../identity/index.ts'
import type { Agreement } from '../../../domain/agreement.ts'
import type { Party } from '../../../domain/terms.ts'
import type { SigningPower } from '../../../use-cases/signing/signing-powers.ts'
import { partyName } from '../../parties.ts'
import { ANOTHER, powerValue } from '../signature.form.ts'

interface SignatoryFieldsProps {
  agreement: Agreement
  headName: string
  /** The parties that have not signed yet. */
  missing: readonly Party[]
  powers: readonly SigningPower[]
  state: FormState
  /** What the day is called: that written on the original, by default. */
  dateLabel?: string
}

/** Which party signed on paper, who held the pen and by which power, and the day written on the original. */
export function SignatoryFields({
  agreement,
  headName,
  missing,
  powers,
  state: { values, problems },
  dateLabel = 'Date écrite sur l’original',
}: SignatoryFieldsProps) {
  const field = fieldsOf({ values, problems })
  return (
    <>
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
            hint: 'Son mandat n’est pas enregistré : écrivez son nom et sa qualité.',
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
      <DateField {...field('date')} label={dateLabel} />
    </>
  )
}

/** « Val de Mer. Par délégation de Sophie Tanguy, présidente. Depuis le 17 juin 2026. Terminé. » */
export function powerHint(party: string, { giver, from, until, moment }: SigningPower['capacity']): string {
  return [
    party,
    giver && `par délégation de ${giver.name}, ${giver.quality}`,
    daysOf({ from, until }).toLowerCase(),
    moment !== 'in-force' && momentTag[moment].word.toLowerCase(),
  ]
    .filter(Boolean)
    .join(', ')
}
