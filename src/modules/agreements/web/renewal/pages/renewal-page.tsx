import { Confirmed } from '../../../../../platform/http/confirmed.tsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { problemOf } from '../../../../../ui/error-summary.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, plural, relativeDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { TextField } from '../../../../../ui/text-field.tsx'
import type { Consequence } from '../../../domain/act-consequence.ts'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import type { OpenRenewal } from '../../../domain/open-renewal.ts'
import type { AgreementState } from '../../../domain/state.ts'
import { articleOf } from '../../../domain/terms.ts'
import type { SigningPower } from '../../../use-cases/signing/signing-powers.ts'
import { ActConsequence } from '../../pages/act-consequence.tsx'
import { ReadingNote } from '../../pages/reading-note.tsx'
import { partyName } from '../../parties.ts'
import { paths } from '../../paths.ts'
import { SignatoryFields } from '../../signing/pages/signatory-fields.tsx'
import { renewalPath } from '../renewal.paths.ts'

interface RenewalProps {
  view: View
  agreement: Agreement
  today: AgreementState
  /** The act that already has a signature. */
  open: OpenRenewal | null
  powers: readonly SigningPower[]
  /** What the signature would change, once it is filled: shown before anything is written. */
  consequence: Consequence | null
  state: FormState
}

export function RenewalPage(props: RenewalProps) {
  const { view, agreement, today, state } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title="Enregistrer la signature d’une reconduction"
      intro="La reconduction compte si toutes les parties signent la même durée, au plus tard le dernier jour de la convention."
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
      ]}
      problems={state.problems}
    >
      {today.termsInForce.renewal.mode === 'tacit' ? (
        <EmptyState
          title="Cette convention se reconduit d’elle-même"
          act={<ButtonLink href={paths.agreement(base, agreement.id)}>Revenir à la convention</ButtonLink>}
        >
          Aucun acte n’est à signer (art. {articleOf(today.termsInForce, 'renewal') ?? '…'}).
        </EmptyState>
      ) : (
        <RenewalForm {...props} />
      )}
    </Frame>
  )
}

function RenewalForm({ view, agreement, today, open, powers, consequence, state }: RenewalProps) {
  const { base, headName } = view.network
  return (
    <>
      <Deadline view={view} agreement={agreement} today={today} />
      {open && <Pending view={view} agreement={agreement} open={open} />}
      {consequence && <EffectOf view={view} agreement={agreement} consequence={consequence} />}
      <Form action={renewalPath(base, agreement.id)}>
        <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
        {consequence && <Confirmed state={state} />}
        <TextField
          name="duree"
          label="Durée de la reconduction"
          hint="La durée écrite dans l’acte."
          error={problemOf(state.problems, 'duree')}
          value={String(state.values.duree ?? open?.years ?? '')}
          inputmode="numeric"
          width="short"
          suffix="ans"
        />
        <SignatoryFields
          agreement={agreement}
          headName={headName}
          missing={open?.missing ?? agreement.terms.parties}
          powers={powers}
          state={state}
        />
        <Actions>
          <Button>{consequence ? 'Enregistrer la signature' : 'Voir ce que cela change'}</Button>
          <a href={paths.agreement(base, agreement.id)}>Annuler</a>
        </Actions>
      </Form>
    </>
  )
}

/** Until when everybody must have signed, or that it is too late. */
function Deadline({
  view,
  agreement,
  today: { lastDayInForce, status },
}: Pick<RenewalProps, 'view' | 'agreement' | 'today'>) {
  if (lastDayInForce === null) return null
  const day = formatDay(lastDayInForce)
  if (status === 'ended') {
    return (
      <Notice state="danger" title={`La convention a pris fin le ${day}`}>
        <p>
          Une signature datée d’après ce jour sera conservée sans effet : préparez plutôt une nouvelle
          convention.
        </p>
      </Notice>
    )
  }
  return (
    <>
      <p>
        Dernier jour pour signer : <strong>{day}</strong>, {relativeDay(lastDayInForce, view.today)}.
      </p>
      <ReadingNote base={view.network.base} agreement={agreement.id} />
    </>
  )
}

function Pending({ view, agreement, open }: { view: View; agreement: Agreement; open: OpenRenewal }) {
  const { headName } = view.network
  return (
    <Notice
      state="info"
      title={`Une reconduction de ${plural(open.years, 'an', 'ans')} attend des signatures`}
    >
      <ul>
        {open.signatures.map(({ party, occurredOn }) => (
          <li>
            Signée par {partyName(agreement, party, headName)} le {formatDay(occurredOn)}
          </li>
        ))}
        {open.missing.map((party) => (
          <li>Signature attendue : {partyName(agreement, party, headName)}</li>
        ))}
      </ul>
    </Notice>
  )
}

function EffectOf({
  view,
  agreement,
  consequence,
}: {
  view: View
  agreement: Agreement
  consequence: Consequence
}) {
  const { act, before, after, refused } = consequence
  if (act.type !== 'renewal_signed') return null
  const signed = new Set([
    act.party,
    ...agreement.acts.flatMap((one) =>
      one.type === 'renewal_signed' && one.renewal === act.renewal ? [one.party] : [],
    ),
  ])
  const missing = agreement.terms.parties.filter((party) => !signed.has(party))
  return (
    <ActConsequence base={view.network.base} agreement={agreement.id} consequence={consequence}>
      {missing.length > 0 && !refused && (
        <p>
          Il manquera encore la signature de{' '}
          {missing.map((party) => partyName(agreement, party, view.network.headName)).join(' et de ')}
          {before.lastDayInForce &&
            ` : sans elle, la convention prend fin le ${formatDay(before.lastDayInForce)}`}
          .
        </p>
      )}
      {refused === null && after.lastDayInForce !== before.lastDayInForce && (
        <p>La reconduction est complète : une nouvelle période suit le terme, sans interruption.</p>
      )}
      {refused === 'renewal_after_expiry' && (
        <p>Pour continuer ensemble, préparez une nouvelle convention : elle prendra effet à sa signature.</p>
      )}
    </ActConsequence>
  )
}
