/** What the device keeps of the desk until it is sent. EQP-1303. */
export const STORES = { acts: 'acts' } as const

const VERSION = 3

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('maillage-guichet', VERSION)
    request.onupgradeneeded = () => {
      const { result } = request
      const names = result.objectStoreNames
      if (!names.contains(STORES.acts)) result.createObjectStore(STORES.acts, { keyPath: 'key' })
      // The day is kept with its page: it was here before.
      if (names.contains('paquets')) result.deleteObjectStore('paquets')
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** One transaction on one store; what it wrote is on the disk when the promise is kept. */
export async function inStore<T>(
  name: (typeof STORES)[keyof typeof STORES],
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const base = await open()
  return new Promise((resolve, reject) => {
    const transaction = base.transaction(name, mode)
    const request = work(transaction.objectStore(name))
    transaction.oncomplete = () => {
      base.close()
      resolve(request.result)
    }
    transaction.onerror = () => reject(transaction.error)
  })
}
