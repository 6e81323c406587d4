import type { FormState } from '../../../../../platform/http/form.ts'
import { Radios, Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { InventorySheet } from '../../../data/catalogue/setup.store.ts'
import { calendarChoices, SHOWN_WORDS, ZONE_WORDS, ZONES } from '../managing-wording.ts'

/** What one says of an inventory, when it opens and later. */
export function SheetFields({ state, sheet }: { state: FormState; sheet: InventorySheet | null }) {
  const { values, problems } = state
  const value = (name: string, kept = '') => String(values[name] ?? kept)
  return (
    <>
      <TextField
        name="nom"
        label="Nom de l’inventaire"
        value={value('nom', sheet?.name)}
        error={problemOf(problems, 'nom')}
      />
      <TextField
        name="contact"
        label="À qui rendre un matériel trouvé"
        hint="Imprimé sur les étiquettes et montré à qui les lit : un service, une adresse."
        value={value('contact', sheet?.contact)}
        error={problemOf(problems, 'contact')}
      />
      <Select
        name="fuseau"
        label="Heure des guichets"
        choices={ZONES.map((zone) => ({ value: zone, label: ZONE_WORDS[zone] }))}
        value={value('fuseau', sheet?.timeZone ?? 'Europe/Paris')}
        error={problemOf(problems, 'fuseau')}
      />
      <Select
        name="feries"
        label="Jours fériés"
        choices={calendarChoices}
        value={value('feries', sheet?.holidayCalendar ?? 'metropole')}
        error={problemOf(problems, 'feries')}
      />
      <Radios
        name="montre"
        label="Le catalogue est montré"
        choices={Object.entries(SHOWN_WORDS).map(([key, label]) => ({ value: key, label }))}
        value={value('montre', sheet?.shownTo ?? 'members')}
        error={problemOf(problems, 'montre')}
      />
    </>
  )
}
