/** What changed in the ways a person proves who they are. */
export type FactorChange =
  | 'code-added'
  | 'code-removed'
  | 'recovery-codes-renewed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'proconnect-linked'
  | 'proconnect-unlinked'
  | 'factors-reset'
