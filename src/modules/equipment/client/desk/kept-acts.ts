import { inStore, STORES } from './store.ts'

/** An act that waits on the device, as its form would have sent it, photos included. */
export interface KeptAct {
  readonly key: string
  /** Who did it: it is sent in nobody else's name. */
  readonly by: string
  /** What its button says. */
  readonly label: string
  /** The loan it is about, as the page named it. */
  readonly about: string
  /** The hour of the device. */
  readonly made: string
  /** Grows from one act to the next: two may be done within one second. */
  readonly rank: number
  readonly action: string
  readonly upload: boolean
  readonly fields: readonly (readonly [string, string | File])[]
  /** Why the server did not do it; empty while it waits. */
  readonly refusal: string
}

export async function keep(act: KeptAct): Promise<void> {
  await inStore(STORES.acts, 'readwrite', (store) => store.put(act))
}

export async function forget(key: string): Promise<void> {
  await inStore(STORES.acts, 'readwrite', (store) => store.delete(key))
}

/** In the order in which they were done. */
export async function kept(): Promise<KeptAct[]> {
  const all: KeptAct[] = await inStore(STORES.acts, 'readonly', (store) => store.getAll())
  return all.sort((one, other) => one.rank - other.rank)
}

/** The loan an act is about, by its address: what comes before it on the same loan is sent before it. */
export function loanOf({ action }: Pick<KeptAct, 'action'>): string {
  return /\/prets\/([^/]+)/.exec(action)?.[1] ?? action
}

/** Moves the loan on: the next act on it finds it one event later. */
export function movesOn({ action }: Pick<KeptAct, 'action'>): boolean {
  return /\/(preparation|remise|remise-en-rayon|retour|controle)$/.test(action)
}
