import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { isId } from '../../../kernel/id.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../platform/http/form.ts'
import { may } from '../../../platform/http/may.ts'
import { done } from '../../../platform/http/notice.ts'
import { page, viewOf } from '../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../platform/http/problems.ts'
import { writes } from '../../../platform/http/writes.ts'
import { findProgress } from '../../../platform/jobs/progress.ts'
import { countFindings, listFindings } from '../data/import.findings.ts'
import { findImport, listImports } from '../data/import.store.ts'
import type { Import, ImportId, ImportStep } from '../domain/import.ts'
import { type FileRefusal, sentenceOf } from '../domain/refused-file.ts'
import { abandonImport } from '../use-cases/abandon-import.ts'
import { confirmImport } from '../use-cases/confirm-import.ts'
import { progressOf } from '../use-cases/import-progress.ts'
import { reportOf } from '../use-cases/import-report.ts'
import { receiveImport } from '../use-cases/receive-import.ts'
import { decisionForm, importForm } from './import.form.ts'
import { parseShown } from './import-findings.ts'
import { alreadyDecided } from './import-wording.ts'
import { FINDINGS_PER_PAGE } from './pages/import-findings-section.tsx'
import { ImportPage } from './pages/import-page.tsx'
import { ImportsPage } from './pages/imports-page.tsx'
import { NewImportPage } from './pages/new-import-page.tsx'
import { paths, routes } from './paths.ts'
import { policy } from './policy.ts'

const newImportPage: FormPage = (c, state) => page(c, <NewImportPage view={viewOf(c)} state={state} />)

const importPage: FormPage = async (c, { problems }) => {
  const { db } = c.var.context
  const run = await importOf(c)
  const asked = parseShown(c.req.query())
  const [progress, counts, list] = await Promise.all([
    findProgress(db, progressOf(run.id)),
    countFindings(db, run.id),
    listFindings(db, run.id, {
      severity: asked.severity,
      limit: FINDINGS_PER_PAGE,
      offset: (asked.page - 1) * FINDINGS_PER_PAGE,
    }),
  ])
  return page(
    c,
    <ImportPage
      view={viewOf(c)}
      run={run}
      progress={progress}
      findings={{ asked, counts, list }}
      problems={problems}
    />,
  )
}

export const importRoutes = new Hono<AppEnv>()
  .get(routes.imports, may(policy.readImports), async (c) => {
    const { db, reach } = c.var.context
    return page(c, <ImportsPage view={viewOf(c)} imports={await listImports(db, reach)} />)
  })
  .get(routes.newImport, may(policy.importPlaces), (c) => newImportPage(c, blankForm))
  .post(
    routes.newImport,
    may(policy.importPlaces),
    writes('import.received'),
    form(importForm, newImportPage),
    async (c) => {
      const { context, network, services } = c.var
      const { fichier, source } = c.var.form
      const content = new Uint8Array(await fichier.arrayBuffer())
      const outcome = await receiveImport(context, services.files, {
        fileName: fichier.name,
        source,
        content,
      })
      if (!isRefusal(outcome))
        return done(c, paths.import(network.base, outcome), 'Fichier reçu : son contrôle commence.')
      return c.var.again(
        outcome.refused === 'import-open'
          ? {
              field: 'source',
              message: `Un import de « ${outcome.details.source} » attend encore : publiez-le ou abandonnez-le d’abord.`,
            }
          : { field: 'fichier', message: sentenceOf(outcome as FileRefusal) },
      )
    },
  )
  .get(routes.importReport, may(policy.readImports), async (c) => {
    const { db } = c.var.context
    const run = await importOf(c)
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="rapport-import.csv"')
    return stream(c, async (out) => {
      for await (const line of reportOf(db, run.id)) await out.write(line)
    })
  })
  .post(
    routes.importPublication,
    may(policy.importPlaces),
    writes('import.confirmed'),
    form(decisionForm, importPage),
    async (c) => {
      const outcome = await confirmImport(c.var.context, idOf(c))
      if (!isRefusal(outcome))
        return done(c, paths.import(c.var.network.base, outcome.id), 'La publication commence.')
      if (outcome.refused === 'no-such-import') throw new NotFound()
      return c.var.again({ field: null, message: alreadyDecided(outcome.details.step as ImportStep) })
    },
  )
  .post(
    routes.importAbandon,
    may(policy.importPlaces),
    writes('import.abandoned'),
    form(decisionForm, importPage),
    async (c) => {
      const outcome = await abandonImport(c.var.context, idOf(c))
      if (!isRefusal(outcome))
        return done(c, paths.imports(c.var.network.base), 'Import abandonné : aucun lieu n’a été changé.')
      if (outcome.refused === 'no-such-import') throw new NotFound()
      return c.var.again({ field: null, message: alreadyDecided(outcome.details.step as ImportStep) })
    },
  )
  .get(routes.import, may(policy.readImports), (c) => importPage(c, blankForm))

function idOf(c: Pick<AppContext, 'req'>): ImportId {
  const id = c.req.param('id') ?? ''
  if (!isId<'import-run'>(id)) throw new NotFound()
  return id
}

async function importOf(c: Pick<AppContext, 'req' | 'var'>): Promise<Import> {
  const { db, reach } = c.var.context
  return orNotFound(await findImport(db, reach, idOf(c)))
}
