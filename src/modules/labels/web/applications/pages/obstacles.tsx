import { Notice } from '../../../../../ui/notice.tsx'
import type { Obstacle } from '../../../domain/applications/eligibility.ts'
import { obstacleText } from '../application-wording.ts'

interface ObstaclesProps {
  obstacles: readonly Obstacle[]
  holder: 'place' | 'collectivite'
}

/** What stands between the file and its label, criterion by criterion. LAB-8. */
export function Obstacles({ obstacles, holder }: ObstaclesProps) {
  if (obstacles.length === 0) return null
  const isBlocked = obstacles.some(({ isBlocking }) => isBlocking)
  return (
    <Notice
      state="warning"
      title={
        isBlocked
          ? 'Cette candidature ne peut pas partir pour l’instant.'
          : 'Cette candidature peut partir, avec un motif.'
      }
    >
      <ul>
        {obstacles.map((one) => (
          <li>{obstacleText(one, holder)}</li>
        ))}
      </ul>
    </Notice>
  )
}
