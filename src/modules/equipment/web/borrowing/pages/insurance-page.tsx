import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { ProofSent } from '../../../data/borrowing/insurance.store.ts'
import type { LineId } from '../../../domain/equipment.ts'
import type { Gap } from '../../../domain/insurance.ts'
import { borrowingPaths } from '../borrowing.paths.ts'
import { InsuranceFields, LoanToCover } from './insurance-fields.tsx'

interface InsurancePageProps {
  view: View
  proofs: readonly ProofSent[]
  /** The loan one comes from, and goes back to; its days without cover. EQP-1601. */
  loan: { id: LineId; name: string; gaps: readonly Gap[] } | null
  state: FormState
}

/** The proofs a structure has sent, and where to send the next. EQP-807. */
export function InsurancePage({ view, proofs, loan, state }: InsurancePageProps) {
  const { base } = view.network
  const { problems } = state
  return (
    <Frame
      view={view}
      space="member"
      title="Nos attestations d’assurance"
      breadcrumb={[
        { label: 'Matériel', href: borrowingPaths.catalogue(base) },
        ...(loan ? [{ label: loan.name, href: borrowingPaths.line(base, loan.id) }] : []),
      ]}
      intro="Une attestation doit couvrir tout le prêt, contre le vol et les dommages, avant le retrait."
      problems={problems}
    >
      {loan && <LoanToCover name={loan.name} gaps={loan.gaps} />}
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
      <Form action={borrowingPaths.insurance(base, loan?.id)} upload>
        <InsuranceFields state={state} />
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
