import { Button, ButtonLink } from './button.tsx'
import { Actions, FieldGroup, Form } from './form.tsx'
import type { Story } from './story.ts'
import { TextField } from './text-field.tsx'

export const stories: Story[] = [
  {
    name: 'Groupe de champs',
    render: () => (
      <Form action="#lieu">
        <FieldGroup legend="Adresse">
          <TextField
            name="voie"
            label="Numéro et voie"
            autocomplete="address-line1"
            value="4, quai des Harengs"
          />
          <TextField
            name="code"
            label="Code postal"
            inputmode="numeric"
            autocomplete="postal-code"
            width="short"
          />
          <TextField name="commune" label="Commune" autocomplete="address-level2" width="medium" />
        </FieldGroup>
        <Actions>
          <Button>Enregistrer l’adresse</Button>
          <ButtonLink href="#lieu" look="quiet">
            Annuler
          </ButtonLink>
        </Actions>
      </Form>
    ),
  },
]
