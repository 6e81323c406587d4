import { isId } from '../../../../kernel/id.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { peopleNames } from '../../../identity/index.ts'
import { type Campaign, findCampaign } from '../../data/jury/campaigns.store.ts'
import { type Juror, jurorsOf, sits } from '../../data/jury/jurors.store.ts'
import { standingsOfJuror } from '../../data/jury/own-standing.queries.ts'
import { type CampaignFile, findFileOf } from '../../data/jury/progress.queries.ts'
import type { Standing } from '../../domain/jury/interest.ts'
import type { JurorId } from '../../domain/jury/juror.ts'
import { holderNames } from '../../use-cases/applications/holders.ts'
import { rulesOf } from '../../use-cases/jury/campaign-of.ts'

/** A juror with their name. */
export interface NamedJuror extends Juror {
  readonly name: string
}

export interface CampaignPlace {
  readonly campaign: Campaign
  readonly jurors: readonly NamedJuror[]
  /** Whose page it is, when they sit in that jury too. */
  readonly seat: Juror | null
  readonly isSecretary: boolean
}

/** The campaign of the address, for its secretary and for whoever chairs its jury: 404 for anybody else. LAB-55. */
export async function campaignAt(c: AppContext): Promise<CampaignPlace> {
  const { db, network, reach, today, actor } = c.var.context
  const id = c.req.param('id') ?? ''
  const campaign = orNotFound(isId<'edition'>(id) ? await findCampaign(db, network.id, id) : null)
  const found = await jurorsOf(db, campaign.id)
  const person = personOf(actor)?.personId
  const seat = found.find((juror) => juror.personId === person && sits(juror, today)) ?? null
  const isSecretary = reach.kind === 'all'
  orNotFound(isSecretary || seat?.isChair ? campaign : null)
  const names = await peopleNames(
    db,
    found.map(({ personId }) => personId),
  )
  const jurors = found.map((juror) => ({ ...juror, name: names.get(juror.personId) || 'Compte effacé' }))
  return { campaign, jurors, seat, isSecretary }
}

export interface FilePlace extends CampaignPlace {
  readonly file: CampaignFile
  readonly holderName: string
  /** Of whoever looks; `reader` when they do not sit in the jury. LAB-25. */
  readonly standing: Standing
}

/** The file of the address, and whether whoever looks may be told more than whose it is. */
export async function fileAt(c: AppContext): Promise<FilePlace> {
  const place = await campaignAt(c)
  const { db, network } = c.var.context
  const id = c.req.param('dossier') ?? ''
  const file = orNotFound(
    isId<'application'>(id) ? await findFileOf(db, place.campaign.id, rulesOf(place.campaign), id) : null,
  )
  const names = await holderNames({ db, network }, [file.holder])
  const declared = place.seat ? await standingsOfJuror(db, place.seat.id) : null
  return {
    ...place,
    file,
    holderName: names.get(file.holder.id) ?? '',
    standing: declared ? (declared.get(file.id) ?? 'undeclared') : 'reader',
  }
}

export function nameOf(jurors: readonly NamedJuror[], id: JurorId): string {
  return jurors.find((juror) => juror.id === id)?.name ?? ''
}
