/**
 * A form that a passkey answers: `data-ceremony` is `create` or `get`, `data-options` gives what to sign. The form
 * is hidden until the browser is known to be able; what the device signed is sent with it.
 */
export function enhance(element: HTMLElement): void {
  const form = element.querySelector('form')
  if (!form || !('PublicKeyCredential' in window)) return
  form.hidden = false
  for (const note of element.querySelectorAll<HTMLElement>('[data-without]')) note.hidden = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void answer(element, form)
  })
}

async function answer(element: HTMLElement, form: HTMLFormElement): Promise<void> {
  const button = form.querySelector('button')
  if (button) button.disabled = true
  say(form, '')
  try {
    const credential = await signedBy(element.dataset)
    const field = form.querySelector<HTMLInputElement>('[name="reponse"]')
    if (field) field.value = JSON.stringify(credential)
    form.submit()
  } catch (error) {
    if (button) button.disabled = false
    say(form, sentenceOf(error))
  }
}

async function signedBy({ ceremony, options: address = '' }: DOMStringMap): Promise<object> {
  const asked = await fetch(address, { headers: { accept: 'application/json' }, cache: 'no-store' })
  const options = await asked.json()
  if (!asked.ok) throw new Refused(options.message)
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    excludeCredentials: options.excludeCredentials?.map(named),
    allowCredentials: options.allowCredentials?.map(named),
    ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
  }
  const made =
    ceremony === 'create'
      ? await navigator.credentials.create({ publicKey })
      : await navigator.credentials.get({ publicKey })
  return written(made as PublicKeyCredential)
}

class Refused extends Error {}

const named = (key: { id: string }) => ({ ...key, id: bytes(key.id) })

/** A credential as JSON: older browsers do not write it themselves. */
function written(credential: PublicKeyCredential): object {
  const { id, rawId, type, response } = credential
  const answers = response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse
  return {
    id,
    rawId: text(rawId),
    type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      clientDataJSON: text(answers.clientDataJSON),
      attestationObject: answers.attestationObject && text(answers.attestationObject),
      authenticatorData: answers.signature && text(answers.authenticatorData),
      signature: answers.signature && text(answers.signature),
      userHandle: answers.userHandle ? text(answers.userHandle) : undefined,
      transports: answers.getTransports?.(),
    },
  }
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const base64 = base64url.replaceAll('-', '+').replaceAll('_', '/')
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

function text(buffer: ArrayBuffer): string {
  const base64 = btoa(String.fromCharCode(...new Uint8Array(buffer)))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function sentenceOf(error: unknown): string {
  if (error instanceof Refused) return error.message
  if (error instanceof DOMException && error.name === 'InvalidStateError')
    return 'Cet appareil a déjà une clé pour ce compte\u00a0: elle fonctionne.'
  return 'La clé n’a pas été utilisée. Recommencez, ou choisissez une autre façon.'
}

function say(form: HTMLFormElement, sentence: string): void {
  form.querySelector('[role="alert"]')?.remove()
  if (!sentence) return
  const place = document.createElement('p')
  place.className = 'field-error'
  place.setAttribute('role', 'alert')
  place.textContent = sentence
  form.append(place)
}
