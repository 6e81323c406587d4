import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DateField, TextField } from '../../../../../ui/text-field.tsx'
import type { ProofSent } from '../../../data/insurance.store.ts'
import { borrowingPaths } from '../borrowing.paths.ts'
import { listIn, textIn } from '../request-view.ts'

const RISKS = [
  { value: 'theft', label: 'Vol' },
  { value: 'damage', label: 'Dommages' },
]

interface InsurancePageProps {
  view: View
  proofs: readonly ProofSent[]
  state: FormState
}

/** The proofs a structure has sent, and where to send the next. EQP-807. */
export function InsurancePage({ view, proofs, state }: InsurancePageProps) {
  const { base } = view.network
  const { values, problems } = state
  return (
    <Frame
      view={view}
      space="member"
      title="Nos attestations d’assurance"
      breadcrumb={[{ label: 'Matériel', href: borrowingPaths.catalogue(base) }]}
      intro="Une attestation doit couvrir tout le prêt, contre le vol et les dommages, avant le retrait."
      problems={problems}
    >
      <Table
        caption="Attestations envoyées"
        rows={proofs}
        columns={[
          {
            label: 'Assureur',
            header: true,
            cell: ({ kind, insurer }) => (kind === 'insurer' ? insurer : 'Auto-assurance'),
          },
          { label: 'Du', cell: ({ from }) => formatDay(from) },
          { label: 'Au', cell: ({ lastDay }) => formatDay(lastDay) },
          { label: 'État', cell: (proof) => <ProofState proof={proof} /> },
        ]}
        empty={<EmptyState title="Aucune attestation n’est encore envoyée." />}
      />
      <h2>Envoyer une attestation</h2>
      <Form action={borrowingPaths.insurance(base)} upload>
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
        <Actions>
          <Button>Envoyer l’attestation</Button>
        </Actions>
      </Form>
    </Frame>
  )
}

function ProofState({ proof }: { proof: ProofSent }) {
  if (proof.isVerified) return <Tag state="positive">vérifiée</Tag>
  if (proof.isRefused) return <Tag state="danger">refusée{proof.reason && ` (${proof.reason})`}</Tag>
  return <Tag state="pending">à vérifier par la tête de réseau</Tag>
}
