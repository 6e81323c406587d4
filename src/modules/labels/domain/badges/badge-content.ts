import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import { countedLevel } from '../schemes/level-text.ts'
import { badgeAddresses } from './badge-addresses.ts'

/** What a badge says: who holds which label, at which level, from when. Nobody is named in it. */
export interface BadgeFacts {
  readonly id: Id<'badge'>
  /** Where the network's pages begin. */
  readonly from: string
  readonly issuerName: string
  readonly holder: { readonly id: string; readonly kind: 'place' | 'organisation'; readonly name: string }
  readonly scheme: {
    readonly id: Id<'scheme'>
    readonly code: string
    readonly name: string
    readonly description: string
    readonly version: number | null
    readonly grading: { readonly unit: string; readonly levels: readonly number[] } | null
  }
  readonly award: { readonly number: string; readonly slug: string; readonly level: number | null }
  readonly validFrom: Instant
  readonly validUntil: Instant | null
  readonly status: { readonly list: Id<'badge-list'>; readonly index: number }
}

const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
]

/** The badge before it is signed. LAB-44, LAB-47. */
export function badgeContent(facts: BadgeFacts) {
  const { from, scheme, award, holder, status } = facts
  const graded = gradesOf(facts)
  return {
    '@context': CONTEXTS,
    id: badgeAddresses.badge(from, facts.id),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `${scheme.name} : ${holder.name}`,
    issuer: { id: badgeAddresses.issuer(from), type: ['Profile'], name: facts.issuerName, url: `${from}/` },
    validFrom: facts.validFrom,
    ...(facts.validUntil && { validUntil: facts.validUntil }),
    credentialSubject: {
      id: badgeAddresses.holder(from, holder.id),
      type: ['AchievementSubject'],
      ...(graded && { result: [{ type: ['Result'], ...graded.result }] }),
      achievement: {
        id: badgeAddresses.achievement(from, scheme.id, scheme.version),
        type: ['Achievement'],
        name: scheme.name,
        description: scheme.description,
        criteria: { id: badgeAddresses.criteria(from, scheme.code) },
        ...(graded && { resultDescription: [graded.description] }),
      },
    },
    evidence: [
      {
        id: badgeAddresses.proof(from, award.slug),
        type: ['Evidence'],
        name: `Attribution n° ${award.number}`,
      },
    ],
    credentialStatus: (['revocation', 'suspension'] as const).map((purpose) => ({
      id: `${badgeAddresses.list(from, status.list, purpose)}#${status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: purpose,
      statusListIndex: String(status.index),
      statusListCredential: badgeAddresses.list(from, status.list, purpose),
    })),
  }
}

/** The levels of the label, and the one that was reached. */
function gradesOf({ from, scheme, award }: BadgeFacts) {
  const { grading } = scheme
  if (!grading || award.level === null) return null
  const at = badgeAddresses.achievement(from, scheme.id, scheme.version)
  const levelAt = (level: number) => `${at}#niveau-${level}`
  return {
    description: {
      id: `${at}#niveau`,
      type: ['ResultDescription'],
      name: 'Niveau',
      resultType: 'RubricCriterionLevel',
      rubricCriterionLevel: grading.levels.map((level) => ({
        id: levelAt(level),
        type: ['RubricCriterionLevel'],
        name: countedLevel(level, grading.unit),
        level: String(level),
      })),
    },
    result: { resultDescription: `${at}#niveau`, achievedLevel: levelAt(award.level) },
  }
}

/** The head says that a partner is bound to it by an agreement in force: what it is worth, until when. LAB-44. */
export function endorsementContent(told: {
  from: string
  issuerName: string
  partner: { id: Id<'organisation'>; name: string }
  agreement: string
  validFrom: Instant
  validUntil: Instant | null
}) {
  const { from, partner } = told
  return {
    '@context': CONTEXTS,
    id: badgeAddresses.endorsement(from, partner.id),
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: `Partenaire reconnu : ${partner.name}`,
    issuer: { id: badgeAddresses.issuer(from), type: ['Profile'], name: told.issuerName, url: `${from}/` },
    validFrom: told.validFrom,
    ...(told.validUntil && { validUntil: told.validUntil }),
    credentialSubject: {
      id: badgeAddresses.holder(from, partner.id),
      type: ['EndorsementSubject'],
      endorsementComment: `Cette structure est liée à ${told.issuerName} par la convention ${told.agreement}, en vigueur.`,
    },
  }
}
