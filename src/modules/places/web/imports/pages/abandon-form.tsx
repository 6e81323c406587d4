import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import type { Import } from '../../../domain/imports/import.ts'
import { paths } from '../../paths.ts'

/** Nothing will be published. */
export function Abandon({ base, run }: { base: string; run: Import }) {
  return (
    <Form action={paths.importAbandon(base, run.id)} label="Abandon">
      <Actions>
        <Button look="quiet">Abandonner cet import</Button>
      </Actions>
    </Form>
  )
}
