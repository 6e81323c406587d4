import { isId } from '../../../../kernel/id.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { type Campaign, findCampaign } from '../../data/jury/campaigns.store.ts'
import { type Juror, seatsOf } from '../../data/jury/jurors.store.ts'
import { ownReading, type Reading } from '../../data/jury/readings.store.ts'
import { holderName } from '../../use-cases/applications/holders.ts'

export interface ReadingPlace {
  readonly reading: Reading
  readonly campaign: Campaign
  readonly seat: Juror
  readonly holderName: string
}

/** The reading of the address, when it was given to whoever asks and they still sit: 404 otherwise. LAB-55. */
export async function readingAt(c: AppContext): Promise<ReadingPlace> {
  const { db, network, actor, today } = c.var.context
  const person = orNotFound(personOf(actor))
  const id = c.req.param('lecture') ?? ''
  const reading = orNotFound(
    isId<'reading'>(id) ? await ownReading(db, network.id, person.personId, id) : null,
  )
  const seats = await seatsOf(db, network.id, person.personId, today)
  const seat = orNotFound(seats.find((one) => one.id === reading.jurorId))
  const campaign = orNotFound(await findCampaign(db, network.id, reading.editionId))
  return { reading, campaign, seat, holderName: await holderName({ db, network, today }, reading.holder) }
}
