import { DOCUMENT_HINT } from '../../../../../platform/http/document-wording.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Agreement, StoredAct } from '../../../domain/agreement.ts'
import { SCAN_KINDS } from '../../offices/scan.ts'
import { paths } from '../../paths.ts'
import { claimedActName } from '../damages-wording.ts'
import { waitingPaths } from '../waiting.paths.ts'
import { partyChoices } from './dated-act-page.tsx'

interface DamagesProps {
  view: View
  agreement: Agreement
  /** The notices and terminations it may go with. */
  acts: readonly StoredAct[]
  state: FormState
}

/** What a party reserves the right to claim, in its own words and figures. */
export function DamagesPage({ view, agreement, acts, state }: DamagesProps) {
  const { base, headName } = view.network
  const back = paths.agreement(base, agreement.id)
  const replaces = String(state.values.remplace ?? '')
  return (
    <Frame
      view={view}
      space="member"
      title={replaces ? 'Corriger une demande de dommages' : 'Réserver une demande de dommages'}
      intro="La demande est gardée telle que la partie l’exprime. Le logiciel ne calcule ni ne juge rien ; le public ne la voit jamais."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: back },
      ]}
      problems={state.problems}
    >
      {acts.length === 0 ? (
        <EmptyState title="Ni mise en demeure, ni résiliation">
          Une demande accompagne une mise en demeure ou une résiliation : enregistrez d’abord l’une des deux.
        </EmptyState>
      ) : (
        <DamagesForm {...{ view, agreement, acts, state, headName, replaces }} />
      )}
    </Frame>
  )
}

function DamagesForm({
  view,
  agreement,
  acts,
  state,
  headName,
  replaces,
}: DamagesProps & { headName: string; replaces: string }) {
  const { base } = view.network
  const field = fieldsOf(state)
  return (
    <Form action={waitingPaths.damages(base, agreement.id)} upload>
      <input type="hidden" name="remplace" value={replaces} />
      <Radios
        {...field('acte')}
        label="Acte qu’elle accompagne"
        choices={acts.map((act) => ({ value: act.id, label: claimedActName(act) }))}
      />
      <Radios
        {...field('partie')}
        label="Partie qui réserve sa demande"
        choices={partyChoices(agreement, headName)}
      />
      <TextField
        {...field('montant')}
        label="Montant demandé"
        hint="En euros. Laissez vide s’il n’est pas encore chiffré."
        inputmode="decimal"
        width="short"
        suffix="€"
        optional
      />
      <TextArea {...field('motif')} label="Ce qui est demandé, et pourquoi" rows={5} />
      <FileField
        name="document"
        error={problemOf(state.problems, 'document')}
        label="Pièce jointe"
        hint={DOCUMENT_HINT}
        accept={SCAN_KINDS}
        optional
      />
      <Actions>
        <Button>Enregistrer la demande</Button>
        <a href={paths.agreement(base, agreement.id)}>Annuler</a>
      </Actions>
    </Form>
  )
}
