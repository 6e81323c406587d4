import type { FormState } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../platform/http/page.tsx'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { formatDay, formatMoment } from '../../../../ui/french.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { type PlaceSummary, placePath } from '../../../places/index.ts'
import type { Copy } from '../../data/copies.store.ts'
import type { Note } from '../../data/notes.store.ts'
import { federationPaths as paths } from '../federation.paths.ts'
import { policy } from '../policy.ts'

interface CopyProps {
  view: View
  copy: Copy
  place: PlaceSummary
  notes: readonly Note[]
  state: FormState
}

/** A place of another network, with what we say beside it. */
export function CopyPage({ view, copy, place, notes, state: { values, problems } }: CopyProps) {
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={place.name}
      intro={'Cette fiche est tenue par un autre réseau : elle se corrige chez lui.'}
      breadcrumb={[{ label: 'Réseaux suivis', href: paths.home(base) }]}
      problems={problems}
    >
      <SummaryList
        rows={[
          { term: 'Sur notre carte', value: <a href={placePath(base, place.slug)}>Voir la fiche</a> },
          { term: 'Chez son réseau', value: <a href={copy.uri}>{copy.homeName}</a> },
          { term: 'Licence', value: copy.licence },
          { term: 'Passée par', value: copy.path.join(', puis ') },
          {
            term: 'Confirmée là-bas',
            value: copy.confirmedOn ? formatDay(copy.confirmedOn) : 'on ne le sait pas',
          },
        ]}
      />
      <h2>Nos notes</h2>
      {notes.length === 0 ? (
        <EmptyState title="Aucune note">
          Une note reste dans ce réseau : elle ne part jamais avec la fiche.
        </EmptyState>
      ) : (
        <ul>
          {notes.map(({ text, at }) => (
            <li>
              {text} <span class="muted">({formatMoment(at)})</span>
            </li>
          ))}
        </ul>
      )}
      {opensTo(view, policy.manage) && (
        <Form action={paths.copy(base, copy.placeId)}>
          <TextArea
            name="note"
            label="Ajouter une note"
            value={typeof values.note === 'string' ? values.note : ''}
            error={problemOf(problems, 'note')}
          />
          <Actions>
            <Button>Enregistrer la note</Button>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}
