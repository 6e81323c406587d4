import type { FormState } from '../../../../../platform/http/form.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Checkbox } from '../../../../../ui/choice-field.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { FileField } from '../../../../../ui/file-field.tsx'
import { Form } from '../../../../../ui/form.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import { shortFingerprint } from '../../../domain/signed-text.ts'
import type { Negotiation } from '../../../use-cases/drafting/negotiation.ts'
import { negotiationPaths } from '../negotiation-paths.ts'
import { Seen } from './negotiation-frame.tsx'

interface WordProps {
  view: View
  agreement: Agreement
  negotiation: Negotiation
  state: FormState
}

/** The draft taken to a text processor, and brought back as proposals. AGR-20. */
export function WordSection({ view, agreement, negotiation, state }: WordProps) {
  const { base } = view.network
  const { sharedAt, locked, fingerprint } = negotiation
  const problem = problemOf(state.problems, 'fichier')
  return (
    <section aria-labelledby="word">
      <h2 id="word">Travailler dans Word</h2>
      <p>
        <a href={negotiationPaths.word(base, agreement.id)}>Télécharger le projet (Word)</a>, version{' '}
        {shortFingerprint(fingerprint)}.
      </p>
      {sharedAt && !locked && (
        <Form action={`${negotiationPaths.wordBack(base, agreement.id)}#word`} upload>
          <Seen agreement={agreement} />
          <FileField
            name="fichier"
            label="Le fichier que vous avez modifié"
            hint="Document Word (.docx), 5 Mo au plus. Gardez les titres des articles. Chaque article changé devient une proposition ; le projet, lui, ne change pas."
            error={problem}
            accept=".docx"
          />
          {problem && (
            <Checkbox
              name="ancienne"
              label="Proposer même si le fichier part d’une version plus ancienne"
              checked={state.values.ancienne === 'oui'}
            />
          )}
          <Button look="plain">Proposer les changements du fichier</Button>
        </Form>
      )}
    </section>
  )
}
