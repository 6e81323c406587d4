import type { Child } from 'hono/jsx'
import { Button } from '../../../../../ui/button.tsx'

interface PasskeyFormProps {
  ceremony: 'create' | 'get'
  /** What to sign is asked there. */
  options: string
  action: string
  next: string
  /** What the button does. */
  label: string
  look?: 'main' | 'plain'
  /** Fields above the button. */
  children?: Child
}

/** A form answered by a passkey. Without a script, or in a browser that has none, it says so and stays closed. */
export function PasskeyForm({ ceremony, options, action, next, label, look, children }: PasskeyFormProps) {
  return (
    <div data-island="identity/passkey" data-ceremony={ceremony} data-options={options}>
      <p data-without="">
        Une clé d’accès a besoin d’un navigateur récent où JavaScript est permis. Ce n’est pas le cas ici :
        les autres façons restent ouvertes.
      </p>
      <form class="form" method="post" action={action} hidden novalidate>
        {children}
        <input type="hidden" name="reponse" value="" />
        <input type="hidden" name="suite" value={next} />
        <Button look={look}>{label}</Button>
      </form>
    </div>
  )
}
