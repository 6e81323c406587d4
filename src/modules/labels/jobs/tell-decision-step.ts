import type { Database } from '../../../platform/db/database.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { Services } from '../../../platform/services.ts'
import type { Network } from '../../../platform/session/actor.ts'
import { listPeople, networkAddress, networkById } from '../../identity/index.ts'
import { awardAnywhere } from '../data/awards/awards.queries.ts'
import { appealsAgainst } from '../data/decisions/appeals.store.ts'
import { decisionAnywhere } from '../data/decisions/decisions.queries.ts'
import { hearingsOf } from '../data/decisions/hearings.store.ts'
import { addresseeOf } from '../use-cases/decisions/addressee.ts'
import { holderName } from '../use-cases/decisions/letter-content.ts'
import { peopleOfPlace } from '../use-cases/proof/people-of-place.ts'
import { awardPaths } from '../web/awards/award.paths.ts'
import {
  appealFiledMail,
  appealMovedMail,
  hearingMail,
  observationsMail,
} from '../web/decisions/decision-mail-wording.ts'
import { decisionPaths } from '../web/decisions/decisions.paths.ts'
import { type DecisionStep, decisionStepQueue } from './decision-queue.ts'

/** Tells the other side what was asked or answered around a decision. Once per step and person, however often it runs. */
export const tellDecisionStep: Job<DecisionStep> = {
  ...decisionStepQueue,
  async work(services, step) {
    if ('award' in step) await tellHearing(services, step)
    else await tellAppeal(services, step)
  },
}

async function tellHearing(
  services: Services,
  { kind, award: id }: Extract<DecisionStep, { award: unknown }>,
): Promise<void> {
  const { db } = services
  const award = await awardAnywhere(db, id)
  const network = award && (await networkById(db, award.networkId))
  const [hearing] = award ? await hearingsOf(db, id) : []
  if (!award || !network || !hearing) return
  const about = {
    schemeName: award.scheme.name,
    holderName: await holderName(db, network, award.holder),
    networkName: network.name,
    address: awardPaths.award(networkAddress(services.config.baseUrl, network), id),
  }
  const isAsked = kind === 'hearing-asked'
  const to = isAsked ? await holderPeople(services, network, award) : await officers(services, network)
  const mail = isAsked ? hearingMail(about) : observationsMail(about)
  await tell(services, to, mail, `label-hearing:${hearing.id}:${kind}`)
}

async function tellAppeal(
  services: Services,
  { kind, appeal: appealId, decision: id }: Extract<DecisionStep, { appeal: unknown }>,
): Promise<void> {
  const { db } = services
  const decision = await decisionAnywhere(db, id)
  const network = decision && (await networkById(db, decision.networkId))
  const appeal = decision && (await appealsAgainst(db, [id])).find((one) => one.id === appealId)
  if (!decision || !network || !appeal) return
  const about = {
    schemeName: decision.scheme.name,
    holderName: await holderName(db, network, decision.holder),
    networkName: network.name,
    address: decisionPaths.appeal(networkAddress(services.config.baseUrl, network), id, appealId),
  }
  const isFiled = kind === 'appeal-filed'
  const to = isFiled ? await officers(services, network) : await holderPeople(services, network, decision)
  const mail = isFiled ? appealFiledMail(about) : appealMovedMail(about, appeal.state)
  await tell(services, to, mail, `label-appeal:${appealId}:${isFiled ? 'filed' : appeal.state}`)
}

async function holderPeople(
  { db, clock }: Services,
  network: Network,
  told: Parameters<typeof addresseeOf>[2],
): Promise<readonly string[]> {
  const organisationId = await addresseeOf(db, network.id, told)
  const holder = { agreementId: told.agreementId, organisationId }
  return (await peopleOfPlace(db, network.id, holder, clock.today())).referents
}

async function officers({ db, clock }: Services, network: Network): Promise<readonly string[]> {
  const people = await listPeople(db, network.id, { roles: ['officer'] }, clock.today())
  return [...new Set(people.map(({ email }) => email.toLowerCase()))]
}

async function tell(
  { db, clock }: Services,
  people: readonly string[],
  mail: { subject: string; body: string },
  once: string,
): Promise<void> {
  await inTransaction(db, async (tx: Database) => {
    for (const to of people) await writeMail(tx, clock.now(), { ...mail, to, onceKey: `${once}:${to}` })
  })
}
