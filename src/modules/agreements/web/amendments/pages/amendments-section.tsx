import type { Child } from 'hono/jsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { Why } from '../../../../../ui/why.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import { amendmentName, type DraftedAmendment } from '../../../domain/amendment-draft.ts'
import type { AgreementState } from '../../../domain/state.ts'
import { documentPaths } from '../../documents/documents.paths.ts'
import { whySteps } from '../../explanation-wording.ts'
import { partyName } from '../../parties.ts'
import { amendmentPaths } from '../amendment.paths.ts'
import { amendmentTag, requestSentence } from '../amendment-wording.ts'

interface SectionProps {
  view: View
  agreement: Agreement
  state: AgreementState
  drafts: readonly DraftedAmendment[]
  mayManage: boolean
  mayAsk: boolean
}

/** The amendments of an agreement with their state, the requests for some, and the text as they leave it. */
export function AmendmentsSection({ view, agreement, state, drafts, mayManage, mayAsk }: SectionProps) {
  const { base } = view.network
  const { id } = agreement
  return (
    <section aria-labelledby="avenants">
      <h2 id="avenants">Avenants</h2>
      <Amendments view={view} agreement={agreement} state={state} drafts={drafts} />
      <Requests {...{ view, agreement, state, mayManage }} />
      <p>
        <a href={amendmentPaths.consolidated(base, id)}>Lire le texte consolidé à une date</a>
      </p>
      {mayManage && state.inForce && (
        <p>
          <ButtonLink look="plain" href={amendmentPaths.drafting(base, id)}>
            Préparer un avenant
          </ButtonLink>{' '}
          <ButtonLink look="plain" href={amendmentPaths.request(base, id)}>
            Enregistrer une demande d’avenant
          </ButtonLink>
        </p>
      )}
      {mayAsk && !mayManage && state.inForce && (
        <p>
          <ButtonLink look="plain" href={amendmentPaths.request(base, id)}>
            Demander un avenant
          </ButtonLink>
        </p>
      )}
    </section>
  )
}

function Amendments({ view, agreement, state, drafts }: Omit<SectionProps, 'mayManage' | 'mayAsk'>) {
  const { base } = view.network
  const rows = drafts.map((draft) => ({
    ...draft,
    signed: state.amendments.find(({ id }) => id === amendmentName(draft.number)) ?? null,
  }))
  return (
    <Table
      caption="Avenants de la convention"
      silentCaption
      empty={<p>Aucun avenant : le texte est celui qui a été signé.</p>}
      columns={[
        {
          label: 'Avenant',
          header: true,
          cell: ({ number, object }): Child => (
            <>
              <a href={amendmentPaths.amendment(base, agreement.id, number)}>Avenant n° {number}</a>, {object}
            </>
          ),
        },
        {
          label: 'État',
          cell: ({ signed }) => {
            const { state: shape, word } = amendmentTag[signed?.status ?? 'draft']
            return <Tag state={shape}>{word}</Tag>
          },
        },
        {
          label: 'Prise d’effet',
          cell: ({ signed }) =>
            signed?.effectiveOn ? formatDay(signed.effectiveOn) : 'après la dernière signature',
        },
      ]}
      rows={rows}
    />
  )
}

function Requests({ view, agreement, state, mayManage }: Omit<SectionProps, 'drafts' | 'mayAsk'>) {
  if (state.amendmentRequests.length === 0) return null
  return (
    <>
      <h3>Demandes d’avenant</h3>
      <ul>
        {state.amendmentRequests.map(({ name, from, arrivedOn, limit, inTime }) => {
          const act = agreement.acts.find((one) => one.id === name)
          const object = act?.type === 'amendment_requested' ? act.object : undefined
          const why = state.explanation.find(({ path }) => path === `amendmentRequests.${name}.limit`)
          return (
            <li>
              {inTime ? <Tag state="positive">À temps</Tag> : <Tag state="warning">Hors délai</Tag>}{' '}
              {partyName(agreement, from, view.network.headName)}
              {object && `, « ${object} »`}. {requestSentence(arrivedOn, limit, inTime)}
              {why && <Why about=": dernier jour utile" steps={whySteps(why, '')} />}
              {mayManage && (
                <p>
                  <a
                    href={documentPaths.prepare(view.network.base, agreement.id, {
                      objet: 'reponse-a-une-demande',
                      demande: name,
                    })}
                  >
                    Préparer l’accusé de réception
                  </a>
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
