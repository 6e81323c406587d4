import { dayOf } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { DateField } from '../../../../../ui/text-field.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { LibraryProof, Proof } from '../../../data/applications/proofs.store.ts'
import { applicationPaths as paths } from '../applications.paths.ts'
import { FILE_SIZES, PROOF_ACCEPT, PROOF_HINT } from '../proof-wording.ts'
import { ProofLink } from './file-reading.tsx'

/** All that the organisation may show again. LAB-9. */
export function ProofsPage({
  view,
  proofs,
  state,
}: {
  view: View
  proofs: readonly LibraryProof[]
  state: FormState
}) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Pièces justificatives"
      intro="Une pièce déposée une fois sert à plusieurs critères et à plusieurs dossiers. La remplacer ne change pas ce qui est déjà envoyé."
      breadcrumb={[{ label: 'Candidatures', href: paths.list(base) }]}
      problems={state.problems}
      width="full"
    >
      <Table
        caption="Pièces de votre structure"
        rows={proofs}
        empty={
          <EmptyState title="Aucune pièce pour l’instant">
            <p>Déposez-en une ci-dessous, ou directement dans un dossier : elle viendra ici.</p>
          </EmptyState>
        }
        columns={[
          {
            label: 'Pièce',
            header: true,
            cell: (proof) => <ProofLink shown={{ code: '', proof }} href={paths.proofFile(base, proof.id)} />,
          },
          { label: 'Déposée le', cell: ({ addedAt }) => <DayText day={dayOf(addedAt)} /> },
          {
            label: 'Utilisée',
            cell: ({ uses }) =>
              uses === 0 ? 'Dans aucun dossier' : `Dans ${plural(uses, 'dossier', 'dossiers')}`,
          },
          {
            label: 'Actes',
            silent: true,
            cell: ({ id, fileId, name }) =>
              fileId && (
                <a href={paths.replacement(base, id)}>
                  Remplacer<span class="visually-hidden"> {name}</span>
                </a>
              ),
          },
        ]}
      />
      <h2>Déposer une pièce</h2>
      <ProofFields {...{ state, action: paths.proofs(base), button: 'Déposer la pièce' }} />
    </Frame>
  )
}

/** Another file in the place of one. */
export function ReplacementPage({ view, proof, state }: { view: View; proof: Proof; state: FormState }) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={`Remplacer « ${proof.name} »`}
      intro="Vos brouillons montreront la nouvelle pièce. Les dossiers déjà envoyés gardent l’ancienne."
      breadcrumb={[
        { label: 'Candidatures', href: paths.list(base) },
        { label: 'Pièces justificatives', href: paths.proofs(base) },
      ]}
      problems={state.problems}
    >
      <ProofFields {...{ state, action: paths.replacement(base, proof.id), button: 'Remplacer la pièce' }} />
    </Frame>
  )
}

function ProofFields({ state, action, button }: { state: FormState; action: string; button: string }) {
  const field = fieldsOf(state)
  return (
    <div {...FILE_SIZES}>
      <Form action={action} upload>
        <FileField {...field('fichier')} label="Fichier" hint={PROOF_HINT} accept={PROOF_ACCEPT} />
        <DateField
          {...field('date')}
          label="Date de la pièce"
          optional
          hint="Certains critères demandent une pièce récente : sa date en fait foi."
        />
        <Actions>
          <Button>{button}</Button>
        </Actions>
      </Form>
    </div>
  )
}
