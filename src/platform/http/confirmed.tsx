import { CONFIRMATION, confirmationOf, type FormState } from './form.ts'

/** In a form whose consequence is shown above: what makes sending it again a confirmation. */
export function Confirmed({ state }: { state: FormState }) {
  return <input type="hidden" name={CONFIRMATION} value={confirmationOf(state.values)} />
}
