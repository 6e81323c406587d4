import { z } from 'zod'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { acts, apiRouter } from '../../../../platform/api/endpoint.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { findAgreement } from '../../../agreements/index.ts'
import { desksById } from '../../data/desks.store.ts'
import { askExtension } from '../../use-cases/borrowing/extend-loan.ts'
import { requestLoan } from '../../use-cases/borrowing/request-loan.ts'
import { withdrawLine } from '../../use-cases/deciding/decide-line.ts'
import { borrowingPolicy } from '../borrowing/borrowing.policy.ts'
import { ACTION_KINDS } from '../borrowing/request.form.ts'
import { actOn, once } from './act-on.ts'
import { lineTold, ownLine } from './line-at.ts'
import { refusalProblem } from './refusals.ts'
import { AT, anId, anInstant, lineAnswer, reason, TAG } from './schemas.ts'

const text = (longest: number) => z.string().trim().min(1).max(longest)

const wish = z.object({
  inventoryId: anId<'inventory'>(),
  deskId: anId<'desk'>(),
  agreementId: anId<'agreement'>(),
  pickupAt: anInstant,
  returnAt: anInstant,
  wanted: z
    .array(
      z.object({
        modelId: anId<'model'>(),
        unitId: anId<'unit'>().nullable().default(null),
        count: z.number().int().min(1).max(20).default(1),
      }),
    )
    .min(1)
    .max(20),
  actionKind: z.enum(ACTION_KINDS).default('workshop'),
  actions: z.string().trim().min(20).max(4000),
  audience: text(300),
  expectedPeople: z.number().int().min(0).max(99_999).nullable().default(null),
  usedAt: text(300),
  isStoredSafely: z.boolean().default(false),
  collector: z.object({
    name: text(200),
    quality: z.string().trim().max(200).default(''),
    phone: z.string().trim().max(40).default(''),
  }),
  isInseparable: z.boolean().default(false),
  asksDerogation: z.boolean().default(false),
})

/** What a borrower asks. EQP-501, EQP-703, EQP-1405. */
export const requestsApi = apiRouter()

acts(
  requestsApi,
  {
    path: `${AT}/requests`,
    tag: TAG,
    summary: 'Demander du matériel',
    policy: borrowingPolicy.borrow,
    writes: 'loan.requested',
    isNew: true,
    body: wish,
    answer: z.object({ id: z.string(), lines: z.array(lineAnswer) }),
  },
  async (c, { body, sent }) => {
    const { context } = c.var
    const agreement = orNotFound(await findAgreement(context.db, context.reach, body.agreementId))
    const whole = { ...body, organisationId: agreement.partner.id, placeId: null }
    return once(c, { context, sent }, async (inAct) => {
      const asked = await requestLoan(inAct, whole)
      if (!isRefusal(asked)) return { id: asked.id, lines: asked.lines.map(lineTold) }
      const zone = (await desksById(inAct.db, [body.deskId])).get(body.deskId)?.calendar.zone
      throw refusalProblem(asked, zone ?? 'Europe/Paris')
    })
  },
)

const ofOwn = { tag: TAG, policy: borrowingPolicy.borrow, about: ownLine, answer: lineAnswer } as const

acts(
  requestsApi,
  {
    ...ofOwn,
    path: `${AT}/lines/{line}/withdrawal`,
    summary: 'Abandonner une demande ou un prêt qui n’est pas parti',
    writes: 'loan.withdrawn',
    body: z.object({}),
    version: ({ version }) => version,
  },
  async (c, asked) =>
    actOn(c, { context: c.var.context, line: await ownLine(c), asked }, (context, target) =>
      withdrawLine(context, target),
    ),
)

acts(
  requestsApi,
  {
    ...ofOwn,
    path: `${AT}/lines/{line}/extension`,
    summary: 'Demander une prolongation',
    writes: 'loan-extension.asked',
    body: z.object({ untilAt: anInstant, reason: reason().min(1) }),
    version: ({ version }) => version,
  },
  async (c, asked) =>
    actOn(c, { context: c.var.context, line: await ownLine(c), asked }, (context, target) =>
      askExtension(context, target, asked.body),
    ),
)
