import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Radios } from '../../../../../ui/choice-field.tsx'
import { fieldsOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import type { CommitteeMeeting } from '../../../domain/committee-meetings.ts'
import type { Party } from '../../../domain/terms.ts'
import { dutyPaths } from '../../duties/duties.paths.ts'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { committeePaths } from '../committees.paths.ts'
import { committeeNames, minutesTag, motionTag, voteWords } from '../committees-wording.ts'

interface MeetingProps {
  view: View
  agreement: Agreement
  meeting: CommitteeMeeting
  attendees: string | null
  /** The parties whoever reads may answer for. */
  own: readonly Party[]
  mayManage: boolean
  state: FormState
}

/** One meeting: who was there, what was decided, and where its minutes stand for each party. */
export function MeetingPage({ view, agreement, meeting, attendees, own, mayManage, state }: MeetingProps) {
  const { base } = view.network
  const { act, versions, minutes } = meeting
  const tag = minutesTag(minutes, versions.length > 0)
  return (
    <Frame
      view={view}
      space="member"
      title={`${committeeNames[act.committee]} du ${formatDay(act.occurredOn)}`}
      kicker={`${agreement.reference} · ${agreement.partner.name}`}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
      problems={state.problems}
    >
      <p class="agreement-state">
        <Tag state={tag.state}>{tag.word}</Tag>
      </p>
      <SummaryList
        rows={[
          { term: 'Réunie le', value: <DayText day={act.occurredOn} /> },
          ...(attendees ? [{ term: 'Présents', value: <Lines text={attendees} /> }] : []),
        ]}
      />
      <Decisions view={view} agreement={agreement} meeting={meeting} mayManage={mayManage} />
      <Minutes view={view} agreement={agreement} meeting={meeting} mayManage={mayManage} />
      <Answer view={view} agreement={agreement} meeting={meeting} own={own} state={state} />
    </Frame>
  )
}

function Lines({ text }: { text: string }) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return <>{lines.flatMap((line, index) => (index === 0 ? [line] : [<br />, line]))}</>
}

type SectionProps = Pick<MeetingProps, 'view' | 'agreement' | 'meeting' | 'mayManage'>

function Decisions({ view, agreement, meeting, mayManage }: SectionProps) {
  const { base, headName } = view.network
  const hasRule = agreement.terms.committee?.decision !== undefined
  if (meeting.motions.length === 0 && !mayManage) return null
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">Décisions</h2>
      {meeting.motions.length === 0 && <p>Aucune décision n’est enregistrée.</p>}
      <ul class="rows">
        {meeting.motions.map(({ vote, state }) => {
          const tag = motionTag(state, hasRule)
          const ofParty = (party: Party) => vote.ballots.find((one) => one.party === party)?.vote ?? 'absent'
          return (
            <li>
              <p>
                <Tag state={tag.state}>{tag.word}</Tag> {vote.subject ?? 'Décision du comité'}
              </p>
              <p class="muted">
                {agreement.terms.parties
                  .map(
                    (party) =>
                      `${partyName(agreement, party, headName)} : ${voteWords[ofParty(party)].toLowerCase()}`,
                  )
                  .join(' ; ')}
              </p>
            </li>
          )
        })}
      </ul>
      {mayManage && (
        <ButtonLink look="plain" href={committeePaths.decision(base, agreement.id, meeting.act.id)}>
          Enregistrer une décision
        </ButtonLink>
      )}
    </section>
  )
}

function Minutes({ view, agreement, meeting, mayManage }: SectionProps) {
  const { base, headName } = view.network
  const { versions, reserves, minutes } = meeting
  const last = versions.at(-1)
  const missing = minutes?.missing.map((party) => partyName(agreement, party, headName)) ?? []
  return (
    <section aria-labelledby="compte-rendu">
      <h2 id="compte-rendu">Compte rendu</h2>
      {!last && <p>Le compte rendu n’est pas encore publié.</p>}
      {versions.map((file, index) => (
        <p>
          {file === last ? (
            <a href={dutyPaths.file(base, agreement.id, file.id)}>
              Télécharger la version {index + 1} ({file.name})
            </a>
          ) : (
            <a href={dutyPaths.file(base, agreement.id, file.id)}>Version {index + 1}, remplacée</a>
          )}
        </p>
      ))}
      {last && (
        <p class="muted">
          Empreinte de cette version : <code>{last.sha256.slice(0, 16)}</code>
        </p>
      )}
      {minutes?.validatedOn && last && (
        <p>
          Validé par toutes les parties le <DayText day={minutes.validatedOn} />.
        </p>
      )}
      {last && missing.length > 0 && <p>Validation attendue de {missing.join(' et ')}.</p>}
      {reserves.map(({ party, reason, occurredOn }) => (
        <p>
          <Tag state="warning">Réserve</Tag> {partyName(agreement, party, headName)}, le{' '}
          {formatDay(occurredOn)} : « {reason} »
        </p>
      ))}
      {mayManage && (
        <ButtonLink look="plain" href={committeePaths.minutes(base, agreement.id, meeting.act.id)}>
          {last ? 'Publier une nouvelle version' : 'Publier le compte rendu'}
        </ButtonLink>
      )}
    </section>
  )
}

/** Each party for itself, on the version it reads. AGR-64. */
function Answer({ view, agreement, meeting, own, state }: Omit<MeetingProps, 'attendees' | 'mayManage'>) {
  const { base } = view.network
  const last = meeting.versions.at(-1)
  const isAwaited = own.some((party) => meeting.minutes?.missing.includes(party))
  if (!last || !isAwaited) return null
  const field = fieldsOf(state)
  return (
    <section aria-labelledby="avis">
      <h2 id="avis">Votre réponse</h2>
      <Form action={committeePaths.answer(base, agreement.id, meeting.act.id)}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        <input type="hidden" name="version" value={last.sha256} />
        <Radios
          {...field('avis')}
          label="Au nom de votre structure"
          choices={[
            { value: 'validated', label: 'Je valide cette version du compte rendu' },
            {
              value: 'reserved',
              label: 'Je fais une réserve',
              hint: 'L’autre partie la lit et peut publier une nouvelle version.',
            },
          ]}
        />
        <TextArea {...field('reserve')} label="Ce qui doit changer" hint="Pour une réserve." optional />
        <Actions>
          <Button>Envoyer cette réponse</Button>
        </Actions>
      </Form>
    </section>
  )
}
