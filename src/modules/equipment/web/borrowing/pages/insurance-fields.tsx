import type { FormState } from '../../../../../platform/http/form.ts'
import { Checkboxes, Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { capital, formatPeriod } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import type { Gap } from '../../../domain/insurance.ts'
import { listIn, textIn } from '../request-view.ts'

const RISKS = [
  { value: 'theft', label: 'Vol' },
  { value: 'damage', label: 'Dommages' },
]

/** The loan that lacks a proof, and the very days it lacks it for. EQP-1601. */
export function LoanToCover({ name, gaps }: { name: string; gaps: readonly Gap[] }) {
  if (gaps.length === 0)
    return (
      <Notice state="positive" title={name}>
        <p>Une attestation vérifiée couvre déjà tout ce prêt.</p>
      </Notice>
    )
  return (
    <Notice state="warning" title={`${name} : jours sans assurance`}>
      <ul>
        {gaps.map(({ from, lastDay }) => (
          <li>{capital(formatPeriod(from, lastDay))}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** What a proof of insurance says, and its file. EQP-807. */
export function InsuranceFields({ state: { values, problems } }: { state: FormState }) {
  return (
    <>
      <Radios
        name="genre"
        label="Type"
        value={textIn(values, 'genre') || 'insurer'}
        choices={[
          { value: 'insurer', label: 'Attestation d’un assureur' },
          { value: 'self_insured', label: 'Auto-assurance d’une collectivité' },
        ]}
        error={problemOf(problems, 'genre')}
      />
      <TextField
        name="assureur"
        label="Assureur"
        hint="À laisser vide en cas d’auto-assurance."
        optional
        value={textIn(values, 'assureur')}
        error={problemOf(problems, 'assureur')}
      />
      <TextField name="contrat" label="Numéro de contrat" optional value={textIn(values, 'contrat')} />
      <Checkboxes
        name="risques"
        label="Risques couverts"
        values={listIn(values, 'risques')}
        choices={RISKS}
        error={problemOf(problems, 'risques')}
      />
      <DateField
        name="debut"
        label="Premier jour couvert"
        value={textIn(values, 'debut')}
        error={problemOf(problems, 'debut')}
      />
      <DateField
        name="fin"
        label="Dernier jour couvert"
        value={textIn(values, 'fin')}
        error={problemOf(problems, 'fin')}
      />
      <FileField
        name="document"
        label="Attestation"
        hint="PDF, JPEG ou PNG, 10 Mo au plus."
        accept=".pdf,image/jpeg,image/png"
        error={problemOf(problems, 'document')}
      />
    </>
  )
}
