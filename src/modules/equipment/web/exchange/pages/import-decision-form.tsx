import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { ImportRun } from '../../../domain/exchange/import.ts'
import { type ImportCounts, sumOf } from '../../../domain/exchange/judge.ts'
import { exchangePaths } from '../exchange.paths.ts'

interface DecisionProps {
  base: string
  inventory: Inventory
  run: ImportRun
  counts: ImportCounts
  state: FormState
}

/** How to write a checked file: everything or nothing, or the lines that are right. */
export function ImportDecisionForm({ base, inventory, run, counts, state }: DecisionProps) {
  const changes = sumOf(counts, 'created') + sumOf(counts, 'updated')
  const wrong = sumOf(counts, 'wrong')
  const { ecriture } = state.values
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">Votre décision</h2>
      {changes === 0 ? (
        <Notice
          state="info"
          title={
            wrong > 0
              ? 'Aucune ligne de ce fichier ne peut être écrite : corrigez-le, puis envoyez-le de nouveau.'
              : 'Ce fichier ne change rien à l’inventaire : il n’y a rien à écrire.'
          }
        />
      ) : (
        <Form action={exchangePaths.decision(base, inventory.id, run.id)} label="Écriture">
          <Radios
            name="ecriture"
            label="Comment écrire ce fichier ?"
            value={typeof ecriture === 'string' ? ecriture : wrong > 0 ? 'valid' : 'all'}
            error={problemOf(state.problems, 'ecriture')}
            choices={[
              {
                value: 'all',
                label: 'Tout ou rien',
                hint:
                  wrong > 0
                    ? `Rien ne sera écrit tant que ${plural(wrong, 'ligne est fausse', 'lignes sont fausses')}`
                    : 'Si quelqu’un change l’inventaire entre-temps, rien n’est écrit',
              },
              {
                value: 'valid',
                label: 'Les lignes justes seulement',
                hint: `${plural(changes, 'ligne sera écrite', 'lignes seront écrites')}, les autres restent de côté`,
              },
            ]}
          />
          <Actions>
            <Button>Écrire dans l’inventaire</Button>
          </Actions>
        </Form>
      )}
      <Form action={exchangePaths.abandon(base, inventory.id, run.id)} label="Abandon">
        <Actions>
          <Button look="quiet">Abandonner cet import</Button>
        </Actions>
      </Form>
    </section>
  )
}
