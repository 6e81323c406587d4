import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import { writeMail } from '../../../platform/mail/mail.ts'
import type { Network } from '../../../platform/session/actor.ts'
import { contactsAbout, networkAddress, networkById, organisationNames } from '../../identity/index.ts'
import { placeMailboxes } from '../../places/index.ts'
import { decisionById } from '../data/bulk/list-decision.queries.ts'
import {
  countsOf,
  NO_PLACE,
  networkOfList,
  noteTold,
  placesToTell,
} from '../data/bulk/place-lists.queries.ts'
import {
  type CharterSignature,
  charterOf,
  findPlaceList,
  type PlaceList,
} from '../data/bulk/place-lists.store.ts'
import { versionById } from '../data/schemes/schemes.store.ts'
import { type ListTold, tellListQueue } from '../use-cases/bulk/tell-list-queue.ts'
import { peopleOfPlace } from '../use-cases/proof/people-of-place.ts'
import { bulkPaths } from '../web/bulk/bulk.paths.ts'
import {
  charterMail,
  type ListMail,
  lineMail,
  listDecidedMail,
  listSignedMail,
} from '../web/bulk/list-mail-wording.ts'
import { schemePaths } from '../web/schemes/scheme.paths.ts'

/** Places told in one transaction: stopped in the middle, the job goes on where it was. */
const AT_ONCE = 100

/** Tells each place of a list what was signed or decided for it, once, however often it runs. LAB-20, LAB-21. */
export const tellList: Job<ListTold> = {
  ...tellListQueue,
  async work({ db, clock, config }, { list: id, what }) {
    const networkId = await networkOfList(db, id)
    const network = networkId && (await networkById(db, networkId))
    const list = network && (await findPlaceList(db, { kind: 'all', network: network.id }, id))
    const charter = list && (await charterOf(db, id))
    if (!network || !list || !charter) return
    const base = networkAddress(config.baseUrl, network)
    const words = await wordsOf(db, network, list, charter, base)
    const decision = list.decisionId ? await decisionById(db, network.id, list.decisionId) : null
    if (what === 'decision' && !decision) return
    await tellPeople(db, { list, what, today: clock.today(), now: clock.now() }, words, base)
    const told = what === 'charter' ? 'charter_told_at' : 'decision_told_at'
    for (;;) {
      const lines = await placesToTell(db, id, told, AT_ONCE)
      if (lines.length === 0) return
      const boxes = await placeMailboxes(
        db,
        network.id,
        lines.map(({ placeId }) => placeId),
      )
      const boxOf = new Map(boxes.map((box) => [box.id, box]))
      await inTransaction(db, async (tx) => {
        for (const line of lines) {
          const box = boxOf.get(line.placeId)
          const facts = { ...words, placeName: box?.name ?? '' }
          const mail =
            what === 'decision' && decision ? lineMail(facts, { ...line, ...decision }) : charterMail(facts)
          for (const to of new Set(box?.emails ?? []))
            await writeMail(tx, clock.now(), {
              ...mail,
              to,
              onceKey: `list:${what}:${id}:${line.placeId}:${to}`,
            })
        }
        const places = lines.map(({ placeId }) => placeId)
        await noteTold(tx, id, told, places, clock.now())
      })
    }
  },
}

/** The people of the list, once each: the partner's who keep the places' pages, its referents, the officers to whom it comes. */
async function tellPeople(
  db: Database,
  { list, what, today, now }: { list: PlaceList; what: ListTold['what']; today: Day; now: Instant },
  words: Omit<ListMail, 'placeName'>,
  base: string,
): Promise<void> {
  const { id, networkId, agreementId, partnerId } = list
  const { editors, referents } = await peopleOfPlace(
    db,
    networkId,
    { agreementId, organisationId: null },
    today,
  )
  const officers = what === 'charter' ? await contactsAbout(db, networkId, partnerId, today, ['head']) : []
  const counts = (await countsOf(db, [id])).get(id) ?? NO_PLACE
  const facts = {
    ...words,
    places: counts.places,
    granted: counts.places - counts.excluded,
    address: bulkPaths.list(base, id),
  }
  const mail = what === 'charter' ? listSignedMail(facts) : listDecidedMail(facts)
  const people = [...editors, ...referents, ...officers.map(({ email }) => email)]
  await inTransaction(db, async (tx) => {
    for (const to of new Set(people))
      await writeMail(tx, now, { ...mail, to, onceKey: `list:${what}:${id}:${to}` })
  })
}

async function wordsOf(
  db: Database,
  network: Pick<Network, 'id' | 'name' | 'headName'>,
  { partnerId, versionId }: PlaceList,
  charter: CharterSignature,
  base: string,
): Promise<Omit<ListMail, 'placeName'>> {
  const names = await organisationNames(db, [partnerId])
  const version = await versionById(db, network.id, versionId)
  return {
    networkName: network.name,
    headName: network.headName,
    partnerName: names.get(partnerId) ?? '',
    schemeName: version?.scheme.name ?? '',
    charter,
    criteriaAddress: schemePaths.criteriaOf(base, version?.scheme.code ?? '', version?.version),
  }
}
