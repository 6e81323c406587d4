import { z } from 'zod'
import { acts, apiRouter } from '../../../../platform/api/endpoint.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { openExtension } from '../../data/borrowing/extensions.store.ts'
import { decideExtension } from '../../use-cases/borrowing/extend-loan.ts'
import { approveLine, REASON_CODES, rejectLine } from '../../use-cases/deciding/decide-line.ts'
import { displaceLine } from '../../use-cases/moving/displace-line.ts'
import { policy } from '../policy.ts'
import { actOn } from './act-on.ts'
import { workedLine } from './line-at.ts'
import { AT, anInstant, type LineAnswer, lineAnswer, reason, TAG } from './schemas.ts'

const shared = {
  tag: TAG,
  policy: policy.work,
  answer: lineAnswer,
  version: ({ version }: LineAnswer) => version,
} as const

/** Past the limit, it is the head's to say. 002 art. 4.3 a. */
async function lineToApprove(c: AppContext) {
  const { line } = await workedLine(c, 'read')
  return workedLine(c, line.needsDerogation ? 'rule' : 'decide')
}

async function lineToExtend(c: AppContext) {
  const { line, context } = await workedLine(c, 'read')
  const asked = await openExtension(context.db, line.id)
  return workedLine(c, asked?.needsDerogation ? 'rule' : 'decide')
}

/** What whoever manages an inventory decides. EQP-503, EQP-504, EQP-602, EQP-703, EQP-1405. */
export const decisionsApi = apiRouter()

acts(
  decisionsApi,
  {
    ...shared,
    path: `${AT}/lines/{line}/approval`,
    summary: 'Accorder un prêt',
    writes: 'loan.approved',
    about: lineToApprove,
    body: z.object({ reason: reason().default('') }),
  },
  async (c, asked) =>
    actOn(c, { ...(await lineToApprove(c)), asked }, (context, target) =>
      approveLine(context, target, asked.body),
    ),
)

acts(
  decisionsApi,
  {
    ...shared,
    path: `${AT}/lines/{line}/rejection`,
    summary: 'Refuser une demande',
    writes: 'loan.rejected',
    about: (c) => workedLine(c, 'decide'),
    body: z.object({ reasonCode: z.enum(REASON_CODES), reason: reason().min(1) }),
  },
  async (c, asked) =>
    actOn(c, { ...(await workedLine(c, 'decide')), asked }, (context, target) =>
      rejectLine(context, target, asked.body),
    ),
)

acts(
  decisionsApi,
  {
    ...shared,
    path: `${AT}/lines/{line}/extension-decision`,
    summary: 'Accorder ou refuser la prolongation demandée',
    writes: 'loan-extension.decided',
    about: lineToExtend,
    body: z.object({ isGranted: z.boolean(), reason: reason().default('') }),
  },
  async (c, asked) =>
    actOn(c, { ...(await lineToExtend(c)), asked }, (context, target) =>
      decideExtension(context, target, asked.body),
    ),
)

acts(
  decisionsApi,
  {
    ...shared,
    path: `${AT}/lines/{line}/displacement`,
    summary: 'Reprendre l’exemplaire d’un prêt accordé, un autre étant proposé',
    writes: 'loan.displaced',
    about: (c) => workedLine(c, 'rule'),
    body: z.object({
      from: anInstant,
      until: anInstant,
      title: reason(120).min(1),
      responsible: reason(120).min(1),
      reason: reason().min(1),
    }),
  },
  async (c, asked) => {
    const { from, until, ...need } = asked.body
    return actOn(c, { ...(await workedLine(c, 'rule')), asked }, (context, target) =>
      displaceLine(context, target, { ...need, span: { from, until } }),
    )
  },
)
