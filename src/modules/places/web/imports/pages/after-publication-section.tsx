import { Button } from '../../../../../ui/button.tsx'
import { Confirmation } from '../../../../../ui/confirmation.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import type { Import, ImportCounts } from '../../../domain/imports/import.ts'
import { paths } from '../../paths.ts'
import { importActPaths } from '../import-acts.paths.ts'
import { appliedSentence, publishedSomething } from '../import-wording.ts'
import { importQueuePaths } from '../queues.paths.ts'

/** What its publication did. */
export function Published({ base, counts }: { base: string; counts: ImportCounts }) {
  return (
    <Confirmation done={appliedSentence(counts)}>
      {publishedSomething(counts) && <a href={paths.places(base)}>Voir les lieux publiés</a>}
    </Confirmation>
  )
}

/** What is left to decide once it is published, and the way back. DIR-39. */
export function AfterPublication({ base, run, isLast }: { base: string; run: Import; isLast: boolean }) {
  const isUndone = run.undoneAt !== null
  const shown = { source: run.source }
  return (
    <section aria-labelledby="suites">
      <h2 id="suites">Suites</h2>
      {isUndone && (
        <Notice state="info" title="Cet import a été annulé">
          <p>
            Les champs que quelqu’un a modifiés depuis sont dans les{' '}
            <a href={importQueuePaths.proposals(base, shown)}>propositions</a>.
          </p>
        </Notice>
      )}
      {!isUndone && (
        <ul>
          {(run.counts?.held ?? 0) > 0 && (
            <li>
              <a href={importQueuePaths.held(base, shown)}>Décider des lignes en attente</a>
            </li>
          )}
          <li>
            <a href={importQueuePaths.proposals(base, shown)}>Propositions de cette source</a>
          </li>
          {(run.counts?.missing ?? 0) > 0 && (
            <li>
              <a href={importQueuePaths.missing(base, shown)}>Lieux que ce fichier ne donne plus</a>
            </li>
          )}
        </ul>
      )}
      {run.emptiedAt !== null ? null : isLast ? (
        <Form
          action={isUndone ? importActPaths.redo(base, run.id) : importActPaths.undo(base, run.id)}
          label={isUndone ? 'Rétablissement' : 'Annulation'}
        >
          <p>
            {isUndone
              ? 'Rétablir remet les lieux et les champs comme cet import les avait faits.'
              : 'Annuler retire les lieux que cet import a créés et rend leurs anciens champs aux autres. Ce que quelqu’un a modifié depuis reste.'}
          </p>
          <Actions>
            <Button look={isUndone ? 'plain' : 'danger'}>
              {isUndone ? 'Rétablir cet import' : 'Annuler cet import'}
            </Button>
          </Actions>
        </Form>
      ) : (
        <p>Un fichier plus récent de cette source est publié : cet import ne s’annule plus.</p>
      )}
    </section>
  )
}
