import { isId } from '../../../../kernel/id.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { opensTo, type View, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import type { SchemeId } from '../../data/awards/awards.store.ts'
import { findSchemeDraft, type SchemeDraft } from '../../data/schemes/scheme-drafts.store.ts'
import {
  type DescribedScheme,
  describedSchemes,
  type SchemeVersion,
  versionsOf,
} from '../../data/schemes/schemes.store.ts'
import { type Fault, faultsOf } from '../../domain/schemes/publishable.ts'
import type { Criterion } from '../../domain/schemes/scheme.ts'
import { criterionAt, type Rank } from '../../domain/schemes/scheme-draft.ts'
import { policy } from '../policy.ts'

/** What the pages of a label's settings know. */
export interface SchemeView {
  view: View
  scheme: DescribedScheme
  /** The last one first; empty until the first is published. */
  versions: readonly SchemeVersion[]
  /** What is being written, for those who may write it. */
  draft: SchemeDraft | null
  mayWrite: boolean
}

/** The label named by the address, else 404. */
export async function schemeViewOf(c: AppContext): Promise<SchemeView> {
  const { db, network } = c.var.context
  const id = schemeIdOf(c)
  const view = viewOf(c)
  const mayWrite = opensTo(view, policy.schemes)
  const scheme = orNotFound((await describedSchemes(db, network.id)).find((one) => one.id === id) ?? null)
  const versions = await versionsOf(db, network.id, id)
  const draft = mayWrite ? await findSchemeDraft(db, network.id, id) : null
  return { view, scheme, versions, draft, mayWrite }
}

/** What the pages of a draft know. */
export interface SchemeDraftView {
  view: View
  scheme: DescribedScheme
  draft: SchemeDraft
  /** What was published last; null: nothing yet. */
  last: SchemeVersion | null
  faults: readonly Fault[]
}

/** The draft of the label named by the address, else 404. */
export async function schemeDraftOf(c: AppContext): Promise<SchemeDraftView> {
  const { view, scheme, versions, draft } = await schemeViewOf(c)
  const found = orNotFound(draft)
  return { view, scheme, draft: found, last: versions[0] ?? null, faults: faultsOf(found.content) }
}

/** One criterion of a draft, and its rank. */
export interface CriterionView extends SchemeDraftView {
  rank: Rank
  criterion: Criterion
}

export async function criterionOf(c: AppContext): Promise<CriterionView> {
  const about = await schemeDraftOf(c)
  const rank = rankOf(c)
  return { ...about, rank, criterion: orNotFound(criterionAt(about.draft.content, rank)) }
}

export function schemeIdOf(c: AppContext): SchemeId {
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'scheme'>(id) ? id : null)
}

export function rankOf(c: AppContext): Rank {
  const typed = c.req.param('rang') ?? ''
  return orNotFound(/^[1-9]\d{0,2}$/.test(typed) ? Number(typed) : null)
}
