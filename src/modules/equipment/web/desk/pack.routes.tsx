import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { type Day, parseDay } from '../../../../kernel/day.ts'
import { dayOf, timeOf } from '../../../../kernel/instant.ts'
import { typography } from '../../../../kernel/typography.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { htmlOf, viewOf } from '../../../../platform/http/page.tsx'
import { Forbidden, orNotFound } from '../../../../platform/http/problems.ts'
import { root } from '../../../../platform/root.ts'
import { everybody } from '../../../../platform/session/actor.ts'
import { formatHour, formatWeekday } from '../../../../ui/french.ts'
import type { DeskChoice } from '../../data/desk/desk-day.queries.ts'
import { allows } from '../../domain/rights.ts'
import { desksAtWork } from '../../use-cases/desk/desk-day.ts'
import { type PackedLine, packOfDay } from '../../use-cases/desk/desk-pack.ts'
import { workplaceOf } from '../../use-cases/workplace.ts'
import { deskText } from '../desk-name-wording.ts'
import { policy } from '../policy.ts'
import { deskPaths, deskRoutesOf as routes } from './desk.paths.ts'
import { PASSAGE_WORDS } from './desk-wording.ts'
import { PackedLoan } from './pages/packed-loan.tsx'

const WORKER = join(root, 'src/modules/equipment/web/desk/offline-worker.js')

/** The day of a desk as a device keeps it, and the worker that gives it back without network. EQP-1303. */
export const packRoutes = new Hono<AppEnv>()
  .get(routes.pack, may(policy.seeWork), async (c) => {
    const desk = orNotFound(await deskAsked(c))
    const work = orNotFound(await workplaceOf(c.var.context, desk.inventoryId))
    if (!allows(work.role, 'serve')) throw new Forbidden()
    const { now } = c.var.context
    const on = parseDay(c.req.query('jour') ?? '') ?? dayOf(now, desk.zone)
    const lines = await packOfDay(work.context, desk, on)
    const loans = await Promise.all(lines.map((line) => packed(c, line, allows(work.role, 'decide'))))
    c.header('cache-control', 'private, no-store')
    return c.json({ version: now, told: toldOf(desk, on, timeOf(now, desk.zone)), loans })
  })
  .get(routes.worker, may(everybody('equipment.desk-worker')), async (c) =>
    c.body(await readFile(WORKER, 'utf8'), 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'service-worker-allowed': deskPaths.home(c.var.network.base),
    }),
  )

async function deskAsked(c: AppContext): Promise<DeskChoice | null> {
  const desks = await desksAtWork(c.var.context)
  return desks.find(({ id }) => id === c.req.param('guichet')) ?? null
}

function toldOf({ name }: DeskChoice, on: Day, time: string): string {
  return typography(`${deskText(name)} du ${formatWeekday(on)}, chargé à ${formatHour(time)}`)
}

async function packed(c: AppContext, { at, passage, time }: PackedLine, decides: boolean) {
  const unit = at.units[0]
  return {
    path: deskPaths.line(c.var.network.base, at.line.id),
    title: typography(unit ? `${unit.modelName}, ${unit.assetNumber}` : 'Prêt'),
    when: typography(`${formatHour(time)}, ${PASSAGE_WORDS[passage].toLowerCase()}`),
    who: typography(at.borrower),
    codes: at.units.flatMap(({ assetNumber, token }) => [
      assetNumber.toLowerCase(),
      ...(token ? [token] : []),
    ]),
    html: await htmlOf(<PackedLoan view={viewOf(c)} at={at} decides={decides} />),
  }
}
