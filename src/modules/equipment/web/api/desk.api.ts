import { z } from 'zod'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { acts, apiRouter } from '../../../../platform/api/endpoint.ts'
import type { Context } from '../../../../platform/context.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { CONDITIONS, type Direction } from '../../domain/desk/condition.ts'
import type { LineId } from '../../domain/equipment.ts'
import { allows } from '../../domain/rights.ts'
import { handOverAtDesk, prepareAtDesk, takeBackAtDesk } from '../../use-cases/desk/desk-passage.ts'
import { noteCondition } from '../../use-cases/desk/desk-report.ts'
import { policy } from '../policy.ts'
import { actOn } from './act-on.ts'
import { workedLine } from './line-at.ts'
import { AT, anInstant, type LineAnswer, lineAnswer, reason, TAG } from './schemas.ts'

const served = (c: AppContext) => workedLine(c, 'serve')

const shared = {
  tag: TAG,
  policy: policy.work,
  answer: lineAnswer,
  about: served,
  version: ({ version }: LineAnswer) => version,
} as const

const parts = z
  .array(
    z.object({
      rank: z.number().int(),
      found: z.number().int().min(0).max(9999),
      condition: z.enum(CONDITIONS),
      remark: reason().default(''),
      powersOn: z.boolean().nullable().default(null),
      charge: z.number().int().min(0).max(100).nullable().default(null),
    }),
  )
  .max(500)
  .optional()
  .describe('L’état de chaque pièce, par son rang ; sans lui, l’état des lieux déjà noté fait foi')

/** What is done at the desk. EQP-801 to EQP-808, EQP-1405. */
export const deskApi = apiRouter()

acts(
  deskApi,
  {
    ...shared,
    path: `${AT}/lines/{line}/preparation`,
    summary: 'Préparer : le numéro est celui du matériel en main',
    writes: 'loan.prepared',
    body: z.object({ assetNumber: reason(300).min(1) }),
  },
  async (c, asked) =>
    actOn(c, { ...(await served(c)), asked }, (context, target) =>
      prepareAtDesk(context, target, asked.body.assetNumber),
    ),
)

acts(
  deskApi,
  {
    ...shared,
    path: `${AT}/lines/{line}/hand-over`,
    summary: 'Remettre le matériel',
    writes: 'loan.started',
    body: z.object({
      at: anInstant.nullable().default(null),
      parts,
      collector: reason(200).default(''),
      isIdentitySeen: z.boolean().default(false),
      withoutReport: reason().default('').describe('Pourquoi sans état des lieux signé : pour qui décide'),
    }),
  },
  async (c, asked) => {
    const place = await served(c)
    const { parts: found, ...told } = asked.body
    const withoutReport = allows(place.role, 'decide') ? told.withoutReport : ''
    return actOn(c, { ...place, asked }, async (context, target) => {
      const wrong = await noted(context, target.lineId, 'out', found)
      return wrong ?? handOverAtDesk(context, target, { ...told, withoutReport, isOffline: false })
    })
  },
)

acts(
  deskApi,
  {
    ...shared,
    path: `${AT}/lines/{line}/return`,
    summary: 'Reprendre le matériel',
    writes: 'loan.returned',
    body: z.object({ at: anInstant.nullable().default(null), parts }),
  },
  async (c, asked) => {
    const { at, parts: found } = asked.body
    return actOn(c, { ...(await served(c)), asked }, async (context, target) => {
      const wrong = await noted(context, target.lineId, 'in', found)
      return wrong ?? takeBackAtDesk(context, target, { at, isOffline: false })
    })
  },
)

async function noted(context: Context, line: LineId, direction: Direction, found: z.output<typeof parts>) {
  const report = found && (await noteCondition(context, line, direction, found))
  return isRefusal(report) ? report : null
}
