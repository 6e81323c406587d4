import type { Instant } from '../../../../../kernel/instant.ts'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatMoment } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import type { EditConflict } from '../../../domain/life/merge-edit.ts'
import type { Section, WrittenField } from '../../../domain/life/sections.ts'
import type { Place } from '../../../domain/place.ts'
import { HoursEditor } from '../../hours/hours-editor.tsx'
import { lifePaths as paths } from '../life.paths.ts'
import { SECTION_NAMES, SECTION_REASONS, valueText } from '../life-wording.ts'
import { keepName } from '../section.form.ts'
import { FIELDS, type FieldOfSection, fieldNamed } from '../section-fields.ts'
import { WrittenFieldControl } from './written-field.tsx'

export interface SectionProps {
  view: View
  place: Place
  section: Section
  state: FormState
  /** Fields that somebody else wrote while this form was typed. */
  conflicts: readonly EditConflict<WrittenField>[]
  /** When this was kept without being saved. */
  draftOf: Instant | null
  /** The head of the network reads again what a place is. */
  isChecked: boolean
}

/** One piece of the sheet, saved alone; each field says whom it serves. DIR-9, DIR-73. */
export function SectionPage(props: SectionProps) {
  const { view, place, section, state, conflicts, draftOf, isChecked } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={SECTION_NAMES[section]}
      kicker={place.name}
      intro={SECTION_REASONS[section]}
      breadcrumb={[
        { label: 'Mes lieux', href: paths.mine(base) },
        { label: place.name, href: paths.sheet(base, place.id) },
      ]}
      problems={state.problems}
    >
      {draftOf && conflicts.length === 0 && (
        <Notice state="info" title={`Votre brouillon du ${formatMoment(draftOf)} est repris ci-dessous.`}>
          <p>Personne d’autre ne le voit. Il est affiché au public une fois enregistré.</p>
        </Notice>
      )}
      {isChecked && (section === 'identity' || section === 'address') && (
        <Notice state="info" title="La tête du réseau relit le nom, l’identifiant et l’adresse.">
          <p>Ces changements s’affichent après son accord. Les autres, tout de suite.</p>
        </Notice>
      )}
      <Form action={paths.section(base, place.id, section)}>
        {/* The first button is the one that Enter presses. */}
        <button type="submit" class="visually-hidden" name="suite" value="enregistrer" tabindex={-1}>
          Enregistrer cette rubrique
        </button>
        <input type="hidden" name="lu" value={String(state.values.lu ?? '')} />
        {conflicts.length > 0 && <Conflicts conflicts={conflicts} />}
        {section === 'hours' ? (
          <HoursEditor state={state} today={view.today} button="suite" />
        ) : (
          FIELDS[section].map((field) => <WrittenFieldControl field={field} state={state} />)
        )}
        <Actions>
          <Button name="suite" value="enregistrer">
            Enregistrer cette rubrique
          </Button>
          <Button name="suite" value="brouillon" look="plain">
            Garder en brouillon
          </Button>
          <a href={paths.sheet(base, place.id)}>Revenir à la fiche</a>
        </Actions>
      </Form>
    </Frame>
  )
}

/** Both texts side by side, and whose is kept. DIR-9. */
function Conflicts({ conflicts }: { conflicts: readonly EditConflict<WrittenField>[] }) {
  return (
    <Notice
      state="warning"
      title="Quelqu’un a changé la même chose que vous, pendant que vous écriviez. Rien n’est enregistré."
      live
    >
      <p>Choisissez, champ par champ, ce qui doit rester, puis enregistrez.</p>
      {conflicts.flatMap((conflict) => {
        const field = fieldNamed(conflict.field)
        return field ? [<WhoseText field={field} conflict={conflict} />] : []
      })}
    </Notice>
  )
}

function WhoseText({ field, conflict }: { field: FieldOfSection; conflict: EditConflict<WrittenField> }) {
  const { theirs, mine, read } = conflict
  return (
    <Radios
      name={keepName(field)}
      label={field.label}
      hint={`Quand vous avez ouvert la page : ${valueText(field.field, read)}`}
      value="mien"
      choices={[
        { value: 'mien', label: `Ce que vous avez écrit : ${valueText(field.field, mine)}` },
        { value: 'enregistre', label: `Ce qui est enregistré : ${valueText(field.field, theirs)}` },
      ]}
    />
  )
}
