import { z } from 'zod'
import { acts, apiRouter } from '../../../../platform/api/endpoint.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { NotFound } from '../../../../platform/http/problems.ts'
import type { Line } from '../../data/lines.store.ts'
import { OPENED_KINDS } from '../../domain/incidents/incident.ts'
import { allows } from '../../domain/rights.ts'
import { declareIncident } from '../../use-cases/borrowing/borrower-tells.ts'
import { openIncident } from '../../use-cases/incidents/open-incident.ts'
import { lineAtWork } from '../../use-cases/workplace.ts'
import { borrowingPolicy } from '../borrowing/borrowing.policy.ts'
import { policy } from '../policy.ts'
import { actOn } from './act-on.ts'
import { ownLine, readableLine, workedLine } from './line-at.ts'
import { AT, aDay, anId, anInstant, lineAnswer, reason, TAG } from './schemas.ts'

/** What happened to a lent thing, told by whoever has it or by whoever lends it. EQP-901, EQP-902, EQP-1405. */
export const incidentsApi = apiRouter()

acts(
  incidentsApi,
  {
    path: `${AT}/lines/{line}/incident`,
    tag: TAG,
    summary: 'Signaler une panne, ou ouvrir un incident',
    policy: policy.work,
    writes: 'incident.declared',
    orWrites: 'incident.opened',
    about: lineOfIncident,
    answer: lineAnswer,
    version: ({ version }) => version,
    body: z.object({
      account: reason(4000).min(1),
      discoveredAt: anInstant,
      kind: z
        .enum(OPENED_KINDS)
        .default('breakdown')
        .describe('De qui prête ; un emprunteur signale une panne'),
      unitId: anId<'unit'>().optional().describe('La pièce d’un lot ; l’exemplaire du prêt par défaut'),
      part: reason(200).default(''),
      stop: z.object({ until: anInstant.nullable() }).nullable().default(null).describe('De qui prête'),
      witnessName: reason(200).default(''),
      policeReference: reason(200).default(''),
      policeDay: aDay.nullable().default(null),
      insurerClaim: reason(200).default(''),
    }),
  },
  async (c, asked) => {
    const { line, isLender } = await lineOfIncident(c)
    const { account, discoveredAt, kind, unitId = line.unitId, ...told } = asked.body
    const { context } = isLender ? await workedLine(c, 'decide') : c.var
    if (!isLender) {
      const own = { ...context, reach: borrowingPolicy.borrow.reach(context.actor, context.network.id) }
      return actOn(c, { context: own, line, asked }, (inAct, target) =>
        declareIncident(inAct, target, { account, discoveredAt, photos: [], emergency: null }),
      )
    }
    if (!unitId) throw new NotFound()
    const opened = { ...told, account, discoveredAt, kind, unitId, lineId: line.id, photos: [] }
    return actOn(c, { context, line, asked }, (inAct) => openIncident(inAct, line.inventoryId, opened))
  },
)

/** Who lends opens an incident; who borrows tells of one. */
async function lineOfIncident(c: AppContext): Promise<{ line: Line; isLender: boolean }> {
  const line = await readableLine(c)
  const work = await lineAtWork(c.var.context, line.id)
  if (work && allows(work.role, 'decide')) return { line, isLender: true }
  return { line: await ownLine(c), isLender: false }
}
