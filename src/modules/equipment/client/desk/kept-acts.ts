/** An act that waits on the device, as its form would have sent it. */
export interface KeptAct {
  readonly key: string
  /** What its button says. */
  readonly label: string
  /** The hour of the device. */
  readonly made: string
  /** Grows from one act to the next: two may be done within one second. */
  readonly rank: number
  readonly action: string
  readonly fields: readonly (readonly [string, string])[]
  /** Why the server did not do it; empty while it waits. */
  readonly refusal: string
}

const STORE = 'acts'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('maillage-guichet', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const base = await open()
  return new Promise((resolve, reject) => {
    const transaction = base.transaction(STORE, mode)
    const request = work(transaction.objectStore(STORE))
    transaction.oncomplete = () => {
      base.close()
      resolve(request.result)
    }
    transaction.onerror = () => reject(transaction.error)
  })
}

export async function keep(act: KeptAct): Promise<void> {
  await inStore('readwrite', (store) => store.put(act))
}

export async function forget(key: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(key))
}

/** In the order in which they were done. */
export async function kept(): Promise<KeptAct[]> {
  const all: KeptAct[] = await inStore('readonly', (store) => store.getAll())
  return all.sort((one, other) => one.rank - other.rank)
}

/** Says so under the form, and lets it be sent no second time. */
export function told(form: HTMLFormElement, words: string): void {
  const line = document.createElement('p')
  line.setAttribute('role', 'status')
  line.textContent = words
  form.append(line)
}
