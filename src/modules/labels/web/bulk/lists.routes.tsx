import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import { findFile, readDocument } from '../../../../platform/files/kept-files.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { organisationNames } from '../../../identity/index.ts'
import { listSchemes } from '../../data/awards/awards.store.ts'
import { countsOf, NO_PLACE } from '../../data/bulk/place-lists.queries.ts'
import { listPlaceLists } from '../../data/bulk/place-lists.store.ts'
import {
  agreementsFor,
  type Meeting,
  openAddendum,
  openList,
  schemesByList,
} from '../../use-cases/bulk/open-list.ts'
import { policy } from '../policy.ts'
import { addendumForm, creationForm } from './bulk.form.ts'
import { bulkPaths as paths, bulkRoutesOf as routes } from './bulk.paths.ts'
import { bulkProblem } from './bulk-wording.ts'
import { listOf } from './list-of.ts'
import { ListsPage } from './pages/lists-page.tsx'
import { AddendumPage, OpeningPage } from './pages/opening-page.tsx'

const openingPage: FormPage = async (c, state) => {
  const { context } = c.var
  const { db, reach } = context
  const schemes = await schemesByList(context, db)
  const partners = reach.kind === 'these' ? reach.organisations : []
  const found = await Promise.all(schemes.map((version) => agreementsFor(context, db, partners, version)))
  const agreements = [...new Map(found.flat().map((one) => [one.id, one])).values()]
  return page(c, <OpeningPage view={viewOf(c)} {...{ schemes, agreements, state }} />)
}

const addendumPage: FormPage = async (c, state) => {
  const { base } = c.var.network
  const { id } = await listOf(c)
  const addresses = { action: paths.addendum(base, id), back: paths.list(base, id) }
  return page(c, <AddendumPage view={viewOf(c)} state={state} {...addresses} />)
}

interface MeetingTyped {
  comite: string
  reuni_le: Meeting['metOn']
  compte_rendu: string
  fichier: File | null
}

/** What was typed of the committee, its file kept; null when that file cannot be read. */
async function meetingOf(c: AppContext, typed: MeetingTyped): Promise<Meeting | null> {
  const { comite, reuni_le, compte_rendu, fichier } = typed
  const words = { committee: comite, metOn: reuni_le, minutes: compte_rendu }
  if (!fichier) return { ...words, file: null }
  const document = readDocument(fichier.name, new Uint8Array(await fichier.arrayBuffer()))
  if (isRefusal(document)) return null
  return { ...words, file: { document, sha256: await c.var.services.files.put(document.content) } }
}

const WRONG_FILE = {
  field: 'fichier',
  message:
    'Ce fichier n’est pas un PDF ouvert à tous, ni une image PNG ou JPEG de 25 Mo au plus : choisissez-en un autre.',
}

const OPENED =
  'La liste est ouverte. Choisissez maintenant ses lieux : personne d’autre ne la voit avant la signature de la charte.'

/** The lists of places, and the opening of one. LAB-19. */
export const listsRoutes = new Hono<AppEnv>()
  .get(routes.lists, may(policy.readLists), async (c) => {
    const { db, network, reach } = c.var.context
    const lists = await listPlaceLists(db, reach)
    const names = await organisationNames(
      db,
      lists.map(({ partnerId }) => partnerId),
    )
    const schemes = new Map((await listSchemes(db, network.id)).map(({ id, name }) => [id, name]))
    const counts = await countsOf(
      db,
      lists.map(({ id }) => id),
    )
    const named = lists.map((list) => ({
      list,
      scheme: schemes.get(list.schemeId) ?? '',
      partner: names.get(list.partnerId) ?? '',
      counts: counts.get(list.id) ?? NO_PLACE,
    }))
    return page(c, <ListsPage view={viewOf(c)} lists={named} />)
  })
  .get(routes.creation, may(policy.proposePlaces), (c) => openingPage(c, blankForm))
  .post(
    routes.creation,
    may(policy.proposePlaces),
    writes('place-list.opened'),
    form(creationForm, openingPage),
    async (c) => {
      const { label, convention, ...typed } = c.var.form
      const meeting = await meetingOf(c, typed)
      if (!meeting) return c.var.again(WRONG_FILE)
      const opened = await openList(c.var.context, { schemeId: label, agreementId: convention }, meeting)
      if (isRefusal(opened)) return c.var.again(bulkProblem(opened))
      return done(c, paths.list(c.var.network.base, opened), OPENED)
    },
  )
  .get(routes.addendum, may(policy.proposePlaces), (c) => addendumPage(c, blankForm))
  .post(
    routes.addendum,
    may(policy.proposePlaces),
    writes('place-list.opened'),
    form(addendumForm, addendumPage),
    async (c) => {
      const { id } = await listOf(c)
      const meeting = await meetingOf(c, c.var.form)
      if (!meeting) return c.var.again(WRONG_FILE)
      const opened = await openAddendum(c.var.context, id, meeting)
      if (isRefusal(opened)) return c.var.again(bulkProblem(opened))
      return done(c, paths.list(c.var.network.base, opened), OPENED)
    },
  )
  .get(routes.minutes, may(policy.readLists), async (c) => {
    const { minutesFile } = await listOf(c)
    const file = orNotFound(minutesFile ? await findFile(c.var.context.db, c.var.network, minutesFile) : null)
    const content = await c.var.services.files.get(file.sha256)
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    return c.body(content as Uint8Array<ArrayBuffer>, 200, { 'content-type': file.mediaType })
  })
