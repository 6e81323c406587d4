import { addDays } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import type { SchemeId } from './data/awards/awards.store.ts'
import { addEdition, type EditionId } from './data/schemes/editions.store.ts'
import { findSchemeDraft, saveSchemeDraft } from './data/schemes/scheme-drafts.store.ts'
import { versionsOf } from './data/schemes/schemes.store.ts'
import type { SchemeContent } from './domain/schemes/scheme.ts'
import { aScheme } from './domain/schemes/testing.ts'
import { createScheme } from './use-cases/schemes/create-scheme.ts'
import { draftScheme } from './use-cases/schemes/draft-scheme.ts'
import { publishScheme } from './use-cases/schemes/publish-scheme.ts'

/** A label being written, as `content` says. */
export async function aSchemeDraft(
  context: Context,
  content: SchemeContent = aScheme(),
  name = `Label ${newId().slice(-12)}`,
): Promise<{ scheme: SchemeId; code: string }> {
  const code = name.toLowerCase().replaceAll(' ', '-')
  const scheme = sure(await createScheme(context, { name, code, description: '', starter: null }))
  await rewrite(context, scheme, content)
  return { scheme, code }
}

/** Its first version, in force from today on. */
export async function aSchemeInForce(
  context: Context,
  content: SchemeContent = aScheme(),
  name?: string,
): Promise<{ scheme: SchemeId; code: string }> {
  const made = await aSchemeDraft(context, content, name)
  await publishNow(context, made.scheme)
  return made
}

/** The next version, published to open tomorrow. */
export async function aNextVersion(
  context: Context,
  scheme: SchemeId,
  content: SchemeContent,
): Promise<void> {
  sure(await draftScheme(context, scheme))
  await rewrite(context, scheme, content)
  await publishNow(context, scheme)
}

/** What the addresses of a label name: a version published, a campaign of the year, and the next version being written. */
export async function aWrittenScheme(
  context: Context,
): Promise<{ scheme: SchemeId; schemeCode: string; campaign: EditionId }> {
  const { scheme, code } = await aSchemeInForce(context, aScheme({ cadence: 'campaign' }))
  const [version] = await versionsOf(context.db, context.network.id, scheme)
  if (!version) throw new Error('nothing published')
  const campaign = await addEdition(
    context.db,
    {
      ...{ schemeId: scheme, versionId: version.id, name: 'Campagne', year: 2026 },
      ...{ opensOn: context.today, closesOn: addDays(context.today, 30) },
    },
    { at: context.now, by: null },
  )
  sure(await draftScheme(context, scheme))
  return { scheme, schemeCode: code, campaign }
}

async function rewrite(context: Context, scheme: SchemeId, content: SchemeContent): Promise<void> {
  const draft = await findSchemeDraft(context.db, context.network.id, scheme)
  if (!draft) throw new Error('no draft')
  await saveSchemeDraft(context.db, draft, content, { at: context.now, by: null })
}

async function publishNow(context: Context, schemeId: SchemeId): Promise<void> {
  const { db, network, today } = context
  const draft = await findSchemeDraft(db, network.id, schemeId)
  const isFirst = (await versionsOf(db, network.id, schemeId)).length === 0
  sure(
    await publishScheme(context, {
      ...{ schemeId, seq: draft?.seq ?? 0, transition: 'at_renewal' },
      inForceFrom: isFirst ? today : addDays(today, 1),
    }),
  )
}

function sure<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  return outcome
}
