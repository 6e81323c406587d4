import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { readProof } from '../../../../platform/files/proof-file.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { type Visit, visitsOf } from '../../data/instruction/visits.store.ts'
import type { Findings, Seen } from '../../domain/instruction/visit.ts'
import {
  cancelVisit,
  planVisit,
  reportVisit,
  type TypedReport,
} from '../../use-cases/instruction/plan-visit.ts'
import { policy } from '../policy.ts'
import { applicationOf, fileAt } from './file-at.ts'
import { reasonForm, reportForm, visitForm } from './instruction.form.ts'
import { instructionPaths as paths, instructionRoutesOf as routes } from './instruction.paths.ts'
import { problemOfInstruction } from './instruction-wording.ts'
import { ReportPage, VisitSheetPage, VisitsPage } from './pages/visits-pages.tsx'

const visitsPage: FormPage = async (c, state) => {
  const about = await fileAt(c)
  const visits = await visitsOf(c.var.context.db, about.file.id)
  return page(c, <VisitsPage {...{ about, visits, state }} />)
}

const reportPage: FormPage = async (c, state) => page(c, <ReportPage {...(await visitAt(c))} state={state} />)

const asked = async (c: AppContext) => reportForm((await visitAt(c)).visit.codes)

/** Visits of the place: a day, a checklist, a report. LAB-13. */
export const visitRoutes = new Hono<AppEnv>()
  .get(routes.visits, may(policy.seeInstruction), (c) => visitsPage(c, blankForm))
  .post(
    routes.visits,
    may(policy.instruct),
    writes('visit.proposed'),
    form(visitForm, visitsPage),
    async (c) => {
      const { date: plannedOn, heure: plannedTime, visiteurs: visitors, criteres } = c.var.form
      const { file } = await fileAt(c)
      const codes = file.criteria.map(({ code }) => code).filter((code) => criteres.includes(code))
      const planned = orNotFound(
        await planVisit(c.var.context, file.id, { plannedOn, plannedTime, visitors, codes }),
      )
      if (isRefusal(planned)) return c.var.again(problemOfInstruction(planned))
      const sentence = 'La date est proposée. Le demandeur en est prévenu par courriel, et doit la confirmer.'
      return done(c, paths.of(c.var.network.base, file.id, 'visites'), sentence)
    },
  )
  .get(routes.visit, may(policy.instruct), (c) => reportPage(c, blankForm))
  .post(routes.visit, may(policy.instruct), writes('visit.reported'), form(asked, reportPage), async (c) => {
    const { visit } = await visitAt(c)
    const { date: heldOn, rapport: report, photos: sent, accord } = c.var.form
    const photos = await putPhotos(c, sent)
    if (photos === 'unreadable')
      return c.var.again({
        field: 'photos',
        message: 'Une photo ne peut pas être lue : envoyez des images PNG ou JPEG, de 25 Mo au plus.',
      })
    const findings = findingsTyped(visit.codes, c.var.form)
    const typed: TypedReport = { heldOn, report, findings, photos, isAgreed: accord === 'oui' }
    const id = applicationOf(c)
    const reported = orNotFound(await reportVisit(c.var.context, id, visit.id, typed))
    if (isRefusal(reported)) return c.var.again(problemOfInstruction(reported))
    const sentence =
      'Le compte rendu est enregistré. Le demandeur en est prévenu par courriel, et peut y répondre.'
    return done(c, paths.of(c.var.network.base, id, 'visites'), sentence)
  })
  .get(routes.visitSheet, may(policy.seeInstruction), async (c) =>
    page(c, <VisitSheetPage {...(await visitAt(c))} />),
  )
  .post(
    routes.visitCancelling,
    may(policy.instruct),
    writes('visit.cancelled'),
    form(reasonForm, visitsPage),
    async (c) => {
      const { visit } = await visitAt(c)
      const id = applicationOf(c)
      const wish = { visit: visit.id, reason: c.var.form.motif }
      const cancelled = orNotFound(await cancelVisit(c.var.context, id, wish))
      if (isRefusal(cancelled)) return c.var.again(problemOfInstruction(cancelled))
      const sentence = 'La visite est annulée. Le demandeur en est prévenu par courriel.'
      return done(c, paths.of(c.var.network.base, id, 'visites'), sentence)
    },
  )

async function visitAt(c: AppContext) {
  const about = await fileAt(c)
  const visits = await visitsOf(c.var.context.db, about.file.id)
  const visit: Visit = orNotFound(visits.find(({ id }) => id === c.req.param('visite')))
  const criteria = about.file.version.content.criteria.filter(({ code }) => visit.codes.includes(code))
  return { about, visit, criteria }
}

/** Their bytes are kept before the act: nothing is written to disk inside a transaction. */
async function putPhotos(
  c: AppContext,
  sent: readonly File[],
): Promise<TypedReport['photos'] | 'unreadable'> {
  const photos: { document: TypedReport['photos'][number]['document']; sha256: string }[] = []
  for (const file of sent) {
    const document = await readProof(file.name, new Uint8Array(await file.arrayBuffer()))
    if (isRefusal(document) || !document.mediaType.startsWith('image/')) return 'unreadable'
    photos.push({ document, sha256: await c.var.services.files.put(document.content) })
  }
  return photos
}

function findingsTyped(codes: readonly string[], typed: Readonly<Record<string, unknown>>): Findings {
  const said = codes.map((code) => [
    code,
    String(typed[`vu-${code}`] ?? ''),
    String(typed[`note-${code}`] ?? ''),
  ])
  return Object.fromEntries(
    said
      .filter(([, seen]) => seen !== '')
      .map(([code = '', seen, note = '']) => [code, { seen: seen as Seen, note }]),
  )
}
