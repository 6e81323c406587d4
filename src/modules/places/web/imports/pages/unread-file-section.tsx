import { ButtonLink } from '../../../../../ui/button.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import type { Import } from '../../../domain/imports/import.ts'
import { paths } from '../../paths.ts'
import { Abandon } from './abandon-form.tsx'

/** A file that somebody must say how to read: what its columns are for, or, before that, where they are. DIR-28, DIR-29. */
export function ToSayHowToRead({ base, run, mayImport }: { base: string; run: Import; mayImport: boolean }) {
  const isTable = run.refusal === null
  return (
    <>
      {isTable ? (
        <Notice state="warning" title="Les colonnes de ce fichier ne sont pas celles du standard national">
          <p>Nous avons cherché à quoi elles servent. Vérifiez-le : le contrôle commencera ensuite.</p>
        </Notice>
      ) : (
        <Notice state="warning" title="Nous n’avons pas su lire ce fichier">
          <p>{run.refusal}</p>
          <p>
            Rien n’est perdu : regardez ses premières lignes et dites comment les lire. Aucun lieu n’a été
            changé.
          </p>
        </Notice>
      )}
      {mayImport && (
        <>
          <ButtonLink href={paths.importColumns(base, run.id)}>
            {isTable ? 'Vérifier les colonnes' : 'Dire comment lire ce fichier'}
          </ButtonLink>
          <Abandon base={base} run={run} />
        </>
      )}
    </>
  )
}

/** A file that nothing can be read of, and why. */
export function Unreadable({
  base,
  refusal,
  mayImport,
}: {
  base: string
  refusal: string
  mayImport: boolean
}) {
  return (
    <>
      <Notice state="danger" title="Ce fichier ne peut pas être importé">
        <p>{refusal}</p>
        <p>Aucun lieu n’a été changé.</p>
      </Notice>
      {mayImport && <ButtonLink href={paths.newImport(base)}>Importer un autre fichier</ButtonLink>}
    </>
  )
}
