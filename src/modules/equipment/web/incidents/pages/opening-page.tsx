import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { LineId, UnitId } from '../../../domain/equipment.ts'
import { OPENED_KINDS } from '../../../domain/incidents/incident.ts'
import { trail } from '../../managing/pages/trail.ts'
import { incidentPaths } from '../incidents.paths.ts'
import { KIND_HINTS, KIND_WORDS } from '../incidents-wording.ts'
import { FactFields, fieldOf, StopFields } from './incident-fields.tsx'

interface OpeningProps {
  view: View
  inventory: Inventory
  units: readonly { id: UnitId; name: string }[]
  /** The loan it happened in, when one is known. */
  loan: { id: LineId; borrower: string } | null
  state: FormState
  /** Loans to come that would make way: shown before it is done; null: not asked yet. */
  coming: number | null
}

/** A manager opens an incident, prefilled from what the desk noted. EQP-902. */
export function OpeningPage(props: OpeningProps) {
  const { view, inventory, units, loan, state, coming } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Ouvrir un incident"
      intro="Ce qui est arrivé, à quel exemplaire, et s’il peut encore être prêté."
      breadcrumb={[
        ...trail(base, inventory),
        { label: 'Incidents', href: incidentPaths.list(base, inventory.id) },
      ]}
      problems={state.problems}
    >
      <Form action={incidentPaths.opening(base, inventory.id)} upload>
        {coming !== null && <Consequence coming={coming} />}
        {coming !== null && <Confirmed state={state} />}
        <Select
          {...fieldOf(state, 'exemplaire')}
          label="Exemplaire"
          prompt="Choisissez un exemplaire"
          choices={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {loan && <input type="hidden" name="pret" value={loan.id} />}
        {loan && <p>Pendant le prêt de {loan.borrower}, qui lira cet incident.</p>}
        <Radios
          {...fieldOf(state, 'nature')}
          label="Nature"
          choices={OPENED_KINDS.map((kind) => ({
            value: kind,
            label: KIND_WORDS[kind],
            hint: KIND_HINTS[kind],
          }))}
        />
        <TextField
          {...fieldOf(state, 'piece')}
          label="Pièce concernée"
          hint="Rien : l’exemplaire entier."
          optional
        />
        <TextArea {...fieldOf(state, 'recit')} label="Ce qui a été constaté" rows={4} />
        <div class="journal-fields">
          <DateField {...fieldOf(state, 'constat')} label="Constaté le" />
          <TextField
            {...fieldOf(state, 'heure')}
            label="Heure"
            hint="Par exemple 14:30"
            optional
            width="short"
          />
        </div>
        <StopFields state={state} />
        <FactFields state={state} />
        <FileField
          name="photos"
          label="Photos"
          hint="JPEG, PNG ou WebP, 10 Mo au plus chacune. Évitez de photographier des personnes."
          accept="image/jpeg,image/png,image/webp"
          multiple
          optional
          error={problemOf(state.problems, 'photos')}
        />
        <Actions>
          <Button>{coming === null ? 'Ouvrir l’incident' : 'Confirmer l’ouverture'}</Button>
          <a href={incidentPaths.list(base, inventory.id)}>Annuler</a>
        </Actions>
      </Form>
    </Frame>
  )
}

/** What an act does to loans to come, before it is done. */
export function Consequence({ coming, isEnd = false }: { coming: number; isEnd?: boolean }) {
  return (
    <Notice
      state="warning"
      title={`${plural(coming, 'prêt accordé attend', 'prêts accordés attendent')} cet exemplaire`}
    >
      <p>
        {isEnd
          ? 'Un autre exemplaire du même modèle est donné à ceux pour qui il en reste un. Les autres sont annulés avec leurs rendez-vous, sans promesse de remplacement.'
          : 'Un autre exemplaire du même modèle est donné à ceux pour qui il en reste un. Les autres emprunteurs reçoivent une proposition et choisissent.'}{' '}
        S’il y a des photos ou des documents, joignez-les de nouveau avant de confirmer.
      </p>
    </Notice>
  )
}
