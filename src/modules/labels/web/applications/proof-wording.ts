import type { DocumentRefusal } from '../../../../platform/files/kept-files.ts'

export const PROOF_HINT = 'PDF, JPEG, PNG, ODT, DOCX ou XLSX, 25\u00a0Mo au plus par fichier.'
export const PROOF_ACCEPT = '.pdf,.jpg,.jpeg,.png,.odt,.docx,.xlsx'

/** Around a form that takes files: what its island refuses before it is sent, below what the server reads at once. */
export const FILE_SIZES = {
  'data-island': 'labels/file-size',
  'data-one': String(25 * 1024 * 1024),
  'data-all': String(48 * 1024 * 1024),
}

/** Why a file is refused, by its name, and what to do. LAB-9, LAB-52. */
export const PROOF_REFUSALS: Readonly<Record<DocumentRefusal | 'photo-expected', (name: string) => string>> =
  {
    'document-too-large': (name) => `« ${name} » dépasse 25\u00a0Mo : choisissez un fichier plus léger.`,
    'document-unreadable': (name) =>
      `« ${name} » n’est pas, malgré son nom, un PDF, une image JPEG ou PNG, ni un document ODT, DOCX ou XLSX sans macros : choisissez un autre fichier.`,
    'document-locked': (name) =>
      `« ${name} » est protégé par un mot de passe : personne ne pourrait le relire. Enregistrez-le sans protection.`,
    'photo-expected': (name) => `« ${name} » n’est pas une photo : envoyez une image JPEG ou PNG.`,
  }
