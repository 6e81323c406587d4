import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox, Select } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { DateField, TextArea, TextField } from '../../../../../ui/text-field.tsx'
import type { UnitSheet } from '../../../data/catalogue/catalogue.queries.ts'
import type { UnitFile } from '../../../data/catalogue/unit-sheets.store.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import { managingPaths } from '../../managing/managing.paths.ts'
import { trail } from '../../managing/pages/trail.ts'
import { sheetPaths } from '../sheets.paths.ts'

interface UnitFileProps {
  view: View
  inventory: Inventory
  unit: UnitSheet
  file: UnitFile
  kits: readonly UnitSheet[]
  state: FormState
}

/** Its numbers, where it comes from, the kit it goes with. EQP-104, EQP-105. */
export function UnitFilePage({ view, inventory, unit, file, kits, state }: UnitFileProps) {
  const { base } = view.network
  const { values, problems } = state
  const here = managingPaths.unit(base, inventory.id, unit.id)
  const isTyped = Object.keys(values).length > 0
  const field = (name: string, kept: string | null) => ({
    name,
    value: String(values[name] ?? kept ?? ''),
    error: problemOf(problems, name),
  })
  const checked = (name: string, kept: boolean) => (isTyped ? values[name] === 'oui' : kept)
  const euros = file.acquisitionCents === null ? '' : String(file.acquisitionCents / 100).replace('.', ',')
  return (
    <Frame
      view={view}
      space="member"
      title="Fiche de l’exemplaire"
      kicker={unit.assetNumber}
      breadcrumb={[...trail(base, inventory), { label: unit.assetNumber, href: here }]}
      problems={problems}
    >
      <Form action={sheetPaths.unitFile(base, inventory.id, unit.id)}>
        <TextField {...field('numero', file.assetNumber)} label="Numéro d’inventaire" width="medium" />
        <TextField {...field('serie', file.serialNumber)} label="Numéro de série" optional width="medium" />
        <TextArea {...field('notes', file.notes)} label="Notes" optional rows={3} />
        <TextField {...field('financement', file.funding)} label="Financement" optional />
        <DateField
          {...field('acquis', file.acquiredOn?.split('-').reverse().join('/') ?? '')}
          label="Acquis le"
          optional
        />
        <TextField
          {...field('valeur', euros)}
          label="Valeur d’acquisition"
          width="short"
          suffix="€"
          optional
        />
        {!file.isKit && kits.length > 0 && (
          <>
            <Select
              {...field('partie_de', file.kitId)}
              label="Rangé dans une malle"
              optional
              prompt="Aucune"
              choices={kits.map(({ id, assetNumber }) => ({ value: id, label: assetNumber }))}
            />
            <Checkbox
              name="critique"
              label="La malle n’est pas prêtée sans lui"
              checked={checked('critique', file.isCritical)}
            />
            <Checkbox
              name="seul"
              label="Peut être prêté sans sa malle"
              checked={checked('seul', file.lentAlone)}
            />
          </>
        )}
        <Actions>
          <Button>Enregistrer la fiche</Button>
          <a href={here}>Revenir à l’exemplaire</a>
        </Actions>
      </Form>
    </Frame>
  )
}
