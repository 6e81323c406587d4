import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { findFile } from '../../../../platform/files/kept-files.ts'
import { readDrawing, readPhoto } from '../../../../platform/files/photo.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { reportsOf } from '../../data/desk/reports.store.ts'
import { loanToRead } from '../../use-cases/borrowing/loan-to-read.ts'
import { deskRefused } from '../../use-cases/desk/desk-refusal.ts'
import {
  addConditionPhoto,
  correctReport,
  noteCondition,
  partsToCheck,
  type Signing,
  signReport,
} from '../../use-cases/desk/desk-report.ts'
import { policy } from '../policy.ts'
import { workOnLine } from '../workplace.ts'
import { photoForm, plainActForm, reportForm, signatureForm } from './desk.form.ts'
import { deskPaths, deskRoutesOf, directionOf } from './desk.paths.ts'
import { linePage } from './desk.routes.tsx'
import { answerOnce, refusedAgain } from './desk-act.ts'
import { loanAtDesk } from './desk-context.ts'
import { REPORT_NAMES } from './desk-wording.ts'

const routes = deskRoutesOf
const wayOf = (c: AppContext) => orNotFound(directionOf(c.req.param('sens') ?? ''))

async function formOfReport(c: AppContext) {
  const { line, context } = await workOnLine(c, 'serve')
  return reportForm(await partsToCheck(context.db, line))
}

/** The state of things: noted, photographed, signed by both, and given to both. EQP-802 to EQP-805. */
export const reportRoutes = new Hono<AppEnv>()
  .post(
    routes.report,
    may(policy.work),
    writes('loan-report.noted'),
    form(formOfReport, linePage),
    async (c) => {
      const { at, context, zone } = await loanAtDesk(c, 'serve')
      return answerOnce(c, { ...c.var, context, zone }, async (inAct) => {
        const noted = await noteCondition(inAct, at.line.id, wayOf(c), c.var.form.parts, c.var.form.connu)
        if (isRefusal(noted)) return noted
        const sentence = `${REPORT_NAMES[wayOf(c)]} : enregistré. Ajoutez des photos s’il le faut, puis faites signer les deux parties.`
        return { location: deskPaths.line(c.var.network.base, at.line.id), sentence }
      })
    },
  )
  .post(
    routes.photos,
    may(policy.work),
    writes('loan-report.photographed'),
    form(photoForm, linePage),
    async (c) => {
      const { at, context, zone } = await loanAtDesk(c, 'serve')
      const { photo, piece, description } = c.var.form
      const bytes = new Uint8Array(await photo.arrayBuffer())
      const document = await readPhoto(photo.name, bytes)
      if (isRefusal(document)) {
        const refusal = deskRefused('photo_refused', { name: photo.name, because: document.refused })
        return refusedAgain(refusal, c.var.again, zone)
      }
      const sha256 = await c.var.services.files.put(document.content)
      const beside = createHash('sha256').update(bytes).digest('hex')
      return answerOnce(c, { ...c.var, context, zone, beside }, async (inAct) => {
        const kept = { document, sha256, rank: piece, alt: description }
        const added = await addConditionPhoto(inAct, at.line.id, wayOf(c), kept)
        if (isRefusal(added)) return added
        const sentence = 'La photo est gardée, sans le lieu ni l’appareil qu’elle portait.'
        return { location: deskPaths.line(c.var.network.base, at.line.id), sentence }
      })
    },
  )
  .post(
    routes.signatures,
    may(policy.work),
    writes('loan-report.signed'),
    form(signatureForm, linePage),
    async (c) => {
      const { at, context, zone } = await loanAtDesk(c, 'serve')
      const { partie, reponse, nom, fonction, reserves, motif, temoin, dessin } = c.var.form
      const drawing = reponse === 'signe' ? await keptDrawing(c, dessin) : null
      const signing: Signing = {
        party: partie,
        manner:
          reponse === 'refuse' ? 'refused' : drawing ? 'drawn' : partie === 'owner' ? 'account' : 'typed',
        name: nom,
        quality: fonction,
        personId: partie === 'owner' ? (personOf(c.var.actor)?.personId ?? null) : null,
        reservations: reserves,
        refusalReason: reponse === 'refuse' ? motif : '',
        witness: temoin,
        drawing,
      }
      return answerOnce(c, { ...c.var, context, zone }, async (inAct) => {
        const report = await signReport(inAct, at.line.id, wayOf(c), signing)
        if (isRefusal(report)) return report
        const sentence = report.frozenAt
          ? 'Les deux parties ont répondu : l’état des lieux ne change plus, et son document se prépare.'
          : 'C’est noté. Il manque l’autre partie.'
        return { location: deskPaths.line(c.var.network.base, at.line.id), sentence }
      })
    },
  )
  .post(
    routes.correction,
    may(policy.work),
    writes('loan-report.corrected'),
    form(plainActForm, linePage),
    async (c) => {
      const { at, context, zone } = await loanAtDesk(c, 'serve')
      return answerOnce(c, { ...c.var, context, zone }, async (inAct) => {
        const report = await correctReport(inAct, at.line.id, wayOf(c))
        if (isRefusal(report)) return report
        const sentence =
          'Un nouvel état des lieux est ouvert. Il remplacera le précédent, et les deux parties le signent.'
        return { location: deskPaths.line(c.var.network.base, at.line.id), sentence }
      })
    },
  )
  .get(routes.photo, may(policy.seeWork), async (c) => {
    const { line } = orNotFound(await loanToRead(c.var.context, c.req.param('ligne')))
    const asked = c.req.param('photo')
    const reports = await reportsOf(c.var.context.db, line)
    const photos = [...(reports.out?.photos ?? []), ...(reports.in?.photos ?? [])]
    return sendKept(c, orNotFound(photos.find(({ id }) => id === asked)).fileId)
  })
  .get(routes.document, may(policy.seeWork), async (c) => {
    const { line } = orNotFound(await loanToRead(c.var.context, c.req.param('ligne')))
    const report = orNotFound((await reportsOf(c.var.context.db, line))[wayOf(c)])
    return sendKept(c, orNotFound(report.documentId))
  })

async function keptDrawing(c: AppContext, text: string): Promise<Signing['drawing']> {
  const document = text === '' ? null : await readDrawing(text)
  return document && { document, sha256: await c.var.services.files.put(document.content) }
}

/** Never on a public address: whoever may read the loan reads its files. EQP-1502. */
async function sendKept(c: AppContext, id: string): Promise<Response> {
  const file = orNotFound(isId<'file'>(id) ? await findFile(c.var.context.db, c.var.network, id) : null)
  const content = await c.var.services.files.get(file.sha256)
  const how = file.mediaType === 'application/pdf' ? 'attachment' : 'inline'
  c.header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
  c.header('cache-control', 'private, no-store')
  return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': file.mediaType })
}
