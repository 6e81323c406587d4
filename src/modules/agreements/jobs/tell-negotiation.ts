import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import { contactsAbout, networkAddress, networkById } from '../../identity/index.ts'
import { findAgreement, networkOfAgreement } from '../data/agreements.store.ts'
import { approvalsOf, findRemark } from '../data/negotiation.store.ts'
import type { Agreement, AgreementId } from '../domain/agreement.ts'
import type { Remark } from '../domain/draft-remark.ts'
import type { Party } from '../domain/terms.ts'
import { type NegotiationNews, negotiationMail } from '../web/drafting/negotiation-mail-wording.ts'
import { negotiationPaths } from '../web/drafting/negotiation-paths.ts'

/** What happened to a draft, by ids alone. */
export type NegotiationEvent =
  | { kind: 'shared' }
  | { kind: 'remarked' | 'answered'; remark: Id<'draft-remark'> }
  | { kind: 'approved'; approval: Id<'draft-approval'> }
  | { kind: 'approvals-cancelled'; at: Instant }

/** Tells those whom a step of a negotiation is for. Once per step and person, whatever the number of runs. */
export const tellNegotiation: Job<{ agreement: AgreementId; event: NegotiationEvent }> = {
  name: 'agreements/tell-negotiation',
  async work({ db, clock, config }, { agreement: id, event }) {
    const networkId = await networkOfAgreement(db, id)
    const network = networkId && (await networkById(db, networkId))
    const agreement = networkId && (await findAgreement(db, { kind: 'all', network: networkId }, id))
    if (!network || !agreement) return
    const news = await newsOf(db, agreement, event)
    if (!news) return
    const address = negotiationPaths.negotiation(networkAddress(config.baseUrl, network), id)
    const names = { networkName: network.name, headName: network.headName }
    const mail = negotiationMail({ agreement, news, address, ...names })
    const sides = sidesFor(agreement, news)
    const contacts = await contactsAbout(db, network.id, agreement.partner.id, clock.today(), sides)
    await inTransaction(db, async (tx) => {
      for (const { email } of contacts) {
        await writeMail(tx, clock.now(), { ...mail, to: email, onceKey: `${keyOf(id, event)}:${email}` })
      }
    })
  },
}

async function newsOf(
  db: Database,
  agreement: Agreement,
  event: NegotiationEvent,
): Promise<NegotiationNews | null> {
  if (event.kind === 'shared' || event.kind === 'approvals-cancelled') return { kind: event.kind }
  if (event.kind === 'approved') {
    const approval = (await approvalsOf(db, agreement.id)).find(({ id }) => id === event.approval)
    return approval ? { kind: 'approved', by: approval.party } : null
  }
  const remark = await findRemark(db, agreement.id, event.remark)
  return remark && { kind: event.kind, remark }
}

/** The other party of whoever acted; both when approvals fall. */
function sidesFor({ terms }: Agreement, news: NegotiationNews): ('head' | 'partner')[] {
  const otherOf = (party: Party) => [party === terms.parties[0] ? ('partner' as const) : ('head' as const)]
  switch (news.kind) {
    case 'shared':
      return ['partner']
    case 'approvals-cancelled':
      return ['head', 'partner']
    case 'approved':
      return otherOf(news.by)
    case 'remarked':
      return otherOf(news.remark.party)
    case 'answered':
      return isWithdrawn(news.remark)
        ? otherOf(news.remark.party)
        : [news.remark.party === terms.parties[0] ? 'head' : 'partner']
  }
}

function isWithdrawn(remark: Remark): boolean {
  return remark.kind !== 'comment' && remark.decision?.outcome === 'withdrawn'
}

function keyOf(id: AgreementId, event: NegotiationEvent): string {
  switch (event.kind) {
    case 'shared':
      return `draft-shared:${id}`
    case 'approved':
      return `draft-approved:${event.approval}`
    case 'approvals-cancelled':
      return `draft-approvals-cancelled:${id}:${event.at}`
    default:
      return `draft-${event.kind}:${event.remark}`
  }
}
