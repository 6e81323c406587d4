import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { changesSomething, type Import, type ImportCounts } from '../../../domain/imports/import.ts'
import { paths } from '../../paths.ts'
import { decisionSentence, nothingToPublish, publishLabel } from '../import-wording.ts'
import { Abandon } from './abandon-form.tsx'

/** The head of the network has read the report: it publishes, looks at the columns again, or gives up. DIR-31. */
export function Decision({ base, run, counts }: { base: string; run: Import; counts: ImportCounts }) {
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">Votre décision</h2>
      {changesSomething(counts) ? (
        <Form action={paths.importPublication(base, run.id)} label="Publication">
          <p>{decisionSentence(counts)}</p>
          <Actions>
            <Button>{publishLabel(counts)}</Button>
          </Actions>
        </Form>
      ) : (
        <Notice state="info" title={nothingToPublish(counts)} />
      )}
      <OtherThanGoingOn base={base} run={run} />
    </section>
  )
}

/** Instead of going on with a file that was checked: change how it is read, or leave it. */
export function OtherThanGoingOn({ base, run }: { base: string; run: Import }) {
  return (
    <>
      {run.fileSha256 !== null && (
        <p>
          <a href={paths.importColumns(base, run.id)}>Revoir à quoi servent les colonnes</a>
        </p>
      )}
      <Abandon base={base} run={run} />
    </>
  )
}
