import type { FormState } from '../../../../../platform/http/form.ts'

/** In the form of an act that comes from a prepared letter: which one. */
export function PreparedLetterField({ state: { values } }: { state: FormState }) {
  const { preparee } = values
  return typeof preparee === 'string' && preparee !== '' ? (
    <input type="hidden" name="preparee" value={preparee} />
  ) : null
}
