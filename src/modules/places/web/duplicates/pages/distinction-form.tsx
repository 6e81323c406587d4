import type { FormState } from '../../../../../platform/http/form.ts'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { ReadPair } from '../../../use-cases/duplicates/read-pair.ts'
import { duplicatesPaths as paths } from '../duplicates.paths.ts'

/** « Ce ne sont pas les mêmes »: remembered for ever, unless one of the two moves or changes its number. DIR-46. */
export function DistinctionForm({ base, read, state }: { base: string; read: ReadPair; state: FormState }) {
  const [one, other] = [read.kept.sheet, read.duplicate.sheet]
  return (
    <section>
      <h2>Ce ne sont pas les mêmes</h2>
      <Form action={paths.distinction(base, one.id, other.id)}>
        <input type="hidden" name="vu_un" value={String(one.version)} />
        <input type="hidden" name="vu_autre" value={String(other.version)} />
        <TextField
          name="raison"
          label="Pourquoi"
          hint={'Par exemple : la bibliothèque et la mairie partagent l’adresse.'}
          value={String(state.values.raison ?? '')}
          error={problemOf(state.problems, 'raison')}
          optional
        />
        <p>
          Ces deux fiches ne vous seront plus proposées, même après un nouvel import, sauf si l’une change
          d’adresse ou de SIRET.
        </p>
        <Button look="plain">Distinguer ces deux lieux</Button>
      </Form>
    </section>
  )
}
