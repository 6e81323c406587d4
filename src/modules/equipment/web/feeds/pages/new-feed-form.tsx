import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'

interface NewFeedProps {
  action: string
  desks: ReadonlyMap<string, string>
  state: FormState
}

/** What an address of those who lend follows. */
export function NewFeedForm({ action, desks, state: { values, problems } }: NewFeedProps) {
  const typed = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  return (
    <section>
      <h2>Créer une adresse</h2>
      <Form action={action}>
        <Radios
          name="quoi"
          label="Ce que l’agenda suit"
          value={typed('quoi')}
          error={problemOf(problems, 'quoi')}
          choices={[
            { value: 'inventaire', label: 'Tout l’inventaire' },
            ...[...desks].map(([value, name]) => ({ value, label: `Le guichet « ${name} »` })),
          ]}
          optional
        />
        <TextField
          name="numero"
          label="Ou le numéro d’un seul exemplaire"
          value={typed('numero')}
          error={problemOf(problems, 'numero')}
          width="short"
          optional
        />
        <Actions>
          <Button>Créer l’adresse</Button>
        </Actions>
      </Form>
    </section>
  )
}
