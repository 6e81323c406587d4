import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { startOfDay } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { badgeKeys } from '../../data/badges/badge-keys.store.ts'
import { declareCompromise, rotateKeys } from '../../use-cases/badges/change-keys.ts'
import { policy } from '../policy.ts'
import { compromiseForm, newKeysForm } from './badge-keys.form.ts'
import { COMPROMISES } from './badge-wording.ts'
import { badgePaths, badgeRoutePaths as routes } from './badges.paths.ts'
import { BadgeKeysPage, CompromisePage, NewKeysPage } from './pages/badge-keys-pages.tsx'

const newKeysPage: FormPage = (c, state) => page(c, <NewKeysPage view={viewOf(c)} state={state} />)

const compromisePage: FormPage = async (c, state) =>
  page(c, <CompromisePage view={viewOf(c)} badgeKey={await keyOf(c)} state={state} />)

/** The keys that sign the badges of the network: renewed at will, declared unsafe when they are. LAB-48. */
export const badgeKeyRoutes = new Hono<AppEnv>()
  .get(routes.keys, may(policy.readBadgeKeys), async (c) => {
    const keys = await badgeKeys(c.var.context.db, c.var.network.id)
    return page(c, <BadgeKeysPage view={viewOf(c)} keys={keys} />)
  })
  .get(routes.newKeys, may(policy.badgeKeys), (c) => newKeysPage(c, blankForm))
  .post(
    routes.newKeys,
    may(policy.badgeKeys),
    writes('badge-key.changed'),
    form(newKeysForm, newKeysPage),
    async (c) => {
      await rotateKeys(c.var.context, c.var.services.config)
      return done(
        c,
        badgePaths.keys(c.var.network.base),
        'Deux nouvelles clés signent les badges. Ceux d’avant restent vérifiables.',
      )
    },
  )
  .get(routes.compromise, may(policy.badgeKeys), (c) => compromisePage(c, blankForm))
  .post(
    routes.compromise,
    may(policy.badgeKeys),
    writes('badge-key.compromised'),
    form(compromiseForm, compromisePage),
    async (c) => {
      const { id: key } = await keyOf(c)
      if (!c.var.confirmed) return compromisePage(c, c.var.typed)
      const from = startOfDay(c.var.form.date)
      const declared = await declareCompromise(c.var.context, c.var.services.config, { key, from })
      if (isRefusal(declared)) return c.var.again(COMPROMISES[declared.refused])
      return done(
        c,
        badgePaths.keys(c.var.network.base),
        'La clé est signalée. Ce qu’elle a signé depuis ce jour est refusé ; les badges d’avant sont refaits avec de nouvelles clés.',
      )
    },
  )

async function keyOf(c: AppContext) {
  const { db, network } = c.var.context
  const id = c.req.param('id') ?? ''
  const keys = isId<'badge-key'>(id) ? await badgeKeys(db, network.id) : []
  return orNotFound(keys.find((key) => key.id === id))
}
