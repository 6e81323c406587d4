import type { Id } from '../../../../../kernel/id.ts'
import { dayOf } from '../../../../../kernel/instant.ts'
import type { Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { Confirmation } from '../../../../../ui/confirmation.tsx'
import { LinkList } from '../../../../../ui/link-list.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { ApplicationEvent } from '../../../data/applications/applications.queries.ts'
import { type ApplicationState, mayFollow } from '../../../domain/applications/application.ts'
import type { ApplicationFile } from '../../../use-cases/applications/application-file.ts'
import { decisionPaths } from '../../decisions/decisions.paths.ts'
import { instructionPaths } from '../../instruction/instruction.paths.ts'
import { juryPaths } from '../../jury/jury.paths.ts'
import { STATE_WORDS } from '../application-wording.ts'
import { applicationPaths as paths } from '../applications.paths.ts'

interface SentProps {
  view: View
  file: ApplicationFile
  events: readonly ApplicationEvent[]
  problems: readonly Problem[]
  /** What was decided, once it may be told. */
  decision: Id<'decision'> | null
}

/** What was sent: its receipt, where it stands, what comes next. LAB-14. */
export function SentPage({ view, file, events, problems, decision }: SentProps) {
  const { base, headName } = view.network
  const { application, version, reference, holderName } = file
  const { state, id } = application
  return (
    <Frame
      view={view}
      space="member"
      title={`Candidature : ${version.scheme.name}`}
      kicker={reference ? `${holderName}, ${reference}` : holderName}
      breadcrumb={[{ label: 'Candidatures', href: paths.list(base) }]}
      problems={problems}
      act={
        state === 'incomplete' && (
          <ButtonLink href={instructionPaths.ownCompletion(base, id)}>Compléter le dossier</ButtonLink>
        )
      }
    >
      {state === 'submitted' ? (
        <Confirmation done="Votre candidature est envoyée." reference={reference && `Récépissé ${reference}`}>
          <p>{nextOf(state, headName)}</p>
        </Confirmation>
      ) : (
        <p>
          <Tag state={STATE_WORDS[state].state}>{STATE_WORDS[state].word}</Tag> {nextOf(state, headName)}
        </p>
      )}
      {events.length > 0 && (
        <Table
          caption="Ce qui est arrivé à ce dossier"
          rows={events}
          columns={[
            { label: 'Étape', header: true, cell: ({ to }) => STATE_WORDS[to].word },
            { label: 'Le', cell: ({ at }) => <DayText day={dayOf(at)} /> },
            ...(events.some(({ reason }) => reason)
              ? [{ label: 'Motif', cell: ({ reason }: ApplicationEvent) => reason || '—' }]
              : []),
          ]}
        />
      )}
      <LinkList
        items={[
          { label: 'Lire ce qui a été envoyé', href: paths.reading(base, id) },
          ...(decision ? [{ label: 'Lire la décision', href: decisionPaths.decision(base, decision) }] : []),
          ...(decision && application.editionId
            ? [
                {
                  label: 'Se comparer',
                  href: juryPaths.comparison(base, id),
                  hint: 'Vos résultats, à côté de ceux des collectivités semblables.',
                },
              ]
            : []),
          ...(application.submittedAt
            ? [
                { label: 'Compléments demandés', href: instructionPaths.ownCompletion(base, id) },
                {
                  label: application.holder.kind === 'place' ? 'Visites et avis' : 'Avis d’experts',
                  href: instructionPaths.ownVisits(base, id),
                },
              ]
            : []),
          ...(mayFollow(state, 'withdrawn')
            ? [{ label: 'Retirer cette candidature', href: paths.withdrawal(base, id) }]
            : []),
        ]}
      />
    </Frame>
  )
}

const NEXT: Readonly<Record<ApplicationState, (head: string) => string>> = {
  draft: () => '',
  submitted: (head) =>
    `${head} vérifie qu’elle est complète. S’il manque une pièce, vous recevrez un courriel.`,
  incomplete: () => 'Des compléments vous sont demandés : le délai s’est arrêté jusqu’à votre réponse.',
  under_instruction: (head) => `${head} examine votre dossier. Rien ne vous est demandé pour l’instant.`,
  proposed: () => 'L’examen est terminé : la décision est en préparation.',
  decided: () => 'La décision est prise : elle vous est notifiée à part.',
  withdrawn: () => 'Votre structure a retiré ce dossier. Vous pouvez en préparer un autre.',
  not_followed_up: () =>
    'Ce dossier a été classé faute de réponse. Le motif est ci-dessous ; vous pouvez en préparer un autre.',
}

function nextOf(state: ApplicationState, head: string): string {
  return NEXT[state](head)
}
