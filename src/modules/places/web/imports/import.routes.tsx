import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { pageNumber } from '../../../../platform/http/page-number.ts'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { findProgress } from '../../../../platform/jobs/progress.ts'
import { countFindings, countKinds, listFindings } from '../../data/imports/import.findings.ts'
import { findImport, lastAppliedOf, listImports } from '../../data/imports/import.store.ts'
import { stagedChanges } from '../../data/imports/staged-rows.queries.ts'
import { countWaiting } from '../../data/imports/waiting.queries.ts'
import type { Import, ImportId, ImportStep } from '../../domain/imports/import.ts'
import { type FileRefusal, sentenceOf } from '../../domain/imports/refused-file.ts'
import { abandonImport } from '../../use-cases/imports/abandon-import.ts'
import { confirmImport } from '../../use-cases/imports/confirm-import.ts'
import { fetchFrom } from '../../use-cases/imports/fetch-from.ts'
import { progressOf } from '../../use-cases/imports/import-progress.ts'
import { reportOf } from '../../use-cases/imports/import-report.ts'
import { receiveImport, sourceName } from '../../use-cases/imports/receive-import.ts'
import { paths, routes } from '../paths.ts'
import { policy } from '../policy.ts'
import { decisionForm, importForm } from './import.form.ts'
import { parseShown } from './import-findings.ts'
import { alreadyDecided, stillOpen } from './import-wording.ts'
import { CHANGES_PER_PAGE } from './pages/changes-section.tsx'
import { FINDINGS_PER_PAGE } from './pages/import-findings-section.tsx'
import { ImportPage } from './pages/import-page.tsx'
import { ImportsPage } from './pages/imports-page.tsx'
import { NewImportPage } from './pages/new-import-page.tsx'

const newImportPage: FormPage = (c, state) => page(c, <NewImportPage view={viewOf(c)} state={state} />)

export const importPage: FormPage = async (c, { problems, values }) => {
  const { db } = c.var.context
  const run = await importOf(c)
  const asked = parseShown(c.req.query())
  const at = pageNumber(c.req.query('lieux'))
  const [progress, counts, kinds, last, rows, list] = await Promise.all([
    findProgress(db, progressOf(run.id)),
    countFindings(db, run.id),
    countKinds(db, run.id, asked.severity),
    lastAppliedOf(db, c.var.context.reach, run.source),
    stagedChanges(db, run.id, { limit: CHANGES_PER_PAGE, offset: (at - 1) * CHANGES_PER_PAGE }),
    listFindings(db, run.id, {
      severity: asked.severity,
      code: asked.code,
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
      now={c.var.context.now}
      isLast={last?.id === run.id}
      findings={{ asked, counts, kinds, list }}
      changes={{ rows, page: at }}
      problems={problems}
      values={values}
    />,
  )
}

export const importRoutes = new Hono<AppEnv>()
  .get(routes.imports, may(policy.readFiles), async (c) => {
    const { db, reach } = c.var.context
    const [imports, waiting] = await Promise.all([listImports(db, reach), countWaiting(db, reach)])
    return page(c, <ImportsPage view={viewOf(c)} imports={imports} waiting={waiting} />)
  })
  .get(routes.newImport, may(policy.sendFiles), (c) => newImportPage(c, blankForm))
  .post(
    routes.newImport,
    may(policy.sendFiles),
    writes('import.received', 'source.harvest-asked'),
    form(importForm, newImportPage),
    async (c) => {
      const { context, network, services } = c.var
      const { fichier, adresse, source } = c.var.form
      // The head of the network says where the files of its sources lie, and nobody else.
      if (fichier === null && context.reach.kind !== 'all')
        return c.var.again({ field: 'fichier', message: 'Choisissez le fichier à envoyer.' })
      if (fichier === null) return receiveAddress(c, { address: adresse, name: sourceName(source, adresse) })
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
              field: context.reach.kind === 'all' ? 'source' : 'fichier',
              message: stillOpen(String(outcome.details.source), context.reach),
            }
          : { field: 'fichier', message: sentenceOf(outcome as FileRefusal) },
      )
    },
  )
  .get(routes.importReport, may(policy.readFiles), async (c) => {
    const { db } = c.var.context
    const run = await importOf(c)
    // The page says since when it is gone.
    if (run.emptiedAt !== null) return c.redirect(paths.import(c.var.network.base, run.id), 303)
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
    may(policy.sendFiles),
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
  .get(routes.import, may(policy.readFiles), (c) => importPage(c, blankForm))

/** The file is fetched by a job: its control shows among the imports. */
async function receiveAddress(c: AppContext, { address, name }: { address: string; name: string }) {
  await fetchFrom(c.var.context, name, address)
  return done(
    c,
    paths.imports(c.var.network.base),
    `Le fichier de « ${name} » est demandé : son contrôle paraîtra ici dans un instant.`,
  )
}

export function idOf(c: Pick<AppContext, 'req'>): ImportId {
  const id = c.req.param('id') ?? ''
  if (!isId<'import-run'>(id)) throw new NotFound()
  return id
}

export async function importOf(c: Pick<AppContext, 'req' | 'var'>): Promise<Import> {
  const { db, reach } = c.var.context
  return orNotFound(await findImport(db, reach, idOf(c)))
}
