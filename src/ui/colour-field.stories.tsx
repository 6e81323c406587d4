import { Radios } from './choice-field.tsx'
import { ColourField, Swatches } from './colour-field.tsx'
import { PALETTES } from './palettes.ts'
import type { Story } from './story.ts'

export const stories: Story[] = [
  {
    name: 'Couleur',
    render: () => (
      <ColourField
        name="principale"
        label="Couleur principale, thème clair"
        hint="Liens et boutons."
        value="#0a5273"
      />
    ),
  },
  {
    name: 'Couleur en erreur',
    render: () => (
      <ColourField
        name="principale"
        label="Couleur principale"
        value="#dddddd"
        error="Contraste trop faible en clair : la couleur principale sur le fond de page, 1,3 pour 1 au lieu de 4,5."
      />
    ),
  },
  {
    name: 'Palettes',
    render: () => (
      <Radios
        name="couleurs"
        label="Couleurs"
        value="mer"
        choices={PALETTES.map(({ id, name, description, theme }) => ({
          value: id,
          label: (
            <>
              {name} <Swatches theme={theme} />
            </>
          ),
          hint: description,
        }))}
      />
    ),
  },
]
