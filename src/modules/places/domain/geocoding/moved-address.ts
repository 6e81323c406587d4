import { folded } from '../fold.ts'

/** The columns that say where a place is, in words. */
export interface AddressColumns {
  readonly address: string
  readonly postal_code: string | null
  readonly commune: string
  readonly insee_code: string | null
}

/** Another address, and not the same one written otherwise: « 12, Rue de la Paix » is « 12 rue de la paix ». DIR-55. */
export function isElsewhere(before: AddressColumns, after: AddressColumns): boolean {
  return wordsOf(before) !== wordsOf(after)
}

function wordsOf({ address, postal_code, commune, insee_code }: AddressColumns): string {
  return [folded(address), postal_code ?? '', folded(commune), insee_code ?? ''].join('|')
}
