import { FileField } from './file-field.tsx'
import { Form } from './form.tsx'
import type { Story } from './story.ts'

export const stories: Story[] = [
  {
    name: 'À choisir',
    render: () => (
      <Form action="#import" upload>
        <FileField
          name="fichier"
          label="Fichier des lieux"
          hint="CSV ou JSON, 50 Mo au plus."
          accept=".csv,.json"
        />
      </Form>
    ),
  },
  {
    name: 'Déjà reçu, en erreur',
    render: () => (
      <Form action="#import" upload>
        <FileField
          name="scan"
          label="Convention signée"
          received="convention-valmer.pdf"
          error="Ce fichier est une image. Envoyez le document signé au format PDF."
        />
      </Form>
    ),
  },
]
