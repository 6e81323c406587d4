import type { AgreementId } from '../../domain/agreement.ts'
import { boardPaths } from '../board/board.paths.ts'
import { WORKING_READING } from '../wording.ts'

/** The sentence that stands wherever a computed date is shown, and where the readings are told. AGR-3. */
export function ReadingNote({ base, agreement }: { base: string; agreement: AgreementId }) {
  return (
    <p class="muted">
      {WORKING_READING} <a href={boardPaths.readings(base, agreement)}>Voir les lectures retenues</a>
    </p>
  )
}
