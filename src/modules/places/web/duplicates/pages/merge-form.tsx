import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { fieldId } from '../../../../../ui/field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import {
  type Choice,
  isList,
  type MergePart,
  mergeParts,
  partsToChoose,
  saysNothing,
  union,
} from '../../../domain/duplicates/merge.ts'
import type { Place } from '../../../domain/place.ts'
import type { ReadPair } from '../../../use-cases/duplicates/read-pair.ts'
import { choiceField } from '../duplicates.form.ts'
import { duplicatesPaths as paths } from '../duplicates.paths.ts'
import { partName, partText } from '../duplicates-wording.ts'
import { SaidAlike } from './said-alike.tsx'

interface MergeFormProps {
  base: string
  read: ReadPair
  state: FormState
}

/** Field by field, whose words remain; the most recently confirmed is proposed, and both lists. DIR-44. */
export function MergeForm({ base, read, state }: MergeFormProps) {
  const { values, problems } = state
  const [kept, duplicate] = [read.kept.sheet, read.duplicate.sheet]
  const parts = partsToChoose({ kept, duplicate })
  const alike = mergeParts.filter((part) => !parts.includes(part) && !saysNothing(part, kept))
  const chosen = (part: MergePart): string =>
    String(values[choiceField(part)] ?? read.choices[part] ?? 'kept')
  const cell = (choice: Choice) => (part: MergePart) => (
    <Option part={part} choice={choice} read={read} chosen={chosen(part)} />
  )
  return (
    <section>
      <h2>C’est le même lieu</h2>
      <Form action={paths.merge(base, kept.id, duplicate.id)}>
        <input type="hidden" name="gardee" value={kept.id} />
        <input type="hidden" name="vu_gardee" value={String(kept.version)} />
        <input type="hidden" name="vu_doublon" value={String(duplicate.version)} />
        <Table
          caption={'Ce que les deux fiches ne disent pas pareil : choisissez ce qui reste'}
          columns={[
            { label: 'Rubrique', header: true, cell: (part) => partName(part) },
            { label: 'Fiche gardée', cell: cell('kept') },
            { label: 'Doublon', cell: cell('duplicate') },
            { label: 'Les deux réunis', cell: cell('both') },
          ]}
          rows={parts}
          empty={<p>Les deux fiches disent la même chose.</p>}
        />
        {alike.length > 0 && (
          <SaidAlike rows={alike.map((part) => ({ term: partName(part), value: partText(part, kept) }))} />
        )}
        {read.commonLabels.length > 0 && (
          <Checkbox
            name="labels_vus"
            label={`J’ai vu que les deux fiches portent le même label : ${read.commonLabels.join(', ')}`}
            hint="Aucun des deux n’est perdu, et le public n’en verra qu’un. Pour mettre fin à l’un, passez par les labels."
            checked={values.labels_vus === 'oui'}
            error={problemOf(problems, 'labels_vus')}
          />
        )}
        <TextField
          name="motif"
          label="Motif"
          value={String(values.motif ?? '')}
          error={problemOf(problems, 'motif')}
          optional
        />
        <p>
          Le doublon quitte l’annuaire. Ses anciennes adresses mènent à la fiche gardée, qui porte aussi ses
          labels, ses conventions et ses rattachements. Vous pourrez annuler.
        </p>
        <Actions>
          <Button>Fusionner les deux fiches</Button>
          <a href={paths.queue(base)}>Revenir à la liste</a>
        </Actions>
      </Form>
    </section>
  )
}

interface OptionProps {
  part: MergePart
  choice: Choice
  read: ReadPair
  chosen: string
}

/** One way out of three; a list may be both, an address may not. */
function Option({ part, choice, read, chosen }: OptionProps) {
  const [kept, duplicate] = [read.kept.sheet, read.duplicate.sheet]
  if (choice === 'both' && !(isList(part, kept) && !saysNothing(part, kept) && !saysNothing(part, duplicate)))
    return null
  const id = `${fieldId(choiceField(part))}-${choice}`
  return (
    <div class="choice">
      <input
        id={id}
        type="radio"
        name={choiceField(part)}
        value={choice}
        checked={chosen === choice}
        aria-label={`${partName(part)} : ${SIDES[choice]}, ${textOf(part, choice, kept, duplicate) || 'rien'}`}
      />
      <label for={id}>{textOf(part, choice, kept, duplicate) || <span class="muted">Rien</span>}</label>
    </div>
  )
}

const SIDES: Readonly<Record<Choice, string>> = {
  kept: 'fiche gardée',
  duplicate: 'doublon',
  both: 'les deux réunis',
}

function textOf(part: MergePart, choice: Choice, kept: Place, duplicate: Place): string {
  if (choice !== 'both') return partText(part, choice === 'kept' ? kept : duplicate)
  const field = part as keyof Place
  return partText(part, { ...kept, [field]: union(kept[field], duplicate[field]) })
}
