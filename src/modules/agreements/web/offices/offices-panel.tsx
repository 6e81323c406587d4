import { opensTo, type View } from '../../../../platform/http/page.tsx'
import { formatDay } from '../../../../ui/french.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { claimsOf, type DamagesClaim, standingClaims } from '../../data/claims.store.ts'
import { decisionsAbout } from '../../data/decisions.store.ts'
import { publicationOf } from '../../data/publication.store.ts'
import { type WaitingAct, waitingActsOf } from '../../data/waiting-acts.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { type Decision, decisionStanding } from '../../domain/decision.ts'
import { inOffice, OFFICES } from '../../domain/offices.ts'
import { claimableActs } from '../../use-cases/letters/claim-damages.ts'
import { type PeopleAndPapers, peopleAndPapers } from '../../use-cases/offices/people-and-papers.ts'
import { decisionPaths } from '../decisions/decision.paths.ts'
import { decisionName, decisionTag } from '../decisions/decision-wording.ts'
import { amountWords, claimedActName } from '../letters/damages-wording.ts'
import { waitingPaths } from '../letters/waiting.paths.ts'
import { waitingWords } from '../letters/waiting-wording.ts'
import type { AgreementPanel } from '../panel.ts'
import { partyName } from '../parties.ts'
import { policy } from '../policy.ts'
import { publicationPaths } from '../register/publication.paths.ts'
import { groundSentences, NOT_LISTED } from '../register/publication-wording.ts'
import { officePaths } from './offices.paths.ts'
import { officeWords } from './offices-wording.ts'
import { MissingPapersNotices } from './pages/missing-papers.tsx'

interface About {
  view: View
  agreement: Agreement
}

/** The people and papers around an agreement: who answers, in whose name, and what was decided about it. */
export const agreementPapers: AgreementPanel = async ({ view, context, agreement }) => {
  const { db, actor, network } = context
  const mayManage = opensTo(view, policy.manage)
  const people = await peopleAndPapers(context, policy.keepOffices.reach(actor, network.id), agreement)
  const claims = standingClaims(await claimsOf(db, agreement.id))
  const decisions = await decisionsAbout(db, agreement.id, { withDrafts: mayManage })
  return (
    <>
      <PeopleSection view={view} agreement={agreement} people={people} />
      {(claims.length > 0 || (mayManage && claimableActs(agreement).length > 0)) && (
        <ClaimsSection {...{ view, agreement, claims, mayManage }} />
      )}
      {(decisions.length > 0 || mayManage) && (
        <DecisionsSection {...{ view, agreement, decisions, mayManage }} />
      )}
      {mayManage && (
        <PublicationLine view={view} agreement={agreement} {...(await publicationOf(db, agreement.id))} />
      )}
    </>
  )
}

/** What waits for a second person, above everything else. */
export const waitingActs: AgreementPanel = async ({ view, context, agreement }) => {
  if (!opensTo(view, policy.manage)) return null
  const waiting = await waitingActsOf(context.db, agreement.id)
  return (
    <>
      {waiting.map((one) => (
        <WaitingNotice view={view} agreement={agreement} waiting={one} />
      ))}
    </>
  )
}

/** The papers a signature lacks: what is missing, and from whom. AGR-113. */
export const missingPapers: AgreementPanel = async ({ view, context, agreement }) => {
  const reach = policy.keepOffices.reach(context.actor, context.network.id)
  const people = await peopleAndPapers(context, reach, agreement)
  return <MissingPapersNotices view={view} agreement={agreement} people={people} />
}

function WaitingNotice({ view, agreement, waiting }: About & { waiting: WaitingAct }) {
  return (
    <Notice state="warning" title={`${waitingWords[waiting.purpose]} : à confirmer par une autre personne`}>
      <p>
        Rien ne court encore.{' '}
        <a href={waitingPaths.confirmation(view.network.base, agreement.id, waiting.id)}>
          Voir cet acte et le confirmer
        </a>
      </p>
    </Notice>
  )
}

function PeopleSection({ view, agreement, people }: About & { people: PeopleAndPapers }) {
  const { base, headName } = view.network
  const current = inOffice(people.holders, view.today)
  const links = inOffice(people.links, view.today)
  return (
    <section aria-labelledby="interlocuteurs">
      <h2 id="interlocuteurs">Interlocuteurs</h2>
      <SummaryList
        rows={agreement.terms.parties.map((party) => ({
          term: partyName(agreement, party, headName),
          value: <Holders holders={current.filter((one) => one.party === party)} />,
        }))}
      />
      {links.map(({ name, body, role }) => (
        <p>
          <Tag state="warning">Double fonction</Tag> {name} : {role}, {body}.
        </p>
      ))}
      <p>
        <a href={officePaths.people(base, agreement.id)}>
          {people.kept.length > 0
            ? 'Tenir à jour les interlocuteurs et les actes d’autorité'
            : 'Voir les interlocuteurs et les actes d’autorité'}
        </a>
      </p>
    </section>
  )
}

function Holders({ holders }: { holders: PeopleAndPapers['holders'] }) {
  const lines = OFFICES.flatMap((office) => {
    const held = holders.filter((one) => one.office === office)
    if (held.length === 0) return []
    const { one, several } = officeWords[office]
    const names = held.map(({ name, title }) => `${name}, ${title}`).join(' ; ')
    return [`${held.length > 1 ? several : one} : ${names}`]
  })
  if (lines.length === 0) return <span class="muted">Personne n’est encore nommé.</span>
  return (
    <>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </>
  )
}

interface ClaimsProps extends About {
  claims: readonly DamagesClaim[]
  mayManage: boolean
}

function ClaimsSection({ view, agreement, claims, mayManage }: ClaimsProps) {
  const { base, headName } = view.network
  return (
    <section aria-labelledby="dommages">
      <h2 id="dommages">Demandes de dommages réservées</h2>
      <p class="muted">Lues par les deux parties seulement. Rien n’en est calculé.</p>
      <ul>
        {claims.map((claim) => {
          const act = agreement.acts.find(({ id }) => id === claim.act)
          return (
            <li>
              {partyName(agreement, claim.party, headName)}, {amountWords(claim.amountCents)} : {claim.words}{' '}
              {act && `(${claimedActName(act)}) `}
              {claim.file && (
                <a href={waitingPaths.damagesDocument(base, agreement.id, claim.id)}>Lire la pièce</a>
              )}{' '}
              {mayManage && <a href={waitingPaths.damages(base, agreement.id, claim.id)}>Corriger</a>}
            </li>
          )
        })}
      </ul>
      {claims.length === 0 && <p>Aucune demande n’est réservée.</p>}
      {mayManage && (
        <p>
          <a href={waitingPaths.damages(base, agreement.id)}>Réserver une demande de dommages</a>
        </p>
      )}
    </section>
  )
}

interface DecisionsProps extends About {
  decisions: readonly Decision[]
  mayManage: boolean
}

function DecisionsSection({ view, agreement, decisions, mayManage }: DecisionsProps) {
  const { base } = view.network
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">Décisions publiées</h2>
      {decisions.length === 0 && <p>Aucune décision n’est publiée sur cette convention.</p>}
      <ul>
        {decisions.map((decision) => {
          const { state, word } = decisionTag[decisionStanding(decision)]
          return (
            <li>
              <a href={decisionPaths.decision(base, decision.id)}>{decisionName(decision)}</a>,{' '}
              {decision.body}, {formatDay(decision.decidedOn)} : {decision.object}.{' '}
              <Tag state={state}>{word}</Tag>
            </li>
          )
        })}
      </ul>
      {mayManage && (
        <p>
          <a href={decisionPaths.newDecision(base, { agreement: agreement.id })}>
            Préparer une décision sur cette convention
          </a>
        </p>
      )}
    </section>
  )
}

function PublicationLine({
  view,
  agreement,
  ground,
}: About & { ground: Awaited<ReturnType<typeof publicationOf>>['ground'] }) {
  return (
    <p>
      {ground ? groundSentences[ground] : NOT_LISTED}{' '}
      <a href={publicationPaths.publication(view.network.base, agreement.id)}>
        Voir ce qui permet de la montrer
      </a>
    </p>
  )
}
