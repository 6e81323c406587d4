import type { FormState } from '../../../../../platform/http/form.ts'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { formatMoment } from '../../../../../ui/french.ts'
import { Tag } from '../../../../../ui/tag.tsx'
import { TextArea } from '../../../../../ui/text-field.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import {
  awaitsAnswer,
  type Remark,
  type TermProposal,
  type TextProposal,
} from '../../../domain/draft-remark.ts'
import type { Party } from '../../../domain/terms.ts'
import type { Negotiation, ThreadLine } from '../../../use-cases/drafting/negotiation.ts'
import { partyName } from '../../parties.ts'
import { reasonField } from '../negotiation.form.ts'
import { negotiationPaths } from '../negotiation-paths.ts'
import { remarkTag, termSentence } from '../negotiation-wording.ts'
import { Difference } from './difference.tsx'
import { Seen } from './negotiation-frame.tsx'

interface ThreadProps {
  view: View
  agreement: Agreement
  negotiation: Negotiation
  party: Party
  thread: readonly ThreadLine[]
  state: FormState
}

/** Everything said of a clause, the oldest first: nothing is taken out of it. */
export function ClauseThread({ thread, ...shown }: ThreadProps) {
  if (thread.length === 0) return <p>Personne n’a encore rien dit de cet article.</p>
  return (
    <>
      {thread.map((line) => (
        <article class="thread-line">
          <Line line={line} {...shown} />
        </article>
      ))}
    </>
  )
}

type LineProps = Omit<ThreadProps, 'thread'> & { line: ThreadLine }

function Line({ line: { remark, difference, isStale }, ...shown }: LineProps) {
  const { view, agreement, negotiation, party } = shown
  const { state, word } = remarkTag(remark, isStale)
  return (
    <>
      <p>
        <Tag state={state}>{word}</Tag> <strong>{author(remark, negotiation)}</strong>,{' '}
        {partyName(agreement, remark.party, view.network.headName)}, le {formatMoment(remark.writtenAt)}
      </p>
      {remark.kind === 'term' && <p>{termSentence(remark.term, remark.replaced, remark.proposed)}</p>}
      {remark.words !== '' && <p>{remark.words}</p>}
      {difference && <Difference {...difference} />}
      {remark.kind !== 'comment' && <Decision remark={remark} negotiation={negotiation} />}
      {awaitsAnswer(remark) && !negotiation.locked && (
        <Answers {...shown} remark={remark} isOwn={remark.party === party} isStale={isStale} />
      )}
    </>
  )
}

function author({ writtenBy }: Remark, { names }: Negotiation): string {
  return (writtenBy && names.get(writtenBy)) || 'Une personne'
}

function Decision({
  remark: { decision },
  negotiation,
}: {
  remark: TextProposal | TermProposal
  negotiation: Negotiation
}) {
  if (!decision) return null
  const { outcome, answer, decidedAt, decidedBy } = decision
  const who = (decidedBy && negotiation.names.get(decidedBy)) || 'une personne'
  const act = { accepted: 'Acceptée', refused: 'Refusée', withdrawn: 'Retirée' }[outcome]
  return (
    <p>
      {act} par {who}, le {formatMoment(decidedAt)}
      {answer && ` : « ${answer} »`}
      {!answer && '.'}
    </p>
  )
}

interface AnswersProps extends Omit<ThreadProps, 'thread' | 'party' | 'negotiation'> {
  remark: TextProposal | TermProposal
  isOwn: boolean
  isStale: boolean
}

/** The other party accepts or refuses; its own party takes it back. */
function Answers({ view, agreement, remark, isOwn, isStale, state }: AnswersProps) {
  const { base } = view.network
  const field = reasonField(remark.id)
  if (isOwn) {
    return (
      <Form action={negotiationPaths.withdrawal(base, agreement.id, remark.id)}>
        <Seen agreement={agreement} />
        <Button look="plain">Retirer cette proposition</Button>
      </Form>
    )
  }
  return (
    <>
      {!isStale && (
        <Form action={negotiationPaths.acceptance(base, agreement.id, remark.id)}>
          <Seen agreement={agreement} />
          <Button>Accepter cette proposition</Button>
        </Form>
      )}
      <Form action={negotiationPaths.refusal(base, agreement.id, remark.id)}>
        <Seen agreement={agreement} />
        <TextArea
          name={field}
          label="Pourquoi refuser ?"
          hint="Ces mots partent dans le fil, que lisent les deux parties."
          rows={2}
          value={String(state.values[field] ?? '')}
          error={problemOf(state.problems, field)}
        />
        <Button look="plain">Refuser cette proposition</Button>
      </Form>
    </>
  )
}
