import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { agreementPaths, findAgreement } from '../../../agreements/index.ts'
import { informationOwed, type OwedInformation } from '../../use-cases/proof/information-owed.ts'
import { confirmAddress, movedPlaces } from '../../use-cases/proof/moved-places.ts'
import { prepareNotice } from '../../use-cases/proof/prepare-notice.ts'
import { policy } from '../policy.ts'
import { noticeGrounds } from './information-wording.ts'
import { FollowUpPage } from './pages/follow-up-page.tsx'
import { proofPaths, routes } from './proof.paths.ts'

async function followUpPage(c: AppContext, problem: string | null = null) {
  const { context } = c.var
  const { db, network, today } = context
  const view = viewOf(c)
  const owed = await informationOwed(db, network.id, today)
  return page(
    c,
    <FollowUpPage
      view={view}
      owed={owed}
      carriers={await carriersOf(c, owed)}
      moved={await movedPlaces(context)}
      mayAct={opensTo(view, policy.followUp)}
      problem={problem}
    />,
  )
}

/** The agreements of what is overdue: each is read, for its reference and its partner. */
async function carriersOf(c: AppContext, owed: readonly OwedInformation[]) {
  const { db, reach } = c.var.context
  const overdue = owed.filter(({ duties }) => duties.some(({ status }) => status === 'overdue'))
  const ids = [...new Set(overdue.flatMap(({ agreementId }) => agreementId ?? []))]
  const found = []
  for (const id of ids) found.push(await findAgreement(db, reach, id))
  return found.filter((agreement) => agreement !== null)
}

export const followUpRoutes = new Hono<AppEnv>()
  .get(routes.followUp, may(policy.readFollowUp), (c) => followUpPage(c))
  .post(routes.notice, may(policy.followUp), writes('letter.prepared'), async (c) => {
    const id = c.req.param('id')
    const prepared = await prepareNotice(
      c.var.context,
      orNotFound(isId<'agreement'>(id) ? id : null),
      noticeGrounds,
    )
    if (isRefusal(prepared)) {
      if (prepared.refused === 'no-such-agreement') throw new NotFound()
      c.status(409)
      return followUpPage(c, problems[prepared.refused])
    }
    return done(
      c,
      agreementPaths.letter(c.var.network.base, prepared.agreement, prepared.letter),
      'La mise en demeure est rédigée, avec la liste des lieux et des semestres. Rien n’est envoyé, et aucun délai ne court.',
    )
  })
  .post(routes.address, may(policy.followUp), writes('label.address-confirmed'), async (c) => {
    const id = c.req.param('id')
    const confirmed = await confirmAddress(c.var.context, orNotFound(isId<'award'>(id) ? id : null))
    if (isRefusal(confirmed)) {
      if (confirmed.refused === 'no-such-award') throw new NotFound()
      c.status(409)
      return followUpPage(c, problems[confirmed.refused])
    }
    return done(
      c,
      proofPaths.followUp(c.var.network.base),
      `Le label suit son lieu à ${confirmed.commune}. Son numéro et l’adresse de sa preuve ne changent pas.`,
    )
  })

const problems = {
  'nothing-overdue':
    'Aucun lieu de cette convention ne doit plus ses informations : la liste ci-dessous est à jour.',
  'not-prepared':
    'La lettre n’a pas pu être rédigée : ouvrez la convention, et préparez la mise en demeure depuis ses documents.',
  'not-moved': 'Ce lieu n’a pas changé de commune depuis : il n’y a rien à confirmer.',
} as const
