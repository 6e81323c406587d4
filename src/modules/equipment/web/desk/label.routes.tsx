import { Hono } from 'hono'
import { z } from 'zod'
import { isId } from '../../../../kernel/id.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { everybody } from '../../../../platform/session/actor.ts'
import { networkAddress } from '../../../identity/index.ts'
import type { DeskChoice } from '../../data/desk/desk-day.queries.ts'
import { labelsOfDesk } from '../../data/desk/labels.queries.ts'
import { labelSheet } from '../../documents/label-sheet.ts'
import { labelSheetSvg } from '../../documents/label-sheet-svg.ts'
import { sheetNamed } from '../../domain/desk/label.ts'
import { desksAtWork } from '../../use-cases/desk/desk-day.ts'
import { replaceLabel } from '../../use-cases/desk/replace-label.ts'
import { scannedUnit, typedUnit } from '../../use-cases/desk/scanned-unit.ts'
import { managingPaths } from '../managing/managing.paths.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { deskPaths, deskRoutesOf as routes } from './desk.paths.ts'
import { NoDeskPage } from './pages/desk-day-page.tsx'
import { LabelPage, UnknownLabelPage } from './pages/label-page.tsx'
import { LabelsPage } from './pages/labels-page.tsx'

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
    const asked = await labelsAsked(c)
    return page(c, asked ? <LabelsPage view={viewOf(c)} {...asked} /> : <NoDeskPage view={viewOf(c)} />)
  })
  .get(routes.sheet, may(policy.seeWork), async (c) => {
    const { context, services, network } = c.var
    const { desk, labels } = orNotFound(await labelsAsked(c))
    const format = sheetNamed(c.req.query('format'))
    const address = networkAddress(services.config.baseUrl, network)
    const sheet = {
      ...{ of: `${desk.name}, ${desk.inventoryName}`, labels, format, now: context.now },
      addressOf: (token: string) => deskPaths.label(address, token),
    }
    if (c.req.query('fichier') !== 'svg')
      return sent(c, await labelSheet(services.documents, sheet), `Étiquettes ${desk.name}.pdf`)
    const number = Number(c.req.query('feuille') ?? '1')
    return sent(c, orNotFound(labelSheetSvg(sheet, number)), `Étiquettes ${desk.name}, feuille ${number}.svg`)
  })
  .post(
    routes.relabel,
    may(policy.work),
    writes('unit.relabelled'),
    form(z.object({}), (c) => c.redirect(c.req.path)),
    async (c) => {
      const { inventory, context } = await workplace(c, 'serve')
      const unit = c.req.param('exemplaire') ?? ''
      orNotFound((isId<'unit'>(unit) && (await replaceLabel(context, inventory.id, unit))) || null)
      const here = isId<'unit'>(unit) ? managingPaths.unit(c.var.network.base, inventory.id, unit) : ''
      return done(
        c,
        here,
        'L’étiquette est remplacée. Imprimez la nouvelle et collez-la : l’ancienne ne vaut plus.',
      )
    },
  )

interface LabelsAsked {
  desk: DeskChoice
  desks: readonly DeskChoice[]
  labels: Awaited<ReturnType<typeof labelsOfDesk>>
  unit: Awaited<ReturnType<typeof labelsOfDesk>>[number] | null
}

/** The labels of the desk of the address, or of one of its units; null for whoever keeps no desk. */
async function labelsAsked(c: AppContext): Promise<LabelsAsked | null> {
  const { context } = c.var
  const desks = await desksAtWork(context)
  const asked = c.req.param('guichet')
  const known = desks.find(({ id }) => id === (asked ?? c.req.query('guichet')))
  const desk = known ?? (asked ? null : desks[0])
  if (!desk) return null
  const labels = await labelsOfDesk(context.db, desk.id)
  const unit = labels.find(({ unitId }) => unitId === c.req.query('exemplaire')) ?? null
  return { desk, desks, unit, labels: unit ? [unit] : labels }
}

function sent(c: AppContext, content: Uint8Array | string, name: string): Response {
  const type = name.endsWith('.pdf') ? 'application/pdf' : 'image/svg+xml'
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': type })
}
