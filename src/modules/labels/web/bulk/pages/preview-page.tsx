import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Checkboxes, Select } from '../../../../../ui/choice-field.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { ListUpload } from '../../../data/bulk/list-uploads.store.ts'
import type { MatchedLine } from '../../../domain/bulk/match-lines.ts'
import { bulkPaths } from '../bulk.paths.ts'
import { reasonOf } from '../bulk-wording.ts'

/** Beyond, the file is to be corrected rather than settled line by line. */
const SHOWN = 200

interface PreviewProps {
  view: View
  upload: ListUpload
  /** Names of the places the lines may mean. */
  nameOf: (place: string) => string
  state: FormState
}

/** What a file gives beside the directory, before any of it enters the list. LAB-19. */
export function PreviewPage({ view, upload, nameOf, state }: PreviewProps) {
  const { base } = view.network
  const { id, listId, lines, fileName, takenAt } = upload
  const of = (kind: MatchedLine['outcome']['kind']) => lines.filter(({ outcome }) => outcome.kind === kind)
  const [found, several, unknown, wrong] = [of('found'), of('several'), of('unknown'), of('wrong')]
  const others = lines.length - found.length
  return (
    <Frame
      view={view}
      space="member"
      title="Le tableau comparé à l’annuaire"
      intro={`${fileName}, ${plural(lines.length, 'ligne', 'lignes')}.`}
      breadcrumb={[
        { label: 'Lieux proposés par liste', href: bulkPaths.lists(base) },
        { label: 'La liste', href: bulkPaths.list(base, listId) },
      ]}
      problems={state.problems}
    >
      {takenAt && <Notice state="info" title="Les lignes de ce tableau ont déjà été reprises." />}
      <ul>
        <li>{plural(found.length, 'lieu trouvé', 'lieux trouvés')}</li>
        <li>{plural(several.length, 'ligne hésitante', 'lignes hésitantes')} : plusieurs lieux répondent</li>
        <li>{plural(unknown.length, 'lieu absent', 'lieux absents')} de l’annuaire</li>
        <li>{plural(wrong.length, 'ligne écartée', 'lignes écartées')}</li>
      </ul>
      {others > 0 && (
        <p>
          <a href={bulkPaths.wrongLines(base, listId, id)}>
            Télécharger les lignes à revoir, avec leur motif (CSV)
          </a>
        </p>
      )}
      {takenAt ? (
        <ButtonLink href={bulkPaths.list(base, listId)}>Revenir à la liste</ButtonLink>
      ) : (
        <Form action={bulkPaths.upload(base, listId, id)}>
          {several.slice(0, SHOWN).map(({ line, name, commune, outcome }) => (
            <Select
              name={`lieu_${line}`}
              label={`Ligne ${line} : ${[name, commune].filter(Boolean).join(', ')}`}
              hint="Plusieurs lieux de l’annuaire répondent."
              prompt="Laisser de côté"
              optional
              value={String(state.values[`lieu_${line}`] ?? '')}
              choices={
                outcome.kind === 'several'
                  ? outcome.places.map((place) => ({ value: place, label: nameOf(place) }))
                  : []
              }
            />
          ))}
          {unknown.length > 0 && (
            <Checkboxes
              name="creer"
              label="Créer ces lieux en brouillon dans l’annuaire"
              hint="Personne ne les voit avant que leur page soit complétée. Il leur faut un nom et une commune."
              optional
              values={[state.values.creer ?? []].flat()}
              choices={unknown
                .filter(({ name, commune }) => name !== '' && commune !== '')
                .slice(0, SHOWN)
                .map(({ line, name, commune }) => ({
                  value: String(line),
                  label: `${name}, ${commune} (ligne ${line})`,
                }))}
            />
          )}
          <Actions>
            <Button>Ajouter les bonnes lignes à la liste</Button>
            <a href={bulkPaths.list(base, listId)}>Ne rien reprendre</a>
          </Actions>
        </Form>
      )}
      <Table
        caption="Lignes écartées"
        columns={[
          { label: 'Ligne', numeric: true, cell: ({ line }) => String(line) },
          {
            label: 'Lieu',
            header: true,
            cell: ({ name, ref, commune }) => [name || ref, commune].filter(Boolean).join(', '),
          },
          { label: 'Motif', cell: (line) => reasonOf(line) },
        ]}
        rows={wrong.slice(0, SHOWN)}
        empty={<p>Aucune ligne n’est écartée.</p>}
      />
    </Frame>
  )
}
