import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { personOf } from '../../../../../platform/session/actor.ts'
import { Button } from '../../../../../ui/button.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatMoment } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import type { WaitingAct } from '../../../data/waiting-acts.store.ts'
import type { Consequence } from '../../../domain/act-consequence.ts'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import { type BindingLetter, letterOf } from '../../../use-cases/letters/confirm-waiting-act.ts'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { waitingPaths } from '../waiting.paths.ts'
import { waitingWords } from '../waiting-wording.ts'
import { ConsequenceNotice } from './dated-act-page.tsx'

interface WaitingActProps {
  view: View
  agreement: Agreement
  waiting: WaitingAct
  /** The name of who prepared it. */
  preparedBy: string
  consequence: Consequence | null
  places: readonly { id: string; name: string }[]
  state: FormState
}

/** What would run if this person confirmed it; whoever prepared it may only give it up. */
export function WaitingActPage(props: WaitingActProps) {
  const { view, agreement, waiting, preparedBy, consequence, places, state } = props
  const { base } = view.network
  const back = paths.agreement(base, agreement.id)
  const isOwn = personOf(view.actor)?.personId === waiting.preparedBy
  return (
    <Frame
      view={view}
      space="member"
      title={`${waitingWords[waiting.purpose]} à confirmer`}
      intro="Le réseau demande qu’une autre personne confirme cet acte. Rien ne court avant."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: back },
      ]}
      problems={state.problems}
    >
      <SummaryList
        rows={[...rowsOf(props), { term: 'Préparé par', value: preparedLine(preparedBy, waiting) }]}
      />
      {consequence && <ConsequenceNotice {...{ view, agreement, state, consequence, places }} />}
      {isOwn && (
        <Notice state="info" title="Une autre personne doit confirmer">
          <p>Vous avez préparé cet acte. Prévenez un autre chargé de mission du réseau.</p>
        </Notice>
      )}
      {!isOwn && consequence && (
        <Form action={waitingPaths.confirmation(base, agreement.id, waiting.id)}>
          <Seen agreement={agreement} />
          <Confirmed state={{ values: { vu: String(lastSeq(agreement)) }, problems: [] }} />
          <Actions>
            <Button look="danger">Confirmer cet acte</Button>
            <a href={back}>Revenir à la convention</a>
          </Actions>
        </Form>
      )}
      <Form action={waitingPaths.abandonment(base, agreement.id, waiting.id)}>
        <Seen agreement={agreement} />
        <Actions>
          <Button look="plain">Abandonner cet acte</Button>
        </Actions>
      </Form>
    </Frame>
  )
}

function Seen({ agreement }: { agreement: Agreement }) {
  return <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
}

function preparedLine(name: string, { preparedAt }: WaitingAct): string {
  return `${name || 'Un membre du réseau'}, le ${formatMoment(preparedAt)}`
}

function rowsOf({ agreement, waiting, view, places }: WaitingActProps) {
  const asked = letterOf(waiting)
  const { from, tracking } = asked.letter
  return [
    { term: 'De la part de', value: partyName(agreement, from, view.network.headName) },
    { term: 'Envoyé le', value: formatDay(sentOn(asked)) },
    ...(tracking ? [{ term: 'Numéro de suivi', value: tracking }] : []),
    ...(asked.purpose === 'formal_notice'
      ? [{ term: 'Ce qui est reproché', value: asked.letter.grounds }]
      : []),
    ...(asked.purpose === 'denunciation'
      ? []
      : [{ term: 'Étendue', value: scopeWords(asked.letter.scope.places, places) }]),
  ]
}

function sentOn({ purpose, letter }: BindingLetter) {
  return purpose === 'denunciation' ? letter.depositedOn : letter.sentOn
}

function scopeWords(scope: readonly string[], places: WaitingActProps['places']): string {
  if (scope.length === 0) return 'La convention entière'
  const names = new Map(places.map(({ id, name }) => [id, name]))
  return scope.map((place) => names.get(place) ?? 'un lieu retiré').join(' ; ')
}
