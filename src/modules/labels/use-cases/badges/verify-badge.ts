import type { Day } from '../../../../kernel/day.ts'
import { type Instant, parseInstant } from '../../../../kernel/instant.ts'
import {
  type OpenBadge,
  openBadge,
  unknownContexts,
} from '../../../../platform/credentials/credential.schema.ts'
import type { FoundBadge } from '../../../../platform/credentials/read-badge.ts'
import type { FetchPublic } from '../../../../platform/fetch-public.ts'
import { agreementInForce, findAgreement } from '../../../agreements/index.ts'
import { networkAddress } from '../../../identity/index.ts'
import { publicAwards } from '../../data/proof/course.queries.ts'
import { badgeAddresses } from '../../domain/badges/badge-addresses.ts'
import { issuerOf, type Proved, proveSignature, type Reader } from './prove-signature.ts'
import { datesOf } from './read-dates.ts'
import { ownStatus, statusElsewhere } from './read-status.ts'
import {
  type IssuerLine,
  type SchemaLine,
  type ShownBadge,
  type StatusLine,
  type Verification,
  verdictOf,
} from './verification.ts'

/** What one verification may ask of the Internet, whatever the badge says. */
const FETCHES = 8

/**
 * A badge, ours or from elsewhere, read line by line by the same code. What we issued is verified without the network; what
 * was fetched is believed only once signed by the badge's own issuer. LAB-49, LAB-81.
 */
export async function verifyBadge(
  reader: Reader,
  found: FoundBadge,
  when: { today: Day; now: Instant },
): Promise<Verification> {
  const bounded = { ...reader, fetch: atMost(FETCHES, reader.fetch) }
  const proved = await proveSignature(bounded, found)
  const { credential, signature } = proved
  const read = openBadge.safeParse(credential)
  const lines = {
    signature,
    schema: schemaOf(credential, read.success),
    dates: datesOf(credential, when.now),
    status: await statusOf(bounded, proved, read.data ?? null, when),
    endorsements: await endorsementsOf(bounded, read.data ?? null, signature === 'signed'),
  }
  return {
    ...lines,
    verdict: verdictOf(lines),
    issuer: await issuerLine(reader, proved, when.today),
    shown: read.success ? shownOf(read.data) : null,
  }
}

function schemaOf(credential: Record<string, unknown>, isOpenBadge: boolean): SchemaLine {
  const unknown = unknownContexts(credential)
  if (unknown.length > 0) return { kind: 'unknown-context', contexts: unknown.slice(0, 5) }
  if (isOpenBadge) return { kind: 'open-badge' }
  const contexts = credential['@context']
  const isShuffled =
    Array.isArray(contexts) &&
    openBadge.safeParse({ ...credential, '@context': [...contexts].reverse() }).success
  return { kind: isShuffled ? 'contexts-in-another-order' : 'not-open-badge' }
}

async function statusOf(
  reader: Reader,
  { signature, own, badge }: Proved,
  read: OpenBadge | null,
  when: { today: Day; now: Instant },
): Promise<StatusLine> {
  if (!read || signature !== 'signed') return 'not-read'
  if (own) return badge ? ownStatus(reader, badge, when) : 'not-registered'
  const entries = read.credentialStatus ?? []
  return entries.length === 0 ? 'none-announced' : statusElsewhere(reader, entries, read.issuer.id, when.now)
}

/** Those it carries: each is a credential of its own, about its issuer or what it certifies. */
async function endorsementsOf(reader: Reader, read: OpenBadge | null, isSigned: boolean) {
  const carried = isSigned ? (read?.endorsement ?? []) : []
  let good = 0
  for (const document of carried) {
    const { signature } = await proveSignature(reader, { kind: 'document', document })
    if (signature === 'signed' && read && concerns(document, read)) good += 1
  }
  return { good, bad: carried.length - good }
}

function concerns({ credentialSubject }: Record<string, unknown>, read: OpenBadge): boolean {
  const about = (credentialSubject as { id?: unknown } | undefined)?.id
  return [read.id, read.issuer.id, read.credentialSubject.achievement.id].some((id) => id === about)
}

/** Who stands behind the address that signed: a network of this installation, bound or not by an agreement today. */
async function issuerLine({ db, config }: Reader, proved: Proved, today: Day): Promise<IssuerLine> {
  const { own, badge, signature, credential } = proved
  if (signature !== 'signed' && signature !== 'key-compromised') return { kind: 'unknown' }
  if (!own) return { kind: 'elsewhere', id: issuerOf(credential).slice(0, 300) }
  const { network } = own
  const [award] = badge ? await publicAwards(db, network.id, { ids: [badge.awardId] }) : []
  const agreement =
    award?.agreementId && (await findAgreement(db, { kind: 'all', network: network.id }, award.agreementId))
  return {
    kind: 'ours',
    head: network.headName,
    network: network.name,
    isAgreementInForce: agreement ? agreementInForce(agreement, today) : null,
    proof: award ? badgeAddresses.proof(networkAddress(config.baseUrl, network), award.slug) : null,
  }
}

function shownOf(read: OpenBadge): ShownBadge {
  const { credentialSubject, issuer, validFrom, validUntil } = read
  return {
    name: credentialSubject.achievement.name,
    description: credentialSubject.achievement.description,
    issuer: issuer.name ?? issuer.id,
    holder: credentialSubject.id ?? null,
    level: levelOf(credentialSubject),
    validFrom: parseInstant(validFrom),
    validUntil: parseInstant(validUntil),
  }
}

/** The name of the level reached, as the achievement names its levels. */
function levelOf(subject: Record<string, unknown>): string | null {
  const result = firstOf(subject.result)
  const described = firstOf((subject.achievement as Record<string, unknown> | undefined)?.resultDescription)
  const levels = [described?.rubricCriterionLevel ?? []].flat() as { id?: unknown; name?: unknown }[]
  const name = levels.find((one) => one?.id === result?.achievedLevel)?.name
  return typeof name === 'string' ? name : null
}

function firstOf(value: unknown): Record<string, unknown> | null {
  const first = [value].flat()[0]
  return typeof first === 'object' && first !== null ? (first as Record<string, unknown>) : null
}

function atMost(times: number, fetch: FetchPublic): FetchPublic {
  let left = times
  return async (address) => {
    left -= 1
    return left < 0 ? { refused: 'no-answer', details: {} } : fetch(address)
  }
}
