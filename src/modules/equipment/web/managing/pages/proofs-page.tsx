import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatPeriod } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { SentProof } from '../../../data/borrowing/proofs.queries.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import { managingPaths } from '../managing.paths.ts'
import { trail } from './trail.ts'

type NamedProof = SentProof & { borrower: string }

interface ProofsProps {
  view: View
  inventory: Inventory
  proofs: readonly NamedProof[]
  mayDecide: boolean
  state: FormState
}

const RISKS: Readonly<Record<string, string>> = { theft: 'vol', damage: 'dommages' }
const ANSWERS = { verified: 'valable', refused: 'refusée' } as const

/** The proofs of insurance of those who borrow here: to be read, then answered. EQP-807. */
export function ProofsPage(props: ProofsProps) {
  const { view, inventory, proofs, mayDecide, state } = props
  const { base } = view.network
  const waiting = proofs.filter(({ answer }) => answer === null)
  return (
    <Frame
      view={view}
      space="member"
      title="Attestations d’assurance"
      intro="Une attestation vérifiée vaut pour tous les prêts qu’elle couvre : sans elle, le matériel ne sort pas."
      breadcrumb={trail(base, inventory)}
      problems={state.problems}
    >
      {waiting.length === 0 && <p>Aucune attestation n’attend votre lecture.</p>}
      {waiting.map((proof) => (
        <section>
          <h2>{proof.borrower}</h2>
          <p>
            {insurerText(proof)}, {formatPeriod(proof.from, proof.lastDay)}, couvre :{' '}
            {proof.risks.map((risk) => RISKS[risk] ?? risk).join(' et ')}.
          </p>
          {proof.fileId && (
            <p>
              <a href={`${managingPaths.proofs(base, inventory.id)}/${proof.id}`}>Lire l’attestation</a>
            </p>
          )}
          {mayDecide && <AnswerForm {...props} proof={proof} />}
        </section>
      ))}
      <Table
        caption="Attestations déjà lues"
        columns={[
          { label: 'Structure', header: true, cell: ({ borrower }) => borrower },
          { label: 'Assureur', cell: insurerText },
          { label: 'Jusqu’au', cell: ({ lastDay }) => formatDay(lastDay) },
          { label: 'Réponse', cell: ({ answer }) => (answer ? ANSWERS[answer] : '') },
        ]}
        rows={proofs.filter(({ answer }) => answer !== null)}
        empty={<p>Aucune attestation n’a encore été lue.</p>}
      />
    </Frame>
  )
}

function insurerText({ kind, insurer, policyNumber }: SentProof): string {
  if (kind === 'self_insured') return 'Auto-assurance'
  return policyNumber ? `${insurer}, contrat ${policyNumber}` : insurer
}

function AnswerForm({ view, inventory, proof, state }: ProofsProps & { proof: NamedProof }) {
  const isTyped = state.values.attestation === proof.id
  const problems = isTyped ? state.problems : []
  return (
    <Form action={managingPaths.proofs(view.network.base, inventory.id)}>
      <FieldGroup legend={`Réponse à ${proof.borrower}`}>
        <input type="hidden" name="attestation" value={proof.id} />
        <Radios
          name="reponse"
          id={`reponse-${proof.id}`}
          label="L’attestation est"
          choices={[
            { value: 'verified', label: 'valable' },
            { value: 'refused', label: 'refusée' },
          ]}
          value={isTyped ? String(state.values.reponse ?? '') : ''}
          error={problemOf(problems, 'reponse')}
        />
        <TextField
          name="motif"
          id={`motif-${proof.id}`}
          label="Motif"
          hint="Obligatoire pour refuser."
          optional
          value={isTyped ? String(state.values.motif ?? '') : ''}
          error={problemOf(problems, 'motif')}
        />
      </FieldGroup>
      <Actions>
        <Button>Enregistrer la réponse</Button>
      </Actions>
    </Form>
  )
}
