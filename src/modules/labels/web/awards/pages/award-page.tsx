import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { Actions } from '../../../../../ui/form.tsx'
import { formatDay } from '../../../../../ui/french.ts'
import { ResultList } from '../../../../../ui/result-list.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import { Timeline } from '../../../../../ui/timeline.tsx'
import { agreementPaths } from '../../../../agreements/index.ts'
import type { Award } from '../../../data/awards/awards.queries.ts'
import type { Decision } from '../../../data/decisions/decisions.queries.ts'
import type { Hearing } from '../../../data/decisions/hearings.store.ts'
import { awardOn, levelOn } from '../../../domain/awards/award.ts'
import { type AwardDecisionKind, needsHearing } from '../../../domain/awards/award-decision.ts'
import { renewalOpensOn } from '../../../domain/awards/validity.ts'
import type { AwardRules } from '../../../use-cases/decisions/rules-of-award.ts'
import { badgePaths } from '../../badges/badges.paths.ts'
import { DECISION_NAMES, levelText, STATUS_NAMES, STATUS_TAGS } from '../../decisions/decision-wording.ts'
import { decisionPaths } from '../../decisions/decisions.paths.ts'
import { policy } from '../../policy.ts'
import { proofPaths } from '../../proof/proof.paths.ts'
import { awardPaths } from '../award.paths.ts'

interface AwardProps {
  view: View
  award: Award
  holder: string
  rules: AwardRules
  /** What may be decided today. */
  open: readonly AwardDecisionKind[]
  decisions: readonly Decision[]
  hearings: readonly Hearing[]
}

/** A label borne: where it stands today and why, its acts, its decisions, and the acts its state calls for. */
export function AwardPage(props: AwardProps) {
  const { view, award, holder, decisions, open } = props
  const { base } = view.network
  const mayDecide = opensTo(view, policy.decide)
  return (
    <Frame
      view={view}
      space="member"
      title={`${award.scheme.name}, ${holder}`}
      kicker={`Attribution ${award.number}`}
      breadcrumb={[{ label: 'Décisions sur les labels', href: decisionPaths.list(base) }]}
      act={{ label: 'Voir la page de preuve', href: proofPaths.proof(base, award.slug) }}
    >
      <SummaryList rows={factsOf(props)} />
      {mayDecide && open.length > 0 && (
        <Actions>
          <ButtonLink href={awardPaths.decision(base, award.id)}>Prendre une décision</ButtonLink>
          {open.filter(needsHearing).map((kind) => (
            <ButtonLink href={awardPaths.hearing(base, award.id, kind)} look="plain">
              {kind === 'suspended'
                ? 'Demander ses observations avant une suspension'
                : 'Demander ses observations avant un retrait'}
            </ButtonLink>
          ))}
        </Actions>
      )}
      <h2>Ce qui est arrivé à ce label</h2>
      <Timeline today={view.today} points={pointsOf(props)} />
      <Hearings {...props} />
      <h2>Décisions</h2>
      {decisions.length === 0 ? (
        <p>
          Aucune décision n’est enregistrée pour ce label : il a été attribué directement sous sa convention.
        </p>
      ) : (
        <ResultList
          level={3}
          results={decisions.map((one) => ({
            title: `${DECISION_NAMES[one.kind]}, ${formatDay(one.decidedOn)}`,
            href: decisionPaths.decision(base, one.id),
            line: one.supersededBy ? 'Remplacée, toujours lisible' : `Signée par ${one.signerName}`,
          }))}
        />
      )}
    </Frame>
  )
}

function factsOf({ view, award, rules }: AwardProps) {
  const maySign = opensTo(view, policy.signs)
  const { today, network } = view
  const { status, since } = awardOn(award.acts, award, today)
  const level = levelOn(award.acts, today) ?? award.level
  const unit = rules.grading.kind === 'levels' ? rules.grading.unit : null
  const renewal = renewalOpensOn(rules.validity, award.validUntil)
  return [
    {
      term: 'Aujourd’hui',
      value: (
        <>
          <Tag state={STATUS_TAGS[status]}>{STATUS_NAMES[status]}</Tag>{' '}
          {since && `depuis le ${formatDay(since)}`}
        </>
      ),
    },
    ...(level === null ? [] : [{ term: 'Niveau', value: levelText(level, unit) }]),
    { term: 'Attribué le', value: formatDay(award.grantedOn) },
    { term: 'Valable', value: validityText(award, rules) },
    ...(renewal && status === 'active'
      ? [
          {
            term: 'Renouvellement',
            value:
              renewal > today
                ? `Il pourra être demandé à partir du ${formatDay(renewal)}.`
                : `Il peut être demandé depuis le ${formatDay(renewal)}.`,
          },
        ]
      : []),
    ...(maySign
      ? [
          {
            term: 'À afficher',
            value: (
              <a href={badgePaths.signs(network.base, award.id)}>Plaque, autocollant, attestation, badge</a>
            ),
          },
        ]
      : []),
    ...(award.agreementId
      ? [
          {
            term: 'Porté par',
            value: <a href={agreementPaths.agreement(network.base, award.agreementId)}>Sa convention</a>,
          },
        ]
      : []),
  ]
}

function validityText({ validUntil }: Award, { validity }: AwardRules): string {
  if (validUntil) return `jusqu’à la veille du ${formatDay(validUntil)}`
  return validity.kind === 'agreement'
    ? 'tant que sa convention le porte'
    : 'jusqu’aux résultats de la campagne suivante'
}

function pointsOf({ award, rules }: AwardProps) {
  const unit = rules.grading.kind === 'levels' ? rules.grading.unit : null
  return [
    ...award.acts.map(({ kind, from, level, isSuperseded }) => ({
      day: from,
      label: level === null ? DECISION_NAMES[kind] : `${DECISION_NAMES[kind]}, ${levelText(level, unit)}`,
      ...(isSuperseded && { detail: 'Remplacé par un autre acte : il ne compte plus.' }),
    })),
    ...(award.validUntil ? [{ day: award.validUntil, label: 'Fin de validité' }] : []),
    ...(award.cover?.until
      ? [
          {
            day: award.cover.until,
            label:
              award.cover.outcome === 'withdrawn' ? 'Retrait avec sa convention' : 'Fin avec sa convention',
          },
        ]
      : []),
  ]
}

function Hearings({ view, award, hearings }: AwardProps) {
  if (hearings.length === 0) return null
  const { base } = view.network
  return (
    <>
      <h2>Observations demandées</h2>
      <ResultList
        level={3}
        results={hearings.map((hearing) => ({
          title: `Avant une décision de ${DECISION_NAMES[hearing.purpose].toLowerCase()}, ${formatDay(hearing.askedOn)}`,
          href: awardPaths.observations(base, award.id, hearing.id),
          line: hearing.answer
            ? `Réponse du ${formatDay(hearing.answer.on)}`
            : `Réponse attendue jusqu’au ${formatDay(hearing.until)}`,
        }))}
      />
    </>
  )
}
