import { dayOf } from '../../../../../kernel/instant.ts'
import { formatDay } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { CompletionRequest } from '../../../data/instruction/completions.store.ts'
import { STATE_WORDS } from '../../applications/application-wording.ts'
import { instructionPaths as paths } from '../instruction.paths.ts'
import { MARK_WORDS } from '../instruction-wording.ts'
import type { FilePageView } from './file-page.tsx'

/** What was asked, item by item, and what was answered. LAB-10. */
export function RequestsSection({ about, requests }: FilePageView) {
  const { view, file } = about
  const titles = new Map(file.version.content.criteria.map(({ code, title }) => [code, title]))
  return (
    <section>
      <h2>Demandes de compléments</h2>
      {requests.map((request) => (
        <Table
          caption={requestTitle(request)}
          columns={[
            { label: 'Critère', header: true, cell: ({ code }) => titles.get(code) ?? code },
            {
              label: 'Demandé',
              cell: ({ mark, message }) => (
                <>
                  <Tag state={MARK_WORDS[mark].state}>{MARK_WORDS[mark].word}</Tag> {message}
                </>
              ),
            },
            {
              label: 'Réponse',
              cell: ({ answer, fileId }) =>
                request.answeredOn === null ? (
                  'en attente'
                ) : (
                  <>
                    {answer}{' '}
                    {fileId && (
                      <a href={paths.document(view.network.base, file.id, fileId)}>Télécharger le document</a>
                    )}
                  </>
                ),
            },
          ]}
          rows={request.items}
        />
      ))}
    </section>
  )
}

function requestTitle({ rank, askedOn, answeredOn, dueOn, lateReason }: CompletionRequest): string {
  const answered = answeredOn
    ? `répondue le ${formatDay(answeredOn)}`
    : `attendue pour le ${formatDay(dueOn)}`
  const late = lateReason ? ` Demandé seulement alors : ${lateReason}` : ''
  return `Demande ${rank} du ${formatDay(askedOn)}, ${answered}.${late}`
}

/** What happened to a file, and who did it. */
export function StorySection({ events, routings, people }: FilePageView) {
  const lines = [
    ...events.map(({ to, at, reason, by }) => ({ at, what: STATE_WORDS[to].word, reason, by })),
    ...routings.map(({ at, reason, by, groupId, personId }) => ({
      at,
      what: personId
        ? `Confié à ${people.get(personId) ?? ''}`
        : groupId
          ? 'Envoyé à un groupe'
          : 'Chez la tête de réseau',
      reason,
      by,
    })),
  ].toSorted((one, other) => (one.at < other.at ? -1 : 1))
  return (
    <Table
      caption="Histoire du dossier"
      columns={[
        { label: 'Quoi', header: true, cell: ({ what }) => what },
        { label: 'Quand', cell: ({ at }) => formatDay(dayOf(at)) },
        { label: 'Par', cell: ({ by }) => (by ? (people.get(by) ?? '') : 'la plateforme') },
        { label: 'Motif', cell: ({ reason }) => reason },
      ]}
      rows={lines}
    />
  )
}
