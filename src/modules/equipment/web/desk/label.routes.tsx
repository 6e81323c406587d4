import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { everybody } from '../../../../platform/session/actor.ts'
import { networkAddress } from '../../../identity/index.ts'
import { labelsOfDesk } from '../../data/labels.queries.ts'
import { labelSheet } from '../../documents/label-sheet.ts'
import { desksAtWork } from '../../use-cases/desk-day.ts'
import { scannedUnit, typedUnit } from '../../use-cases/scanned-unit.ts'
import { policy } from '../policy.ts'
import { deskPaths, deskRoutesOf } from './desk.paths.ts'
import { NoDeskPage } from './pages/desk-day-page.tsx'
import { LabelPage, UnknownLabelPage } from './pages/label-page.tsx'

const routes = deskRoutesOf
const scan = everybody('equipment.scan')

/** What is stuck on things: read by anybody, searched at the desk, printed in sheets. EQP-1301, EQP-1302. */
export const labelRoutes = new Hono<AppEnv>()
  .get(routes.label, may(scan), async (c) => {
    const scanned = await scannedUnit(c.var.context, c.req.param('jeton'))
    if (!scanned) {
      c.status(404)
      return page(c, <UnknownLabelPage view={viewOf(c)} />)
    }
    return page(c, <LabelPage view={viewOf(c)} scanned={scanned} />)
  })
  .get(routes.search, may(policy.seeWork), async (c) => {
    const { base } = c.var.network
    const typed = c.req.query('q') ?? ''
    const unit = typed === '' ? null : await typedUnit(c.var.context, typed)
    if (unit?.lineId) return done(c, deskPaths.line(base, unit.lineId))
    return page(c, <UnknownLabelPage view={viewOf(c)} typed={typed} known={unit} />)
  })
  .get(routes.labels, may(policy.seeWork), async (c) => {
    const { context, services, network } = c.var
    const desks = await desksAtWork(context)
    const asked = c.req.query('guichet')
    const desk = desks.find(({ id }) => id === asked) ?? desks[0]
    if (!desk) return page(c, <NoDeskPage view={viewOf(c)} />)
    const labels = await labelsOfDesk(context.db, desk.id)
    const address = networkAddress(services.config.baseUrl, network)
    const pdf = await labelSheet(services.documents, {
      of: `${desk.name}, ${desk.inventoryName}`,
      labels,
      addressOf: (token) => deskPaths.label(address, token),
      now: context.now,
    })
    c.header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(`Étiquettes ${desk.name}.pdf`)}`,
    )
    return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'content-type': 'application/pdf' })
  })
