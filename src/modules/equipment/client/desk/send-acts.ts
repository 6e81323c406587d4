import { forget, type KeptAct, keep, kept } from './kept-acts.ts'

/**
 * Sends what waits, the first done first, and returns how many were. An act the server refuses stays, with its reason; a
 * network that goes again stops there, and nothing is lost: the key makes a second sending harmless. EQP-1303, EQP-1305.
 */
export async function sendInOrder(): Promise<number> {
  let sent = 0
  for (const act of await kept()) {
    if (act.refusal !== '') continue
    const answer = await post(act)
    if (!answer || answer.status >= 500 || isSignedOut(answer)) return sent
    if (answer.ok) {
      await forget(act.key)
      sent += 1
    } else await keep({ ...act, refusal: await reasonOf(answer) })
  }
  return sent
}

async function post({ action, fields, key }: KeptAct): Promise<Response | null> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
  try {
    return await fetch(action, { method: 'POST', body, headers: { 'idempotency-key': key } })
  } catch {
    return null
  }
}

/** Whoever is signed out is led to the sign-in page: nothing was done, and the act waits. */
function isSignedOut(answer: Response): boolean {
  return answer.redirected && new URL(answer.url).pathname.endsWith('/connexion')
}

/** The page of the refusal says it in its summary. */
async function reasonOf(answer: Response): Promise<string> {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  return (
    page.querySelector('.error-summary li')?.textContent?.trim() ?? 'le serveur n’a pas accepté cet envoi.'
  )
}
