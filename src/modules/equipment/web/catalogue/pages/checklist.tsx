import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import type { ListedAccessory } from '../../../data/catalogue/unit-sheets.store.ts'

interface ChecklistProps {
  action: string
  accessories: readonly ListedAccessory[]
  mayChange: boolean
}

/** What goes along, in the order in which it is checked; each counted anew, put higher or taken away. EQP-106. */
export function Checklist({ action, accessories, mayChange }: ChecklistProps) {
  if (accessories.length === 0) return <p>Rien de plus n’est compté.</p>
  return (
    <ol>
      {accessories.map(({ id, label, expected, isCritical }, rank) => (
        <li>
          {expected} × {label}
          {isCritical && ' (indispensable)'}
          {mayChange && (
            <Form action={action}>
              <Actions>
                <input type="hidden" name="cible" value={id} />
                <input
                  class="input input-short"
                  name="nombre"
                  inputmode="numeric"
                  value={String(expected)}
                  aria-label={`Nombre attendu, ${label}`}
                />
                <Button look="plain" name="acte" value="compter">
                  Changer le nombre
                </Button>
                {rank > 0 && (
                  <Button look="quiet" name="acte" value="monter">
                    Monter
                  </Button>
                )}
                <Button look="quiet" name="acte" value="retirer">
                  Retirer
                </Button>
              </Actions>
            </Form>
          )}
        </li>
      ))}
    </ol>
  )
}
