import { Notice } from '../../../../../ui/notice.tsx'
import { WrittenDocumentView } from '../../../../agreements/index.ts'
import type { DecisionLetter } from '../../../documents/decision-letter.ts'

/** A decision as its letter says it: the accessible reference of what the PDF prints. LAB-16. */
export function LetterView({ letter }: { letter: DecisionLetter }) {
  return <WrittenDocumentView document={letter} />
}

/** The letter as it would leave, before anything is written. */
export function LetterPreview({ letter }: { letter: DecisionLetter }) {
  return (
    <>
      <Notice state="warning" title="Rien n’est encore signé" live>
        <p>
          Voici la lettre telle qu’elle partira. Une fois signée, elle est scellée et son destinataire est
          prévenu par courriel.
        </p>
      </Notice>
      <LetterView letter={letter} />
    </>
  )
}
