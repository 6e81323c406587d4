import { type Instant, secondsBetween } from '../../../../../kernel/instant.ts'
import type { Progress as ProgressFigures } from '../../../../../platform/jobs/progress.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatNumber, plural } from '../../../../../ui/french.ts'
import { Progress } from '../../../../../ui/progress.tsx'
import { type Import, stepOf } from '../../../domain/imports/import.ts'
import { paths } from '../../paths.ts'
import { importActPaths } from '../import-acts.paths.ts'
import { paceText } from '../import-wording.ts'

interface WaitingProps {
  base: string
  run: Import
  progress: ProgressFigures | null
  now: Instant
  mayStop: boolean
}

/** How far the work on an import is, while somebody looks. */
export function Waiting({ base, run, progress, now, mayStop }: WaitingProps) {
  const { done = 0, total = null, step = '' } = progress ?? {}
  const figures = total ? ` : ${plural(done, 'ligne', 'lignes')} sur ${formatNumber(total)} environ` : ''
  const pace = paceText({ done, total, seconds: secondsBetween(run.confirmedAt ?? run.createdAt, now) })
  return (
    <>
      <div data-island="client/progress">
        <Progress
          label={stepOf(run) === 'checking' ? 'Contrôle du fichier' : 'Publication des lieux'}
          done={Math.min(done, total ?? done)}
          total={total}
          sentence={`${step || 'Le travail va commencer'}${figures}.${pace}`}
          refreshHref={paths.import(base, run.id)}
        />
        <p>Vous pouvez quitter cette page : le travail continue, et son résultat vous attendra ici.</p>
      </div>
      {mayStop && (
        <Form action={importActPaths.stop(base, run.id)} label="Arrêt">
          <Actions>
            <Button look="quiet">Arrêter cet import</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}
