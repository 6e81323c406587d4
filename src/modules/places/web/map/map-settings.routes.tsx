import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { findBaseMap } from '../../data/map/base-map.store.ts'
import { chooseBaseMap } from '../../use-cases/map/choose-base-map.ts'
import { policy } from '../policy.ts'
import { baseMapForm } from './base-map.form.ts'
import { mapPaths, mapRoutesOf as routes } from './map.paths.ts'
import { baseMapChanged } from './map-wording.ts'
import { BaseMapPage } from './pages/base-map-page.tsx'

const settingsPage: FormPage = async (c, state) => {
  const view = viewOf(c)
  const { db, network } = c.var.context
  return page(
    c,
    <BaseMapPage
      view={view}
      kept={await findBaseMap(db, network.id)}
      mayManage={opensTo(view, policy.chooseBaseMap)}
      state={state}
    />,
  )
}

/** What is drawn under the places of a network. DIR-70. */
export const mapSettingsRoutes = new Hono<AppEnv>()
  .get(routes.settings, may(policy.readBaseMap), (c) => settingsPage(c, blankForm))
  .post(
    routes.settings,
    may(policy.chooseBaseMap),
    writes('base-map.chosen'),
    form(baseMapForm, settingsPage),
    async (c) => {
      const { seen, chosen } = c.var.form
      const chosenNow = await chooseBaseMap(c.var.context, seen, chosen)
      if (isRefusal(chosenNow)) return c.var.again({ field: null, message: baseMapChanged })
      return done(
        c,
        mapPaths.settings(c.var.network.base),
        chosen
          ? 'Le fond de carte est enregistré. La carte des lieux le montre dès maintenant.'
          : 'La carte des lieux montre les contours de la France, servis par ce site.',
      )
    },
  )
