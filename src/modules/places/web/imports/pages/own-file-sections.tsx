import type { FormState, Problem } from '../../../../../platform/http/form.ts'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import { changesSomething, type Import, type ImportCounts, stepOf } from '../../../domain/imports/import.ts'
import { paths } from '../../paths.ts'
import { policy } from '../../policy.ts'
import { importActPaths } from '../import-acts.paths.ts'
import { publishLabel } from '../import-wording.ts'
import { Abandon } from './abandon-form.tsx'
import { OtherThanGoingOn } from './decision-section.tsx'

/** Whose file it is, and where it stands: for the organisation that sent it, and for who reads it. DIR-73. */
export function SentByOrganisation({ view, run }: { view: View; run: Import }) {
  const step = stepOf(run)
  const isOwn = opensTo(view, policy.submitFiles)
  if (step === 'returned')
    return (
      <Notice
        state="danger"
        title={isOwn ? 'La tête de réseau ne publie pas ce fichier' : 'Ce fichier a été refusé'}
      >
        {(run.returnedBecause ?? '').split(/\n+/).map((line) => (
          <p>{line}</p>
        ))}
        <p>Les lieux restent comme ils étaient.</p>
        {isOwn && (
          <p>
            <a href={paths.newImport(view.network.base)}>Envoyer le fichier corrigé</a>
          </p>
        )}
      </Notice>
    )
  if (isOwn && step === 'submitted')
    return (
      <>
        <Notice state="info" title="La tête de réseau relit votre fichier">
          <p>Rien n’est publié avant son accord. Vous recevrez un courriel.</p>
        </Notice>
        <Abandon base={view.network.base} run={run} />
      </>
    )
  return isOwn ? null : (
    <p>
      Envoyé par <strong>{run.organisation?.name}</strong>, pour ses lieux seulement.
    </p>
  )
}

/** The organisation has read its report: it sends the file to be read, and nothing is published yet. */
export function ToSubmit({ base, run, counts }: { base: string; run: Import; counts: ImportCounts }) {
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">Votre décision</h2>
      {changesSomething(counts) ? (
        <Form action={importActPaths.submission(base, run.id)} label="Envoi à la relecture">
          <p>
            La tête de réseau relira ce fichier, puis le publiera ou vous dira pourquoi elle ne le fait pas.
            D’ici là, rien ne change dans l’annuaire.
          </p>
          <Actions>
            <Button>Envoyer à la relecture</Button>
          </Actions>
        </Form>
      ) : (
        <Notice state="info" title={'Ce fichier n’apporte rien de nouveau : il n’y a rien à envoyer.'} />
      )}
      <OtherThanGoingOn base={base} run={run} />
    </section>
  )
}

/** The head of the network publishes the file of an organisation, or says why not. */
export function Review({
  base,
  run,
  counts,
  problems,
  values,
}: {
  base: string
  run: Import
  counts: ImportCounts
  problems: readonly Problem[]
  values: FormState['values']
}) {
  return (
    <>
      <section aria-labelledby="decision">
        <h2 id="decision">Votre décision</h2>
        <Form action={paths.importPublication(base, run.id)} label="Publication">
          <p>
            Les lieux créés seront tenus par {run.organisation?.name}. Les lignes refusées ne seront pas
            publiées ; vous déciderez ensuite de celles en attente.
          </p>
          <Actions>
            <Button>{publishLabel(counts)}</Button>
          </Actions>
        </Form>
      </section>
      <section aria-labelledby="refus">
        <h2 id="refus">Ou refuser ce fichier</h2>
        <Form action={importActPaths.refusal(base, run.id)} label="Refus">
          <TextArea
            name="motif"
            label="Motif du refus"
            hint={`${run.organisation?.name ?? 'L’organisation'} le lira.`}
            rows={3}
            value={String(values.motif ?? '')}
            error={problemOf(problems, 'motif')}
          />
          <Actions>
            <Button look="plain">Refuser ce fichier</Button>
          </Actions>
        </Form>
      </section>
    </>
  )
}
