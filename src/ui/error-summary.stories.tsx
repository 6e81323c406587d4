import { ErrorSummary } from './error-summary.tsx'
import type { Story } from './story.ts'
import { TextField } from './text-field.tsx'

const SIGNED = 'Indiquez la date écrite sur la convention, par exemple 17/06/2026.'

export const stories: Story[] = [
  {
    name: 'Un point',
    render: () => (
      <>
        <ErrorSummary problems={[{ field: 'signature', message: SIGNED }]} />
        <TextField name="signature" label="Date de signature" error={SIGNED} />
      </>
    ),
  },
  {
    name: 'Plusieurs points et un refus',
    render: () => (
      <>
        <ErrorSummary
          problems={[
            { field: null, message: 'Cette convention est déjà dénoncée depuis le 2 mars 2026.' },
            { field: 'signature', message: SIGNED },
          ]}
        />
        <TextField name="signature" label="Date de signature" error={SIGNED} />
      </>
    ),
  },
  {
    name: 'Rien à revoir',
    render: () => (
      <>
        <ErrorSummary problems={[]} />
        <p>Sans erreur, le résumé n’existe pas.</p>
      </>
    ),
  },
]
