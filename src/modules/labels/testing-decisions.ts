import { type Day, day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Context } from '../../platform/context.ts'
import type { OrganisationId } from '../../platform/session/actor.ts'
import { headOf } from '../identity/index.ts'
import { aDelegation, aMandate, anOrganisation } from '../identity/testing-organisations.ts'
import {
  type Application,
  type ApplicationId,
  addApplication,
  lockApplication,
  moveApplication,
} from './data/applications/applications.store.ts'
import { type AwardId, addScheme, type Holder, type Scheme } from './data/awards/awards.store.ts'
import { type AppealId, addAppeal } from './data/decisions/appeals.store.ts'
import type { DecisionId } from './data/decisions/decisions.store.ts'
import { addHearing, type HearingId } from './data/decisions/hearings.store.ts'
import { keepLetter } from './data/decisions/letters.store.ts'
import { addNotificationFact } from './data/decisions/notifications.store.ts'
import { addVersion, type SchemeVersionId } from './data/schemes/schemes.store.ts'
import type { SchemeContent } from './domain/schemes/scheme.ts'
import { aScheme } from './domain/schemes/testing.ts'
import { type ApplicationDecision, recordDecision } from './use-cases/decisions/record-decision.ts'

/** Of a label that nothing carries but its own months. */
export const OWN_MONTHS: Partial<SchemeContent> = {
  agreement: null,
  validity: { kind: 'months', months: 36, renewalMonths: 6 },
}

/** Who may sign for the head of the network: its representative, and somebody by delegation for labels. */
export async function aHeadWhoSigns(
  context: Context,
  delegation: Parameters<typeof aDelegation>[3] = { subjects: ['labels'] },
): Promise<{ head: OrganisationId; mandate: Id<'mandate'>; delegation: Id<'delegation'> }> {
  const { db, network } = context
  const head =
    (await headOf(db, network.id)) ??
    (await anOrganisation(context, { name: 'Région Estuaire', kind: 'region' }))
  await db.updateTable('identity.network').set({ head_id: head }).where('id', '=', network.id).execute()
  const mandate = await aMandate(context, head, { quality: 'présidente du conseil régional' })
  return { head, mandate, delegation: await aDelegation(context, head, mandate, delegation) }
}

export async function aDecidedLabel(
  { db, network, now }: Context,
  { code, name }: { code: string; name: string },
  content: Partial<SchemeContent> = {},
): Promise<{ scheme: Scheme; version: SchemeVersionId }> {
  const id = await addScheme(db, network.id, { code, name })
  const scheme = { id, code, name }
  const version = await addVersion(
    db,
    {
      ...{ scheme, version: 1, revision: 1, content: aScheme(content) },
      ...{ transition: 'all', inForceFrom: day('2020-01-01') },
    },
    { at: now, by: null },
  )
  return { scheme, version }
}

/** An application whose instruction is over. */
export async function aProposedFile(
  context: Context,
  label: { scheme: Scheme; version: SchemeVersionId },
  {
    holder,
    applicant,
    agreement = null,
  }: { holder: Holder; applicant: OrganisationId; agreement?: Id<'agreement'> | null },
): Promise<ApplicationId> {
  const { db, network, now } = context
  const recorded = { at: now, by: null }
  const id = await addApplication(
    db,
    {
      ...{ networkId: network.id, schemeId: label.scheme.id, versionId: label.version },
      ...{ purpose: 'application', editionId: null, holder, applicantId: applicant, agreementId: agreement },
    },
    recorded,
  )
  for (const [seq, state, to] of [
    [1, 'draft', 'submitted'],
    [2, 'submitted', 'under_instruction'],
    [3, 'under_instruction', 'proposed'],
  ] as const)
    await moveApplication(db, { id, state, seq }, to, recorded)
  return id
}

/** That application decided, by whoever the network's head names. */
export async function aDecision(
  context: Context,
  label: { scheme: Scheme },
  application: ApplicationId,
  change: Partial<ApplicationDecision> = {},
): Promise<{ decision: DecisionId; award: AwardId | null }> {
  const file = (await lockApplication(context.db, context.reach, application)) as Application
  const { decisionId, awardId } = await recordDecision(context.db, context, file, label.scheme, {
    ...{ kind: 'granted', level: null, validUntil: null, delegationId: null },
    ...{ authority: 'Région Estuaire', signerName: 'Odile Marchand', signerTitle: 'présidente' },
    ...{ decidedOn: context.today, effectFrom: context.today, reasons: '', reserves: [], remedies: '' },
    appealMonths: 2,
    ...change,
  })
  return { decision: decisionId, award: awardId }
}

/** One thing of each kind that the addresses of decisions name, all addressed to one organisation. */
export async function aDecidedFile(
  context: Context,
  { organisation, place, file }: { organisation: OrganisationId; place: Id<'place'>; file: Id<'file'> },
): Promise<{
  proposedFile: ApplicationId
  decision: DecisionId
  appeal: AppealId
  decidedAward: AwardId
  hearing: HearingId
}> {
  const { db, network, now, today } = context
  const recorded = { at: now, by: null }
  const code = organisation.slice(-12)
  const asked = { holder: { kind: 'place', id: place } as const, applicant: organisation }
  const waiting = await aDecidedLabel(context, { code: `attend-${code}`, name: 'Label attendu' }, OWN_MONTHS)
  const taken = await aDecidedLabel(context, { code: `decide-${code}`, name: 'Label décidé' }, OWN_MONTHS)
  const { decision, award } = await aDecision(context, taken, await aProposedFile(context, taken, asked))
  if (!award) throw new Error('no award')
  await addNotificationFact(db, decision, { kind: 'opened', on: today }, recorded)
  await keepLetter(db, decision, { fileId: file, seal: null }, now)
  const grounds = { grounds: 'Contesté', filedOn: today }
  const hearing = { awardId: award, purpose: 'withdrawn', grounds: 'Reproches', askedOn: today } as const
  return {
    proposedFile: await aProposedFile(context, waiting, asked),
    ...{ decision, decidedAward: award },
    appeal: await addAppeal(
      db,
      network.id,
      { decisionId: decision, kind: 'gracious', appellantId: organisation, ...grounds },
      recorded,
    ),
    hearing: await addHearing(db, { ...hearing, until: '2099-01-01' as Day }, recorded),
  }
}
