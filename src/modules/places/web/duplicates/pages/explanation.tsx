import { Tag } from '../../../../../ui/tag.tsx'
import type { Resemblance } from '../../../domain/duplicates/score.ts'
import { distanceText, explanationOf, FAR_METRES } from '../duplicates-wording.ts'

/** Why two places were brought together; a great distance stands out. DIR-43, DIR-44. */
export function Explanation({ why }: { why: Resemblance }) {
  const isFar = why.distance !== null && why.distance > FAR_METRES
  return (
    <>
      {explanationOf(why)}.
      {isFar && why.distance !== null && (
        <>
          {' '}
          <Tag state="danger">{`À ${distanceText(why.distance)}`}</Tag>
        </>
      )}
    </>
  )
}
