import { forget, type KeptAct, keep, kept, loanOf } from './kept-acts.ts'

/**
 * Sends what waits, the first done first, and returns how many were. An act the server refuses stays with its reason, and
 * those that follow it on the same loan wait for it; a network that goes again stops there, and nothing is lost: the key
 * makes a second sending harmless. EQP-1303, EQP-1305.
 */
export async function sendInOrder(by: string): Promise<number> {
  let sent = 0
  const stopped = new Set<string>()
  for (const act of (await kept()).filter((one) => one.by === by)) {
    if (act.refusal !== '' || stopped.has(loanOf(act))) {
      stopped.add(loanOf(act))
      continue
    }
    const answer = await post(act)
    if (!answer || answer.status >= 500 || isSignedOut(answer)) return sent
    if (answer.ok) {
      await forget(act.key)
      sent += 1
    } else {
      await keep({ ...act, refusal: await reasonOf(answer) })
      stopped.add(loanOf(act))
    }
  }
  return sent
}

async function post({ action, fields, key, upload }: KeptAct): Promise<Response | null> {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  const body = upload ? form : new URLSearchParams(texts(fields))
  try {
    return await fetch(action, { method: 'POST', body, headers: { 'idempotency-key': key } })
  } catch {
    return null
  }
}

function texts(fields: KeptAct['fields']): [string, string][] {
  return fields.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
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
