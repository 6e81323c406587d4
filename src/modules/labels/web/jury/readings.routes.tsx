import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { findFile } from '../../../../platform/files/kept-files.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { frozenById } from '../../../initiatives/index.ts'
import { findApplication } from '../../data/applications/applications.store.ts'
import { proofsIn } from '../../data/applications/proofs.store.ts'
import { frozenChoicesOf } from '../../data/applications/sending.store.ts'
import { listCampaigns } from '../../data/jury/campaigns.store.ts'
import { seatsOf } from '../../data/jury/jurors.store.ts'
import { othersMarks, ownMarks, readingsOf } from '../../data/jury/readings.store.ts'
import { judged } from '../../domain/jury/grid.ts'
import { fileOf } from '../../use-cases/applications/application-file.ts'
import { holderNames } from '../../use-cases/applications/holders.ts'
import { affinitiesOf } from '../../use-cases/jury/affinities.ts'
import { declareInterest } from '../../use-cases/jury/declare-interest.ts'
import { fillGrid } from '../../use-cases/jury/fill-grid.ts'
import { gridsAreClosed } from '../../use-cases/jury/results.ts'
import { policy } from '../policy.ts'
import { declarationForm, gridForm } from './jury.form.ts'
import { juryPaths as paths, juryRoutesOf as routes } from './jury.paths.ts'
import { problemOf } from './jury-wording.ts'
import { type OpenFile, ReadingPage } from './pages/reading-page.tsx'
import { ReadingsPage } from './pages/readings-page.tsx'
import { type ReadingPlace, readingAt } from './reading-at.ts'

/** The file opens to a declared reader alone, and each opening leaves its line. LAB-25, LAB-55. */
const readingPage: FormPage = async (c, state) => {
  const place = await readingAt(c)
  const { reading, seat } = place
  if (reading.standing !== 'reader') {
    const application = await applicationOf(c, place)
    const file = { id: reading.applicationId, holder: reading.holder, applicantId: application.applicantId }
    const affinities = reading.standing === 'undeclared' ? await affinitiesOf(c.var.context, seat, file) : []
    return page(
      c,
      <ReadingPage view={viewOf(c)} place={place} affinities={affinities} open={null} state={state} />,
    )
  }
  await noteOpening(c, place)
  const open = await openFile(c, place)
  return page(c, <ReadingPage view={viewOf(c)} place={place} affinities={[]} open={open} state={state} />)
}

async function applicationOf(c: AppContext, { reading }: ReadingPlace) {
  const { db, network } = c.var.context
  return orNotFound(await findApplication(db, { kind: 'all', network: network.id }, reading.applicationId))
}

async function openFile(c: AppContext, place: ReadingPlace): Promise<OpenFile> {
  const { context } = c.var
  const { db, network, today } = context
  const { reading, campaign } = place
  const choices = await frozenChoicesOf(db, reading.applicationId)
  return {
    file: await fileOf(context, await applicationOf(c, place)),
    initiatives: await frozenById(
      db,
      network.id,
      choices.map(({ frozenId }) => frozenId),
    ),
    own: await ownMarks(db, reading.id),
    others: await othersMarks(db, reading),
    areClosed: gridsAreClosed(campaign, today),
  }
}

function noteOpening(c: AppContext, { reading }: ReadingPlace, proof?: string): Promise<void> {
  const { context } = c.var
  return inTransaction(context.db, (tx) =>
    writeJournal(tx, context, 'application.opened-by-juror', reading.applicationId, {
      reading: reading.id,
      ...(proof && { proof }),
    }),
  )
}

const gridOf = async (c: AppContext) => gridForm(judged((await readingAt(c)).campaign.content))

export const readingsRoutes = new Hono<AppEnv>()
  .get(routes.readings, may(policy.readForJury), async (c) => {
    const { db, network, actor, today } = c.var.context
    const person = orNotFound(personOf(actor))
    const seats = await seatsOf(db, network.id, person.personId, today)
    const all = await listCampaigns(db, network.id)
    const campaigns = all.filter(({ id }) => seats.some(({ editionId }) => editionId === id))
    const readings = await readingsOf(
      db,
      seats.map(({ id }) => id),
    )
    const names = await holderNames(
      { db, network },
      readings.map(({ holder }) => holder),
    )
    return page(c, <ReadingsPage {...{ view: viewOf(c), seats, campaigns, readings, names }} />)
  })
  .get(routes.reading, may(policy.readForJury), (c) => readingPage(c, blankForm))
  .post(
    routes.declaration,
    may(policy.readForJury),
    writes('jury-reading.declared'),
    form(declarationForm, readingPage),
    async (c) => {
      const { reading } = await readingAt(c)
      const { lien: interest, precision: words } = c.var.form
      const outcome = await declareInterest(c.var.context, reading, { interest, words })
      if (isRefusal(outcome)) return c.var.again(problemOf(outcome))
      const { base } = c.var.network
      return outcome === 'reader'
        ? done(c, paths.reading(base, reading.id), 'Vous n’avez pas de lien : le dossier est ouvert.')
        : done(c, paths.readings(base), 'Vous vous êtes déporté. Ce dossier sera confié à quelqu’un d’autre.')
    },
  )
  .post(
    routes.grid,
    may(policy.readForJury),
    writes('grid.saved', 'grid.finished'),
    form(gridOf, readingPage),
    async (c) => {
      const { reading, campaign } = await readingAt(c)
      const outcome = await fillGrid(c.var.context, reading.id, judged(campaign.content), c.var.form)
      if (isRefusal(outcome)) {
        const isUndeclared = outcome.refused === 'undeclared' || outcome.refused === 'recused'
        if (!isUndeclared) return c.var.again(problemOf(outcome))
        c.status(403)
        return readingPage(c, { ...c.var.typed, problems: [problemOf(outcome)] })
      }
      const { base } = c.var.network
      return c.var.form.isFinal
        ? done(c, paths.reading(base, reading.id), 'Votre grille est finie. Elle compte dans les médianes.')
        : done(c, paths.reading(base, reading.id), 'Votre grille est gardée. Vous pourrez la reprendre.')
    },
  )
  .get(routes.proof, may(policy.readForJury), async (c) => {
    const place = await readingAt(c)
    const { reading } = place
    if (reading.standing !== 'reader') return c.redirect(paths.reading(c.var.network.base, reading.id), 303)
    const piece = c.req.param('piece')
    const proofs = await proofsIn(c.var.context.db, reading.applicationId)
    const { proof } = orNotFound(
      isId<'proof'>(piece) ? proofs.find(({ proof: { id } }) => id === piece) : null,
    )
    const file = orNotFound(proof.fileId && (await findFile(c.var.context.db, c.var.network, proof.fileId)))
    const content = await c.var.services.files.get(file.sha256)
    await noteOpening(c, place, proof.id)
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    c.header('cache-control', 'private, no-store')
    return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': file.mediaType })
  })
