import type { Child } from 'hono/jsx'
import type { Day } from '../../../../../kernel/day.ts'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { EmptyState } from '../../../../../ui/empty-state.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { StoredDelegation } from '../../../data/organisations/delegations.store.ts'
import type { StoredMandate } from '../../../data/organisations/mandates.store.ts'
import { heldUnder, type Moment, momentOf, type Power } from '../../../domain/organisations/capacity.ts'
import type { Organisation } from '../../../domain/organisations/organisation.ts'
import { actNames, daysOf, momentTag, subjectNames } from '../mandate-wording.ts'
import { paths } from '../organisation-paths.ts'

export interface MandatesSectionProps {
  base: string
  organisation: Organisation
  mandates: readonly StoredMandate[]
  delegations: readonly StoredDelegation[]
  today: Day
  mayKeep: boolean
}

const ORDER: readonly Moment[] = ['in-force', 'to-come', 'past', 'withdrawn']

/** Who may bind the organisation: today, then to come, then before, then by mistake. */
export function MandatesSection(props: MandatesSectionProps) {
  const { base, organisation, mandates, today, mayKeep } = props
  const inOrder = mandates.toSorted(
    (one, other) => ORDER.indexOf(momentOf(one, today)) - ORDER.indexOf(momentOf(other, today)),
  )
  const representatives = mandates.filter(
    (one) => one.isLegalRepresentative && momentOf(one, today) === 'in-force',
  )
  return (
    <section id="mandats" aria-labelledby="mandats-titre">
      <h2 id="mandats-titre">Qui peut signer</h2>
      {representatives.length > 1 && (
        <Notice state="warning" title="Plusieurs représentants légaux le même jour">
          <p>
            {representatives.map(({ holderName }) => holderName).join(' et ')} : si l’un a pris la suite de
            l’autre, enregistrez la fin du premier mandat.
          </p>
        </Notice>
      )}
      {mandates.length === 0 ? (
        <EmptyState title="Aucun mandat pour le moment">
          <p>
            Un mandat dit qui représente la structure, en quelle qualité, par quel acte et jusqu’à quand. Les
            signatures le citent.
          </p>
        </EmptyState>
      ) : (
        <ul class="rows">
          {inOrder.map((mandate) => (
            <MandateItem {...props} mandate={mandate} />
          ))}
        </ul>
      )}
      {mayKeep && (
        <ButtonLink href={paths.newMandate(base, organisation.id)} look="plain">
          Enregistrer un mandat
        </ButtonLink>
      )}
    </section>
  )
}

/** The mandate, then what its holder lets others sign. */
function MandateItem(props: MandatesSectionProps & { mandate: StoredMandate }) {
  const { base, organisation, mandate, delegations, today, mayKeep } = props
  const { id } = organisation
  return (
    <>
      <li>
        <PowerText
          power={mandate}
          moment={momentOf(mandate, today)}
          more={mandate.isLegalRepresentative ? 'représentant légal' : ''}
          act={[actNames[mandate.actKind], mandate.actReference].filter(Boolean).join(' ')}
          document={mandate.documentId && paths.mandate(base, id, mandate.id, 'document')}
        />
        {mayKeep && !mandate.withdrawn && (
          <PowerActs
            moment={momentOf(mandate, today)}
            about={`le mandat de ${mandate.holderName}`}
            end={paths.mandate(base, id, mandate.id, 'fin')}
            withdrawal={paths.mandate(base, id, mandate.id, 'retrait')}
          >
            <a href={paths.newDelegation(base, id, mandate.id)}>
              Enregistrer une délégation<span class="visually-hidden"> de {mandate.holderName}</span>
            </a>
          </PowerActs>
        )}
      </li>
      {delegations
        .filter(({ mandateId }) => mandateId === mandate.id)
        .map((delegation) => (
          <DelegationItem {...props} delegation={delegation} />
        ))}
    </>
  )
}

function DelegationItem(
  props: MandatesSectionProps & { mandate: StoredMandate; delegation: StoredDelegation },
) {
  const { base, organisation, mandate, delegation, today, mayKeep } = props
  const { id } = organisation
  const moment = momentOf(heldUnder(mandate, delegation), today)
  const about = delegation.subjects.map((one) => subjectNames[one].toLowerCase()).join(', ')
  return (
    <li>
      <PowerText
        power={delegation}
        moment={moment}
        more={`par délégation de ${mandate.holderName} : ${about}`}
        act={delegation.actReference}
        document={delegation.documentId && paths.delegation(base, id, delegation.id, 'document')}
      />
      {mayKeep && moment !== 'withdrawn' && (
        <PowerActs
          moment={moment}
          about={`la délégation de ${delegation.holderName}`}
          end={paths.delegation(base, id, delegation.id, 'fin')}
          withdrawal={paths.delegation(base, id, delegation.id, 'retrait')}
        />
      )}
    </li>
  )
}

interface PowerTextProps {
  power: Power
  moment: Moment
  more: string
  act: string
  document: string | null
}

function PowerText({ power, moment, more, act, document }: PowerTextProps) {
  const { state, word } = momentTag[moment]
  const dated = power.actDate ? `du ${formatDay(power.actDate)}` : ''
  const founded = [act, dated].filter(Boolean).join(' ')
  return (
    <div>
      <p>
        <strong>{power.holderName}</strong>, {power.quality}
        {more && `, ${more}`} <Tag state={state}>{word}</Tag>
      </p>
      <p class="muted">
        {daysOf(power)}
        {founded && ` · ${founded}`}
        {document && (
          <>
            {' · '}
            <a href={document}>
              Document<span class="visually-hidden"> de {power.holderName}</span>
            </a>
          </>
        )}
      </p>
    </div>
  )
}

interface PowerActsProps {
  moment: Moment
  about: string
  end: string
  withdrawal: string
  children?: Child
}

function PowerActs({ moment, about, end, withdrawal, children }: PowerActsProps) {
  return (
    <div class="actions">
      {children}
      {moment !== 'past' && (
        <a href={end}>
          Enregistrer la fin<span class="visually-hidden"> : {about}</span>
        </a>
      )}
      <form method="post" action={withdrawal}>
        <Button look="quiet">
          Retirer comme erreur<span class="visually-hidden"> : {about}</span>
        </Button>
      </form>
    </div>
  )
}
