import { DOCUMENT_HINT } from '../../../../../platform/http/document-wording.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { fieldsOf, problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, FieldGroup, Form } from '../../../../../ui/form.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import { AUTHORITY_KINDS, type AuthorityAct } from '../../../domain/authority.ts'
import type { Decision } from '../../../domain/decision.ts'
import type { Party } from '../../../domain/terms.ts'
import { partyName } from '../../parties.ts'
import { officePaths } from '../offices.paths.ts'
import { authorityName, authorityWords } from '../offices-wording.ts'
import { SCAN_KINDS } from '../scan.ts'
import { OfficesFrame } from './offices-frame.tsx'

interface AuthorityProps {
  view: View
  agreement: Agreement
  party: Party
  /** Those published about this agreement. */
  decisions: readonly Decision[]
  state: FormState
}

/** The paper by which a party may be bound. */
export function AuthorityPage({ view, agreement, party, decisions, state }: AuthorityProps) {
  const { base, headName } = view.network
  const field = fieldsOf(state)
  return (
    <OfficesFrame
      view={view}
      agreement={agreement}
      title="Joindre un acte d’autorité"
      intro={`Ce qui donne à ${partyName(agreement, party, headName)} le pouvoir de signer : délibération, décision ou délégation de signature.`}
      problems={state.problems}
    >
      <Form action={officePaths.newAuthority(base, agreement.id, party)} upload>
        <Radios
          {...field('nature')}
          label="Nature de l’acte"
          choices={AUTHORITY_KINDS.map((kind) => ({ value: kind, label: authorityWords[kind] }))}
        />
        <TextField
          {...field('organe')}
          label="Qui a décidé"
          hint="Conseil municipal, commission permanente, président…"
          width="medium"
        />
        <TextField {...field('reference')} label="Référence" width="medium" />
        <DateField {...field('date')} label="Date de l’acte" />
        <TextArea
          {...field('portee')}
          label="Ce qu’il autorise"
          hint="En quelques mots : signer la convention, ses avenants…"
          rows={2}
          optional
        />
        <FieldGroup legend="Durée de l’acte">
          <DateField
            {...field('debut')}
            label="Valable à partir du"
            hint="Laissez vide s’il vaut dès sa date."
            optional
          />
          <DateField
            {...field('dernier_jour')}
            label="Dernier jour de validité"
            hint="Laissez vide s’il n’a pas de fin. La fin d’une délégation paraît au tableau des échéances."
            optional
          />
        </FieldGroup>
        <FileField
          name="document"
          error={problemOf(state.problems, 'document')}
          label="Scan de l’acte"
          hint={DOCUMENT_HINT}
          accept={SCAN_KINDS}
          optional={decisions.length > 0}
        />
        {decisions.length > 0 && (
          <Select
            {...field('decision')}
            label="Ou la décision déjà publiée qui en tient lieu"
            prompt="Aucune : le scan est joint"
            choices={decisions.map(({ id, reference, object }) => ({
              value: id,
              label: `${reference}, ${object}`,
            }))}
            optional
          />
        )}
        <Actions>
          <Button>Joindre l’acte</Button>
          <a href={officePaths.people(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </OfficesFrame>
  )
}

interface AsideProps {
  view: View
  agreement: Agreement
  act: AuthorityAct
  state: FormState
}

export function AuthorityAsidePage({ view, agreement, act, state }: AsideProps) {
  const { base } = view.network
  return (
    <OfficesFrame
      view={view}
      agreement={agreement}
      title="Mettre un acte de côté"
      intro={`${authorityName(act)}. L’acte restera lisible, mais ne comptera plus : la signature qui s’appuyait sur lui attendra un autre acte.`}
      problems={state.problems}
    >
      <Form action={officePaths.authorityAside(base, agreement.id, act.id)}>
        <Actions>
          <Button look="danger">Mettre l’acte de côté</Button>
          <a href={officePaths.people(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </OfficesFrame>
  )
}
