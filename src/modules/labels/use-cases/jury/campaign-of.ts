import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { Campaign, JurySetting } from '../../data/jury/campaigns.store.ts'
import { lockCampaign } from '../../data/jury/campaigns.store.ts'
import type { EditionId } from '../../data/schemes/editions.store.ts'
import type { JuryRules } from '../../domain/schemes/scheme.ts'

export type JuryStandsInTheWay = 'no-such-campaign' | 'no-jury' | 'already-published'

export type WithJury = Campaign & { readonly jury: JurySetting }

/** The campaign with its jury, held; or the name of what stands in the way of any act of it. */
export async function openCampaign(
  tx: Database,
  network: NetworkId,
  id: EditionId,
): Promise<WithJury | JuryStandsInTheWay> {
  const campaign = await lockCampaign(tx, network, id)
  if (!campaign) return 'no-such-campaign'
  if (campaign.publishedAt) return 'already-published'
  return campaign.jury ? { ...campaign, jury: campaign.jury } : 'no-jury'
}

/** Three readers, two of them of the science, discussed from a gap of two: what stands where a label says nothing. LAB-24. */
export function rulesOf({ content }: Pick<Campaign, 'content'>): JuryRules {
  return content.jury ?? { readers: 3, scientific: 2, discussedFrom: 2 }
}
