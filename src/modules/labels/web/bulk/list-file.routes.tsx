import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { csvOf } from '../../../../platform/csv.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { placesToMatch } from '../../../places/index.ts'
import { findUpload, type ListUpload } from '../../data/bulk/list-uploads.store.ts'
import { takeUpload } from '../../use-cases/bulk/fill-list.ts'
import { receiveListFile } from '../../use-cases/bulk/receive-list-file.ts'
import { policy } from '../policy.ts'
import { fileForm, takeForm } from './bulk.form.ts'
import { bulkPaths as paths, bulkRoutesOf as routes } from './bulk.paths.ts'
import { bulkProblem, reasonOf } from './bulk-wording.ts'
import { listOf } from './list-of.ts'
import { FilePage } from './pages/file-page.tsx'
import { PreviewPage } from './pages/preview-page.tsx'

const filePage: FormPage = async (c, state) => {
  const { id } = await listOf(c)
  return page(c, <FilePage view={viewOf(c)} id={id} state={state} />)
}

async function uploadOf(c: AppContext): Promise<ListUpload> {
  const { id } = await listOf(c)
  const file = c.req.param('fichier') ?? ''
  return orNotFound(isId<'list-upload'>(file) ? await findUpload(c.var.context.db, id, file) : null)
}

const previewPage: FormPage = async (c, state) => {
  const { db, network } = c.var.context
  const upload = await uploadOf(c)
  const meant = upload.lines.flatMap(({ outcome }) => (outcome.kind === 'several' ? outcome.places : []))
  const places = await placesToMatch(db, network.id, [...new Set(meant)])
  const names = new Map<string, string>(
    places.map(({ id, name, commune, postalCode }) => [
      id,
      [name, [postalCode, commune].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    ]),
  )
  return page(
    c,
    <PreviewPage
      view={viewOf(c)}
      upload={upload}
      nameOf={(place) => names.get(place) ?? place}
      state={state}
    />,
  )
}

const HEADER = ['ligne', 'fiche', 'nom', 'commune', 'code_postal', 'siret', 'motif']

/** A file of places: compared, seen, then taken; its bad lines come back with their reasons. LAB-19, LAB-52. */
export const listFileRoutes = new Hono<AppEnv>()
  .get(routes.file, may(policy.proposePlaces), (c) => filePage(c, blankForm))
  .post(
    routes.file,
    may(policy.proposePlaces),
    writes('place-list.compared'),
    form(fileForm, filePage),
    async (c) => {
      const { id } = await listOf(c)
      const { tableau } = c.var.form
      const content = tableau ? new Uint8Array(await tableau.arrayBuffer()) : new Uint8Array()
      const received = await receiveListFile(c.var.context, id, { fileName: tableau?.name ?? '', content })
      if (isRefusal(received)) return c.var.again(bulkProblem(received))
      return done(c, paths.upload(c.var.network.base, id, received))
    },
  )
  .get(routes.upload, may(policy.proposePlaces), (c) => previewPage(c, blankForm))
  .post(
    routes.upload,
    may(policy.proposePlaces),
    writes('place-list.filled'),
    form(takeForm, previewPage),
    async (c) => {
      const upload = await uploadOf(c)
      const added = await takeUpload(c.var.context, upload.listId, upload.id, c.var.form)
      if (isRefusal(added)) return c.var.again(bulkProblem(added))
      const sentence = added < 2 ? 'Le lieu est dans la liste.' : `Les ${added} lieux sont dans la liste.`
      return done(c, paths.list(c.var.network.base, upload.listId), sentence)
    },
  )
  .get(routes.wrongLines, may(policy.proposePlaces), async (c) => {
    const { lines } = await uploadOf(c)
    const wrong = lines.filter(({ outcome }) => outcome.kind !== 'found')
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="lignes-a-revoir.csv"')
    return c.body(
      csvOf(
        HEADER,
        wrong.map((line) => [
          ...[String(line.line), line.ref, line.name, line.commune, line.postalCode, line.pivot],
          reasonOf(line),
        ]),
      ),
    )
  })
