import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { holidayRules, schoolHolidays } from '../../data/hours/holidays.store.ts'
import { correctHolidays, dropCorrection } from '../../use-cases/hours/change-holidays.ts'
import { loadSchoolHolidays } from '../../use-cases/hours/load-school-holidays.ts'
import { policy } from '../policy.ts'
import { correctionForm, schoolHolidaysForm } from './days-off.form.ts'
import { holidayFileProblems, ZONE_NAMES } from './days-off-wording.ts'
import { hoursPaths, hoursRoutesOf as routes } from './hours.paths.ts'
import { DaysOffPage } from './pages/days-off-page.tsx'

const daysOffPage: FormPage = async (c, state) => {
  const view = viewOf(c)
  const { db, network } = c.var.context
  return page(
    c,
    <DaysOffPage
      view={view}
      school={await schoolHolidays(db, network.id)}
      rules={await holidayRules(db, network.id)}
      mayChange={opensTo(view, policy.changeDaysOff)}
      state={state}
    />,
  )
}

/** The days on which hours may not hold: public holidays, holidays of the schools. DIR-51, DIR-52. */
export const daysOffRoutes = new Hono<AppEnv>()
  .get(routes.daysOff, may(policy.readDaysOff), (c) => daysOffPage(c, blankForm))
  .post(
    routes.daysOff,
    may(policy.changeDaysOff),
    writes('school-holidays.loaded'),
    form(schoolHolidaysForm, daysOffPage),
    async (c) => {
      const { fichier, zone } = c.var.form
      const content = new Uint8Array(await fichier.arrayBuffer())
      const zones = await loadSchoolHolidays(c.var.context, content, zone)
      if (isRefusal(zones))
        return c.var.again({ field: 'fichier', message: holidayFileProblems[zones.refused] })
      const names = zones.map((one) => ZONE_NAMES[one] ?? one).join(', ')
      return done(
        c,
        hoursPaths.daysOff(c.var.network.base),
        `Vacances scolaires chargées : ${names}. Les fiches dont les horaires en dépendent les suivent dès maintenant.`,
      )
    },
  )
  .post(
    routes.holidays,
    may(policy.changeDaysOff),
    writes('holidays.corrected'),
    form(correctionForm, daysOffPage),
    async (c) => {
      const rule = c.var.form
      await correctHolidays(c.var.context, rule)
      return done(
        c,
        hoursPaths.daysOff(c.var.network.base),
        rule.isOff
          ? 'Ce jour compte comme férié. Les fiches et la recherche le disent dès maintenant.'
          : 'Ce jour compte comme travaillé. Les fiches et la recherche le disent dès maintenant.',
      )
    },
  )
  .post(routes.correction, may(policy.changeDaysOff), writes('holidays.correction-dropped'), async (c) => {
    const id = c.req.param('id')
    const dropped = await dropCorrection(c.var.context, orNotFound(isId<'holiday-rule'>(id) ? id : null))
    if (isRefusal(dropped)) throw new NotFound()
    return done(c, hoursPaths.daysOff(c.var.network.base), 'Cette correction est retirée.')
  })
