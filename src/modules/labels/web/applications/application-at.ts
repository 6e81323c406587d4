import { isId } from '../../../../kernel/id.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { type FrozenInitiativeId, frozenById, initiativesOf } from '../../../initiatives/index.ts'
import { type Application, findApplication } from '../../data/applications/applications.store.ts'
import { frozenChoicesOf } from '../../data/applications/sending.store.ts'
import { type ApplicationFile, carriedBy, fileOf } from '../../use-cases/applications/application-file.ts'

/** The file of the address, of one's own organisation: 404 otherwise. */
export async function applicationAt(c: AppContext): Promise<Application> {
  const { db, reach } = c.var.context
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'application'>(id) ? await findApplication(db, reach, id) : null)
}

export async function fileAt(c: AppContext): Promise<ApplicationFile> {
  return fileOf(c.var.context, await applicationAt(c))
}

/**
 * How the initiatives of a file are called, by id: those one may choose while it is a draft; once it is sent, those that were
 * chosen, in the words frozen that day. LAB-23.
 */
export async function initiativeTitles(
  c: AppContext,
  { application, version }: Pick<ApplicationFile, 'application' | 'version'>,
): Promise<ReadonlyMap<string, string>> {
  if (!version.content.criteria.some(({ kind }) => kind === 'initiatives')) return new Map()
  const { db, network } = c.var.context
  if (application.state === 'draft') {
    const { organisations } = carriedBy(c.var.context, application)
    const declared = await initiativesOf(db, network.id, organisations)
    return new Map(declared.map(({ id, content }) => [id, content.title]))
  }
  const choices = await frozenChoicesOf(db, application.id)
  const frozen = await frozenById(
    db,
    network.id,
    choices.map(({ frozenId }): FrozenInitiativeId => frozenId),
  )
  return new Map(frozen.map(({ initiativeId, content }) => [initiativeId, content.title]))
}
