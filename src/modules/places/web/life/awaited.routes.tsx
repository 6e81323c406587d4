import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { peopleNames } from '../../../identity/index.ts'
import { type AwaitedId, awaitedInNetwork, findAwaited } from '../../data/life/awaited-changes.store.ts'
import { checksSensitive } from '../../data/life/editing-rule.store.ts'
import { chooseRule } from '../../use-cases/life/choose-editing-rule.ts'
import {
  type AwaitedRefusal,
  acceptAwaited,
  type Decided,
  refuseAwaited,
} from '../../use-cases/life/decide-awaited.ts'
import { policy } from '../policy.ts'
import { refusalForm, ruleForm } from './life.form.ts'
import { lifePaths as paths, lifeRoutesOf as routes } from './life.paths.ts'
import { pointSentences, problemOfLife } from './life-wording.ts'
import { AwaitedPage, EditingRulePage } from './pages/awaited-page.tsx'

/** What a place is changes only when the head of the network agrees, where it asked for it. DIR-73. */
export const awaitedRoutes = new Hono<AppEnv>()
  .get(routes.awaited, may(policy.readAwaited), (c) => show(c, null))
  .post(routes.accept, may(policy.decideAwaited), writes('place.change-accepted'), async (c) =>
    answer(
      c,
      await acceptAwaited(c.var.context, awaitedAt(c)),
      'Le changement est fait : le public le voit. Qui l’a demandé en reçoit un courriel.',
    ),
  )
  .post(
    routes.refuse,
    may(policy.decideAwaited),
    writes('place.change-refused'),
    form(refusalForm, (c, state) => show(c, state)),
    async (c) => {
      const refused = await refuseAwaited(c.var.context, awaitedAt(c), c.var.form.motif)
      return answer(
        c,
        refused,
        'Le changement est refusé. Qui l’a demandé en reçoit le motif par courriel, et le lieu le lit sur sa fiche.',
      )
    },
  )
  .get(routes.rule, may(policy.readAwaited), async (c) => {
    const { db, network } = c.var.context
    return page(c, <EditingRulePage view={viewOf(c)} isChecked={await checksSensitive(db, network.id)} />)
  })
  .post(
    routes.rule,
    may(policy.chooseEditingRule),
    writes('place-rule.chosen'),
    form(ruleForm, (c) => c.redirect(paths.rule(c.var.network.base), 303)),
    async (c) => {
      const checks = c.var.form.relecture === 'oui'
      await chooseRule(c.var.context, checks)
      return done(
        c,
        paths.rule(c.var.network.base),
        checks
          ? 'Ces changements attendront votre accord.'
          : 'Les lieux changent désormais eux-mêmes ce qui les identifie.',
      )
    },
  )

async function show(c: AppContext, state: FormState | null): Promise<Response> {
  const { db, network } = c.var.context
  if (state) orNotFound(await findAwaited(db, network.id, awaitedAt(c)))
  const changes = await awaitedInNetwork(db, network.id)
  const people = changes.flatMap(({ proposedBy }) => (proposedBy ? [proposedBy] : []))
  const id = c.req.param('id')
  return page(
    c,
    <AwaitedPage
      view={viewOf(c)}
      changes={changes}
      names={await peopleNames(db, [...new Set(people)])}
      isChecked={await checksSensitive(db, network.id)}
      failed={state && id ? { id, state } : null}
    />,
  )
}

async function answer(c: AppContext, outcome: Decided | Refusal<AwaitedRefusal>, sentence: string) {
  if (!isRefusal(outcome))
    return done(c, paths.awaited(c.var.network.base), [sentence, ...pointSentences(outcome)].join(' '))
  if (outcome.refused === 'no-such-change') throw new NotFound()
  c.status(409)
  return show(c, { values: {}, problems: [problemOfLife(outcome)] })
}

function awaitedAt(c: AppContext): AwaitedId {
  const id = c.req.param('id') ?? ''
  return orNotFound(isId<'awaited-change'>(id) ? id : null)
}
