import type { View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { Actions } from '../../../../../ui/form.tsx'
import { formatDay, relativeDay } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { DayText } from '../../../../../ui/time.tsx'
import { Why } from '../../../../../ui/why.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import {
  correspondence,
  purposeOf,
  type Sending,
  standingDenunciations,
} from '../../../domain/correspondence.ts'
import type { FormalNoticeState } from '../../../domain/notices.ts'
import type { AgreementState } from '../../../domain/state.ts'
import { documentPaths } from '../../documents/documents.paths.ts'
import { type LetterWord, wordOfLetter } from '../../documents/letter-wording.ts'
import { whySteps } from '../../explanation-wording.ts'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { rejectionSentences } from '../../reading-wording.ts'
import { channelWords, noticeTag, purposeWords } from '../letters-wording.ts'

interface LettersProps {
  view: View
  agreement: Agreement
  state: AgreementState
  /** The places of the annex. */
  places: readonly { id: string; name: string }[]
  mayManage: boolean
}

/** What the parties wrote to each other, with its days and its effect; and the formal notices, with their delay. */
export function LettersSection(props: LettersProps) {
  const { agreement, state } = props
  const sendings = correspondence(agreement, state)
  if (sendings.length === 0) return null
  const notices = sendings.filter(({ act }) => purposeOf(act) === 'formal_notice')
  return (
    <section aria-labelledby="courriers">
      <h2 id="courriers">Courriers</h2>
      {notices.map((sending) => (
        <FormalNoticeFacts {...props} sending={sending} />
      ))}
      <LettersTable {...props} sendings={sendings} />
    </section>
  )
}

function LettersTable({
  view,
  agreement,
  mayManage,
  sendings,
}: LettersProps & { sendings: readonly Sending[] }) {
  const { base, headName } = view.network
  return (
    <Table
      caption="Lettres et notifications enregistrées"
      columns={[
        {
          label: 'Courrier',
          header: true,
          cell: ({ act }) => purposeWords[purposeOf(act)],
        },
        { label: 'Envoyé par', cell: ({ act }) => partyName(agreement, act.from, headName) },
        { label: 'Envoi', cell: (sending) => <SentText sending={sending} /> },
        { label: 'Suivi', cell: (sending) => <TrackingText sending={sending} /> },
        { label: 'Effet', cell: (sending) => <EffectText sending={sending} /> },
        {
          label: 'Actes',
          silent: true,
          cell: (sending) => mayManage && <LetterAct base={base} agreement={agreement} sending={sending} />,
        },
      ]}
      rows={sendings}
    />
  )
}

function SentText({ sending: { act } }: { sending: Sending }) {
  const tracking = act.type === 'registered_letter_sent' ? act.tracking : undefined
  const channel = act.type === 'notice_sent' ? act.channel : 'notification'
  return (
    <>
      <DayText day={act.occurredOn} />
      {act.type === 'registered_letter_sent'
        ? ', lettre recommandée'
        : `, ${channelWords[channel] ?? channel}`}
      {tracking && ` n° ${tracking}`}
    </>
  )
}

function TrackingText({ sending: { letter } }: { sending: Sending }) {
  if (!letter) return <>Sans suivi postal</>
  const facts = [
    letter.presentedOn && `présentée le ${formatDay(letter.presentedOn)}`,
    letter.receivedOn && `remise le ${formatDay(letter.receivedOn)}`,
    letter.returnedOn && `retournée non réclamée le ${formatDay(letter.returnedOn)}`,
  ].filter(Boolean)
  return <>{facts.length === 0 ? 'Déposée, rien de plus' : facts.join(', ')}</>
}

function EffectText({ sending: { refused, isWithdrawn } }: { sending: Sending }) {
  if (isWithdrawn) return <>Retirée d’un commun accord</>
  if (refused) return <>Sans effet. {rejectionSentences[refused]}</>
  return <>Prise en compte</>
}

/** The one act that makes sense for this letter today. */
function LetterAct({ base, agreement, sending }: { base: string; agreement: Agreement; sending: Sending }) {
  const { letter, name, act, refused } = sending
  if (refused === 'wrong_channel') {
    const objet = rightLetter(purposeOf(act))
    return objet ? (
      <a href={documentPaths.prepare(base, agreement.id, { objet, d_apres: act.id })}>
        Préparer la lettre recommandée
      </a>
    ) : null
  }
  const isFollowed = letter && letter.receivedOn === null && letter.returnedOn === null
  return isFollowed ? <a href={paths.letterFact(base, agreement.id, name)}>Compléter le suivi</a> : null
}

/** What was sent by a channel that does not count is written again as the letter the article asks for. AGR-49. */
function rightLetter(purpose: ReturnType<typeof purposeOf>): LetterWord | null {
  return purpose === 'other' ? null : wordOfLetter(purpose)
}

function FormalNoticeFacts({ sending, ...props }: LettersProps & { sending: Sending }) {
  const { agreement, state, view, places, mayManage } = props
  const { act, name } = sending
  const notice = state.formalNotices.find(({ id }) => id === name)
  if (!notice) return null
  const tag = noticeTag[notice.status]
  const scope = 'scope' in act && act.scope === 'partial' ? (act.places ?? []) : []
  const names = scope.map((id) => places.find((place) => place.id === id)?.name ?? 'un lieu retiré')
  const grounds = act.type === 'termination_notified' ? undefined : act.grounds
  return (
    <article aria-label={`Mise en demeure du ${formatDay(act.occurredOn)}`}>
      <h3>Mise en demeure du {formatDay(act.occurredOn)}</h3>
      <p>
        <Tag state={tag.state}>{tag.word}</Tag>
      </p>
      <p>
        {partyName(agreement, act.from, view.network.headName)}
        {names.length > 0 ? ` vise certains lieux : ${names.join(', ')}.` : ' vise la convention entière.'}
      </p>
      {grounds && <blockquote>{grounds}</blockquote>}
      <CureText state={state} notice={notice} view={view} />
      {mayManage && <NoticeActs base={view.network.base} agreement={agreement} notice={notice} />}
    </article>
  )
}

function CureText({ state, notice, view }: { state: AgreementState; notice: FormalNoticeState; view: View }) {
  const { id, cureLastDay, cureLastDayIfShifted: shifted, terminationAvailableFrom, status } = notice
  if (!cureLastDay || !terminationAvailableFrom) return <p>Aucun délai ne court.</p>
  const why = state.explanation.find(({ path }) => path === `formalNotices.${id}.cureLastDay`)
  const isOpen = status === 'running' || status === 'termination_available'
  return (
    <>
      <p>
        Dernier jour pour réparer : <strong>{formatDay(cureLastDay)}</strong>,{' '}
        {relativeDay(cureLastDay, view.today)}
        {shifted && shifted !== cureLastDay && ` ; par prudence le ${formatDay(shifted)}, premier jour ouvré`}
        .
        {isOpen &&
          ` Résiliation possible à partir du ${formatDay(terminationAvailableFrom)}, jamais automatique.`}
      </p>
      {why && <Why about="ce jour" steps={whySteps(why, '')} />}
    </>
  )
}

function NoticeActs({
  base,
  agreement,
  notice,
}: {
  base: string
  agreement: Agreement
  notice: FormalNoticeState
}) {
  if (notice.status !== 'running' && notice.status !== 'termination_available') return null
  return (
    <Actions>
      <ButtonLink look="plain" href={paths.noticeOutcome(base, agreement.id, notice.id)}>
        Enregistrer la suite
      </ButtonLink>
      {notice.status === 'termination_available' && (
        <ButtonLink look="plain" href={paths.termination(base, agreement.id, notice.id)}>
          Enregistrer une résiliation
        </ButtonLink>
      )}
    </Actions>
  )
}

/** Among the acts of an agreement in force, those that stop it or take it back: only what its state allows. */
export function LeavingActs({
  base,
  agreement,
  state,
  today,
}: Omit<LettersProps, 'view' | 'places' | 'mayManage'> & { base: string; today: View['today'] }) {
  const { terms, id } = agreement
  const canWithdraw = state.inForce && standingDenunciations(agreement, today).length > 0
  const open = state.formalNotices.some(
    ({ status }) => status === 'running' || status === 'termination_available',
  )
  if (!state.inForce) return null
  return (
    <>
      {canWithdraw && (
        <ButtonLink look="plain" href={paths.withdrawal(base, id)}>
          Retirer la dénonciation
        </ButtonLink>
      )}{' '}
      {terms.formalNotice && (
        <ButtonLink look="plain" href={paths.formalNotice(base, id)}>
          Enregistrer une mise en demeure
        </ButtonLink>
      )}
      {!terms.formalNotice && (
        <p>
          Cette convention ne prévoit pas de résiliation.{' '}
          <a href={paths.formalNotice(base, id)}>Conserver une mise en demeure, sans effet</a>
        </p>
      )}
      {terms.formalNotice && open && (
        <p>
          <a href={paths.termination(base, id)}>Enregistrer une résiliation déjà envoyée</a>
        </p>
      )}
      {!terms.denunciation && (
        <p>
          <a href={paths.denunciation(base, id)}>Conserver un courrier de dénonciation, sans effet</a>
        </p>
      )}
    </>
  )
}
