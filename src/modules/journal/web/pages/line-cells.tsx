import type { View } from '../../../../platform/http/page.tsx'
import type { JournalFamilies } from '../../../../platform/journal/families.ts'
import { formatMoment } from '../../../../ui/french.ts'
import type { Column } from '../../../../ui/table.tsx'
import type { NamedLine } from '../../use-cases/read-journal.ts'
import { fieldName } from '../field-wording.ts'
import { familyOf, sentenceOf } from '../line-wording.ts'
import { subjectHref } from '../subject-links.ts'

/** When it happened: what names a line. */
export const whenColumn: Column<NamedLine> = {
  label: 'Quand',
  header: true,
  cell: ({ at }) => <time datetime={at}>{formatMoment(at)}</time>,
}

/** Who, for whom, in which quality, and in whose place. */
export function Who({ line }: { line: NamedLine }) {
  const { person, organisation, impersonator, mandate } = line
  return (
    <>
      {person ?? (line.personId ? 'Personne effacée' : 'Le programme')}
      {organisation && <span class="line-more">pour {organisation}</span>}
      {mandate && <span class="line-more">{mandate}</span>}
      {line.impersonatorId && (
        <span class="line-more">
          Fait à sa place par <strong>{impersonator ?? 'une personne effacée'}</strong>
        </span>
      )}
    </>
  )
}

interface ActProps {
  view: Pick<View, 'network' | 'actor'>
  families: JournalFamilies
  line: NamedLine
}

/** What was done, with a link to what it was done to, and what changed. */
export function Act({ view, families, line }: ActProps) {
  const href = subjectHref(families, view.network.base, view.actor, line)
  const changes = Object.entries(line.changes)
  return (
    <>
      {sentenceOf(families, line.action)}
      {href && (
        <a class="line-more" href={href}>
          Voir<span class="visually-hidden"> : {familyOf(families, line.action)?.name}</span>
        </a>
      )}
      {changes.length > 0 && (
        <details>
          <summary>Ce qui a changé</summary>
          <table class="table">
            <caption class="visually-hidden">Ce qui a changé</caption>
            <thead>
              <tr>
                <th scope="col">Champ</th>
                <th scope="col">Avant</th>
                <th scope="col">Après</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(([field, [before, after]]) => (
                <tr>
                  <th scope="row">{fieldName(field)}</th>
                  <td data-label="Avant">{valueText(before)}</td>
                  <td data-label="Après">{valueText(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  )
}

function valueText(value: unknown): string {
  if (value === null || value === '') return 'vide'
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
