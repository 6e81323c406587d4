import { isId } from '../../../../kernel/id.ts'
import { findFile } from '../../../../platform/files/kept-files.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { type View, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { peopleNames } from '../../../identity/index.ts'
import type { ApplicationId } from '../../data/applications/applications.store.ts'
import { lookAt } from '../../data/instruction/presence.store.ts'
import { closedToJuror } from '../../data/jury/own-standing.queries.ts'
import type { Criterion } from '../../domain/schemes/scheme.ts'
import { deskOf } from '../../use-cases/instruction/desk.ts'
import { type QueuedFile, readFile } from '../../use-cases/instruction/read-file.ts'
import { policy } from '../policy.ts'

/** A file as those who instruct it read it. */
export interface FileView {
  readonly view: View
  readonly file: QueuedFile
  /** False for whoever only reads. */
  readonly mayAct: boolean
  /** Who else looks at it, and where. LAB-53. */
  readonly others: readonly { readonly name: string; readonly section: string }[]
}

/** The file of the address, on one's desk: 404 otherwise. Opening it says that one looks at it. */
export async function fileAt(c: AppContext, section = ''): Promise<FileView> {
  const { context } = c.var
  const desk = orNotFound(await deskOf(context))
  const file = orNotFound(await readFile(context, desk, applicationOf(c)))
  // Who sits in its jury opens it there, once they have declared: never here before, nor after a recusal. LAB-25.
  const person = personOf(context.actor)
  if (person && (await closedToJuror(context.db, context.network.id, person.personId, file.id)))
    throw new NotFound()
  const mayAct = await isActing(c, file)
  return { view: viewOf(c), file, mayAct, others: mayAct ? await others(c, file, section) : [] }
}

export function applicationOf(c: AppContext): ApplicationId {
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'application'>(id) ? id : null)
}

async function isActing(c: AppContext, file: QueuedFile): Promise<boolean> {
  const { context } = c.var
  const reach = policy.instruct.reach(context.actor, context.network.id)
  const desk = reach.kind === 'nobody' ? null : await deskOf({ ...context, reach })
  if (desk?.kind !== 'groups') return desk !== null
  return file.groupId !== null && desk.groups.includes(file.groupId)
}

async function others(c: AppContext, { id }: QueuedFile, section: string): Promise<FileView['others']> {
  const { actor, db, now } = c.var.context
  // Support in somebody's place leaves no trace in their name.
  if (actor.kind !== 'member' || actor.impersonator) return []
  const present = await lookAt(db, id, actor.personId, { section, now })
  const names = await peopleNames(
    db,
    present.map(({ personId }) => personId),
  )
  return present.map((one) => ({ name: names.get(one.personId) ?? '', section: one.section }))
}

/** The sections of the form, in its order: criteria that have none come under one title. */
export function sectionsOf(criteria: readonly Criterion[]): { name: string; criteria: Criterion[] }[] {
  const sections = new Map<string, Criterion[]>()
  for (const one of criteria) {
    const name = one.group || 'Critères'
    sections.set(name, [...(sections.get(name) ?? []), one])
  }
  return [...sections].map(([name, own]) => ({ name, criteria: own }))
}

/** Never on a public address, never kept by a browser: whoever may read the file reads its documents. */
export async function sendFile(c: AppContext, allowed: readonly (string | null)[]): Promise<Response> {
  const { context, services } = c.var
  const id = c.req.param('fichier') ?? ''
  const isOpen = isId<'file'>(id) && allowed.includes(id)
  const file = orNotFound(isOpen ? await findFile(context.db, context.network, id) : null)
  const content = await services.files.get(file.sha256)
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
  c.header('cache-control', 'private, no-store')
  return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': file.mediaType })
}
