import { textDifference } from '../../../templates/text-difference.ts'
import { DifferenceText } from '../../templates/pages/difference-text.tsx'

/** What a text would become. */
export function Difference({ before, after }: { before: string; after: string }) {
  return <DifferenceText parts={textDifference(before, after)} />
}
