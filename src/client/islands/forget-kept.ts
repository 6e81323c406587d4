/**
 * What the device keeps of somebody's pages is theirs: taken away where they sign out, and where nobody is signed in. Acts
 * that wait to be sent stay, since they are sent in no other name. EQP-1303.
 */
export async function enhance(element: HTMLElement): Promise<void> {
  element.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    event.preventDefault()
    void forgetKept().finally(() => form.submit())
  })
  if (element.dataset.when !== 'sent') await forgetKept()
}

export async function forgetKept(): Promise<void> {
  if (typeof caches === 'undefined') return
  for (const name of await caches.keys()) await caches.delete(name)
}
