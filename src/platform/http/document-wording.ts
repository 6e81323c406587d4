import type { DocumentRefusal } from '../files/kept-files.ts'
import type { Problem } from './form.ts'

/** Under the field of a document: what `readDocument` takes. */
export const DOCUMENT_HINT = 'PDF, PNG ou JPEG, 25 Mo au plus.'

/** Why a document is refused, and what to do. AGR-113. */
export const documentSentences: Record<DocumentRefusal, string> = {
  'document-too-large': 'Ce fichier dépasse 25 Mo : choisissez-en un plus léger.',
  'document-unreadable': 'Ce fichier n’est ni un PDF, ni une image PNG ou JPEG : choisissez-en un autre.',
  'document-locked':
    'Ce PDF est protégé par un mot de passe : personne ne pourrait le relire. Enregistrez-le sans protection.',
}

/** The same, for the refusals of a form whose document is sent as `field`. */
export function documentProblems(field: string): Record<DocumentRefusal, () => Problem> {
  return {
    'document-too-large': () => ({ field, message: documentSentences['document-too-large'] }),
    'document-unreadable': () => ({ field, message: documentSentences['document-unreadable'] }),
    'document-locked': () => ({ field, message: documentSentences['document-locked'] }),
  }
}
