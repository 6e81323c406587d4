import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import { communicationFiles } from '../../../domain/communication-files.ts'
import type { AgreementState } from '../../../domain/state.ts'
import type { Party } from '../../../domain/terms.ts'
import { partyName } from '../../parties.ts'
import { communicationPaths } from '../communications.paths.ts'
import { communicationTag, kindWords } from '../communications-wording.ts'

interface SectionProps {
  view: View
  agreement: Agreement
  state: AgreementState
  own: readonly Party[]
}

/** What a party asked to tell the public, and the other's answer. */
export function CommunicationsSection({ view, agreement, state, own }: SectionProps) {
  const { base, headName } = view.network
  const files = communicationFiles(agreement.acts, state)
  if (files.length === 0 && (own.length === 0 || !state.inForce)) return null
  return (
    <section aria-labelledby="communication">
      <h2 id="communication">Communication</h2>
      <Table
        caption="Demandes de communication"
        silentCaption
        empty={
          <p>Aucune demande. Avant de communiquer sur la convention, demandez l’accord de l’autre partie.</p>
        }
        columns={[
          {
            label: 'Demande',
            header: true,
            cell: ({ act }) => (
              <a href={communicationPaths.communication(base, agreement.id, act.id)}>
                {kindWords[act.kind].label}, le {formatDay(act.occurredOn)}
              </a>
            ),
          },
          { label: 'Par', cell: ({ act }) => partyName(agreement, act.from, headName) },
          {
            label: 'Opération',
            cell: ({ act }) => (act.operationOn ? <DayText day={act.operationOn} /> : 'sans date'),
          },
          {
            label: 'État',
            cell: ({ state: { status } }) => {
              const { state: shape, word } = communicationTag[status]
              return <Tag state={shape}>{word}</Tag>
            },
          },
        ]}
        rows={files}
      />
      {own.length > 0 && state.inForce && (
        <ButtonLink look="plain" href={communicationPaths.request(base, agreement.id)}>
          Demander l’accord pour une communication
        </ButtonLink>
      )}
    </section>
  )
}
