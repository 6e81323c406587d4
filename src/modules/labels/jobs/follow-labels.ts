import type { Job } from '../../../platform/jobs/jobs.ts'
import type { Services } from '../../../platform/services.ts'
import type { EndFollower } from '../../agreements/index.ts'
import { networkAddress, networkById } from '../../identity/index.ts'
import type { AwardId } from '../data/awards/awards.store.ts'
import { awardsUnder, labelsMoved, movedAwards } from '../data/proof/moves.store.ts'
import { followAward } from '../use-cases/proof/follow-award.ts'
import { courseMail } from '../web/proof/course-mail-wording.ts'
import { proofPaths } from '../web/proof/proof.paths.ts'

const AT_ONCE = 200

/**
 * Draws the consequences of the acts on labels, told by the act itself; the sweep is there for those written by the
 * thousand. Killed anywhere, run again: each course has its consequences once (LAB-35, LAB-67).
 */
export const followLabels: Job = {
  ...labelsMoved,
  schedule: '*/5 * * * *',
  async work(services) {
    for (
      let awards = await movedAwards(services.db, AT_ONCE);
      awards.length > 0;
      awards = await movedAwards(services.db, AT_ONCE)
    )
      for (const award of awards) await follow(services, award)
  },
}

/** The end of an agreement moved: its labels follow, without waiting. LAB-35. */
export const followLabelsUnder: EndFollower = async (services, agreement) => {
  for (const award of await awardsUnder(services.db, agreement)) await follow(services, award)
}

function follow({ db, clock, config }: Services, award: AwardId): Promise<void> {
  return followAward(db, award, { today: clock.today(), now: clock.now() }, async (tx, told) => {
    const network = await networkById(tx, told.award.networkId)
    if (!network) return null
    const address = proofPaths.proof(networkAddress(config.baseUrl, network), told.award.slug)
    return courseMail({ ...told, networkName: network.name, address })
  })
}
