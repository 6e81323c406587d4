import { dayOf } from '../../../../../kernel/instant.ts'
import { Folded } from '../../../../../ui/folded.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { PublicChange } from '../../../data/place/public-history.queries.ts'
import { changeText } from '../place-wording.ts'

/** Which facts changed, when, and in which quality somebody said so. Never who, nor what they were. */
export function PlaceHistory({ history }: { history: readonly PublicChange[] }) {
  const told = history.flatMap((change) => {
    const text = changeText(change)
    return text === null ? [] : [{ on: dayOf(change.at), text }]
  })
  if (told.length === 0) return null
  return (
    <Folded title="Ce qui a changé sur cette fiche">
      <ul>
        {told.map(({ on, text }) => (
          <li>
            <DayText day={on} /> : {text.charAt(0).toLowerCase() + text.slice(1)}.
          </li>
        ))}
      </ul>
    </Folded>
  )
}
