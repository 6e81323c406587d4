import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { findFile } from '../../../../platform/files/kept-files.ts'
import { readProof } from '../../../../platform/files/proof-file.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { findProof, libraryOf, type Proof } from '../../data/applications/proofs.store.ts'
import { keepProof, replaceProof } from '../../use-cases/applications/keep-proof.ts'
import { policy } from '../policy.ts'
import { proofForm, proofIdOf } from './application.form.ts'
import { applicationPaths as paths, applicationRoutesOf as routes } from './applications.paths.ts'
import { ProofsPage, ReplacementPage } from './pages/proofs-page.tsx'
import { PROOF_REFUSALS } from './proof-wording.ts'

const proofsPage: FormPage = async (c, state) => {
  const { db, network, actor } = c.var.context
  const organisations = actor.kind === 'member' ? actor.organisations : []
  const proofs = await libraryOf(db, network.id, organisations)
  return page(c, <ProofsPage view={viewOf(c)} proofs={proofs} state={state} />)
}

const replacementPage: FormPage = async (c, state) =>
  page(c, <ReplacementPage view={viewOf(c)} proof={await proofAt(c)} state={state} />)

/** A proof of one's own organisation: 404 otherwise. */
async function proofAt(c: AppContext): Promise<Proof> {
  const { db, reach } = c.var.context
  const id = proofIdOf(c.req.param('preuve'))
  return orNotFound(id && (await findProof(db, reach, id)))
}

async function put(c: AppContext, file: File) {
  const document = await readProof(file.name, new Uint8Array(await file.arrayBuffer()))
  if (isRefusal(document))
    return { problem: { field: 'fichier', message: PROOF_REFUSALS[document.refused](file.name) } }
  return { document, sha256: await c.var.services.files.put(document.content) }
}

/** The proofs of an organisation: put, read, replaced. LAB-9. */
export const proofsRoutes = new Hono<AppEnv>()
  .get(routes.proofs, may(policy.apply), (c) => proofsPage(c, blankForm))
  .post(routes.proofs, may(policy.apply), writes('proof.added'), form(proofForm, proofsPage), async (c) => {
    const { fichier, date } = c.var.form
    const read = await put(c, fichier)
    if ('problem' in read) return c.var.again(read.problem)
    const kept = await keepProof(c.var.context, { ...read, on: date })
    if (isRefusal(kept))
      return c.var.again({
        field: null,
        message: 'Choisissez d’abord la structure pour laquelle vous agissez.',
      })
    return done(
      c,
      paths.proofs(c.var.network.base),
      'La pièce est déposée. Reprenez-la dans un dossier, à la rubrique qui la demande.',
    )
  })
  .get(routes.proofFile, may(policy.apply), async (c) => {
    const { fileId } = await proofAt(c)
    const file = orNotFound(fileId && (await findFile(c.var.context.db, c.var.network, fileId)))
    const content = await c.var.services.files.get(file.sha256)
    const how = file.mediaType.startsWith('image/') ? 'inline' : 'attachment'
    c.header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    c.header('cache-control', 'private, no-store')
    return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': file.mediaType })
  })
  .get(routes.replacement, may(policy.apply), (c) => replacementPage(c, blankForm))
  .post(
    routes.replacement,
    may(policy.apply),
    writes('proof.replaced'),
    form(proofForm, replacementPage),
    async (c) => {
      const { id } = await proofAt(c)
      const { fichier, date } = c.var.form
      const read = await put(c, fichier)
      if ('problem' in read) return c.var.again(read.problem)
      const replaced = await replaceProof(c.var.context, id, { ...read, on: date })
      if (isRefusal(replaced))
        return c.var.again({
          field: null,
          message:
            'Cette pièce a déjà été remplacée, ou n’est pas un fichier : remplacez plutôt la plus récente.',
        })
      return done(
        c,
        paths.proofs(c.var.network.base),
        'La pièce est remplacée dans vos brouillons. Les dossiers envoyés gardent l’ancienne.',
      )
    },
  )
