import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import { committeeMeetings, committeesOf } from '../../../domain/committee-meetings.ts'
import type { AgreementState } from '../../../domain/state.ts'
import { committeePaths } from '../committees.paths.ts'
import { committeeNames, minutesTag } from '../committees-wording.ts'

interface SectionProps {
  view: View
  agreement: Agreement
  state: AgreementState
  mayManage: boolean
}

/** The committees of an agreement: the meetings held, and where their minutes stand. */
export function CommitteesSection({ view, agreement, state, mayManage }: SectionProps) {
  const { base } = view.network
  const meetings = committeeMeetings(agreement.acts, state)
  if (committeesOf(state.termsInForce).length === 0 && meetings.length === 0) return null
  return (
    <section aria-labelledby="comites">
      <h2 id="comites">Comités</h2>
      <Table
        caption="Réunions tenues"
        silentCaption
        empty={<p>Aucune réunion n’est encore enregistrée.</p>}
        columns={[
          {
            label: 'Réunion',
            header: true,
            cell: ({ act }) => (
              <a href={committeePaths.meeting(base, agreement.id, act.id)}>
                {committeeNames[act.committee]} du {formatDay(act.occurredOn)}
              </a>
            ),
          },
          { label: 'Décisions', numeric: true, cell: ({ motions }) => String(motions.length) },
          {
            label: 'Compte rendu',
            cell: ({ minutes, versions }) => {
              const { state: shape, word } = minutesTag(minutes, versions.length > 0)
              return <Tag state={shape}>{word}</Tag>
            },
          },
        ]}
        rows={meetings}
      />
      {mayManage && (
        <ButtonLink look="plain" href={committeePaths.newMeeting(base, agreement.id)}>
          Enregistrer une réunion
        </ButtonLink>
      )}
    </section>
  )
}
