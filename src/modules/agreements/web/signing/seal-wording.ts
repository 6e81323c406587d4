import { formatDay } from '../../../../ui/french.ts'
import type { SignatureAct } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'

/** Beside the seal in PDF readers. */
export function signatureReason({ capacity = '', occurredOn }: SignatureAct, proof: string): string {
  return `Signature électronique simple de ${capacity}, le ${formatDay(occurredOn)}. Preuve SHA-256 ${proof}`
}

/** `proofs`: the digest of each signature given here. */
export function finalReason({ acts }: Pick<Agreement, 'acts'>, proofs: readonly string[]): string {
  const others = acts.filter(({ type }) => type === 'signature').length - proofs.length
  const elsewhere = others > 0 ? ` Signatures données ailleurs : ${others}.` : ''
  return `Toutes les parties ont signé.${elsewhere} Preuves SHA-256 ${proofs.join(', ')}`
}

export function sealedFileName({ reference }: Pick<Agreement, 'reference'>, kind: string): string {
  return `convention-${reference}-${kind === 'final' ? 'signee' : 'en-cours-de-signature'}.pdf`
}

export const SEALS: Record<string, { word: string; sentence: string; state: 'positive' | 'warning' }> = {
  operator: {
    word: 'Scellé',
    sentence: 'Toute modification du fichier se voit dans un lecteur de PDF.',
    state: 'positive',
  },
  demonstration: {
    word: 'Scellé pour la démonstration',
    sentence:
      'Le certificat a été fabriqué par la démonstration elle-même : il montre comment le sceau se lit, et ne prouve rien.',
    state: 'warning',
  },
}

export const UNSEALED = {
  word: 'Non scellé',
  sentence: 'La plateforme n’a pas de certificat : le fichier est gardé avec son empreinte.',
  state: 'neutral',
} as const

export type SealKind = 'operator' | 'demonstration'

/** What becomes of the PDF once it is signed. */
export function sealSentence(seal: string | null): string {
  if (seal === 'operator')
    return 'Après chaque signature, la plateforme scelle le PDF : une modification se voit dans un lecteur de PDF.'
  if (seal === 'demonstration')
    return 'Après chaque signature, la plateforme scelle le PDF avec un certificat de démonstration, fabriqué par elle-même : il ne prouve rien à personne.'
  return 'Le PDF n’est pas scellé par la plateforme : la preuve est dans ces pages et dans l’empreinte du texte.'
}
