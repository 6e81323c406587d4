import { Hono } from 'hono'
import { addDays } from '../../../../kernel/day.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { plural } from '../../../../ui/french.ts'
import { codedUnits } from '../../data/desk/codes.queries.ts'
import { policyOn } from '../../data/inventory.store.ts'
import { unitsToUpdate, updatesOf } from '../../data/upkeep/updates.store.ts'
import { allows } from '../../domain/rights.ts'
import { rulesFrom } from '../../domain/rules.ts'
import { readCodes } from '../../use-cases/desk/read-codes.ts'
import { logUpdates } from '../../use-cases/upkeep/log-updates.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { updateForm } from './maintenance.form.ts'
import { maintenancePaths, maintenanceRoutesOf } from './maintenance.paths.ts'
import { unknownProblem, updateProblems } from './maintenance-wording.ts'
import { UpdatesPage } from './pages/updates-page.tsx'

const routes = maintenanceRoutesOf

const updatesPage: FormPage = async (c, state) => {
  const { context, inventory, role } = await workplace(c, 'read')
  const { db, today } = context
  const delay = rulesFrom({}, await policyOn(db, inventory.id, today)).updateDelayDays.value
  return page(
    c,
    <UpdatesPage
      view={viewOf(c)}
      inventory={inventory}
      delay={delay}
      late={delay === null ? [] : await unitsToUpdate(db, inventory.id, addDays(today, -delay))}
      log={await updatesOf(db, { inventory: inventory.id }, 30)}
      mayMaintain={allows(role, 'maintain')}
      state={state}
    />,
  )
}

/** The log of updates: the owner’s duty, one unit or many at once. EQP-1002, 002 art. 4.2. */
export const updateRoutes = new Hono<AppEnv>()
  .get(routes.updates, may(policy.seeWork), async (c) => {
    const values = c.req.query()
    if (!values.numeros) return updatesPage(c, { values, problems: [] })
    const { context, inventory } = await workplace(c, 'read')
    const { unknown } = readCodes(values.numeros, await codedUnits(context.db, inventory.id))
    return updatesPage(c, { values, problems: unknown.length === 0 ? [] : [unknownProblem(unknown)] })
  })
  .post(
    routes.updates,
    may(policy.work),
    writes('software.updated'),
    form(updateForm, updatesPage),
    async (c) => {
      const place = await workplace(c, 'maintain')
      const { logiciel, version, avant, jour, resultat, note, numeros } = c.var.form
      const logged = await logUpdates(place, numeros, {
        ...{ software: logiciel, versionBefore: avant, versionAfter: version },
        ...{ day: jour, result: resultat, note },
      })
      if (isRefusal(logged)) return c.var.again(updateProblems[logged.refused])
      const { kept, unknown } = logged
      const sentence = `${plural(kept, 'mise à jour est notée', 'mises à jour sont notées')}, et paraîtront dans les prochains états des lieux.`
      const typed = { logiciel, version, avant, jour, resultat, note, numeros: unknown.join('\n') }
      const rest = unknown.length === 0 ? {} : typed
      return done(c, maintenancePaths.updates(c.var.network.base, place.inventory.id, rest), sentence)
    },
  )
