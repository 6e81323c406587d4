import { Hono } from 'hono'
import { addDays, type Day } from '../../../../kernel/day.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { writes } from '../../../../platform/http/writes.ts'
import { networkAddress } from '../../../identity/index.ts'
import { holidayBook } from '../../data/hours/holidays.store.ts'
import { followsOrientations } from '../../data/orientation/orientation-rule.store.ts'
import { searchDirectory } from '../../data/search/places.results.ts'
import { orientationPdf } from '../../documents/orientation-sheet.ts'
import { FOLLOWED_DAYS } from '../../domain/orientation/outcome.ts'
import { followOrientation } from '../../use-cases/orientation/follow-orientation.ts'
import { type OrientedPlace, orientedPlaces } from '../../use-cases/orientation/oriented-places.ts'
import { readListing } from '../directory/listing.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { settleListing } from '../search/settle-listing.ts'
import { followedForm, type SheetAsked, sheetForm } from './orientation.form.ts'
import { orientationPaths, orientationRoutesOf as routes, type Step } from './orientation.paths.ts'
import { sheetOf } from './orientation-document.ts'
import { ChoicePage } from './pages/choice-page.tsx'
import { QuestionPage } from './pages/question-page.tsx'
import { SheetPage } from './pages/sheet-page.tsx'

const MOST_OFFERED = 12
const read = may(policy.readDirectory)

async function questionPage(c: AppContext, step: Step) {
  return page(c, <QuestionPage view={viewOf(c)} step={step} listing={await listingOf(c)} />)
}

const choicePage: FormPage = async (c, state) => {
  const { context } = c.var
  const view = viewOf(c)
  const listing = { ...(await listingOf(c)), sort: 'distance' as const, page: 1 }
  const results = await searchDirectory(context, listing, MOST_OFFERED)
  const book = await holidayBook(context.db, context.network.id)
  const follows =
    opensTo(view, policy.followOrientations) && (await followsOrientations(context.db, context.network.id))
  return page(c, <ChoicePage {...{ view, listing, results, book, follows, state }} />)
}

/** From a need to a sheet of paper, in four questions; who it is for goes through and stays nowhere. DIR-76. */
export const orientationRoutes = new Hono<AppEnv>()
  .get(routes.start, read, (c) => questionPage(c, 'besoin'))
  .get(routes.care, read, (c) => questionPage(c, 'accueil'))
  .get(routes.moment, read, (c) => questionPage(c, 'moment'))
  .get(routes.area, read, (c) => questionPage(c, 'secteur'))
  .get(routes.places, read, (c) => choicePage(c, blankForm))
  .post(routes.places, read, form(sheetForm, choicePage), async (c) => {
    const places = await orientedPlaces(c.var.context, c.var.form.lieu)
    if (places.length === 0) return c.var.again(NO_PLACE)
    const again = orientationPaths.places(c.var.network.base)
    return sheetAnswer(c, { asked: c.var.form, typed: c.var.typed, places, keptUntil: null, again })
  })
  .post(
    routes.followed,
    may(policy.followOrientations),
    writes('orientation.followed'),
    form(followedForm, choicePage),
    async (c) => {
      const { context, network, form: asked, typed } = c.var
      const places = await orientedPlaces(context, asked.lieu)
      if (places.length === 0) return c.var.again(NO_PLACE)
      const listing = await listingOf(c)
      const followed = await followOrientation(context, {
        ...{ id: asked.suivi, firstName: asked.prenom, prescriber: asked.prescripteur },
        ...{ needs: listing.services, places: places.map(({ place }) => place) },
      })
      if (isRefusal(followed)) return c.var.again({ field: null, message: NOT_FOLLOWED })
      const keptUntil = addDays(context.today, FOLLOWED_DAYS)
      const again = orientationPaths.followed(network.base, listing)
      return sheetAnswer(c, { asked, typed, places, keptUntil, again })
    },
  )

const NO_PLACE = {
  field: 'lieu',
  message: 'Ces lieux ne sont plus dans l’annuaire : choisissez-en un autre.',
}

const NOT_FOLLOWED =
  'Votre réseau ne suit pas les orientations : préparez la fiche sans la suivre. Rien n’est gardé.'

interface SheetAnswer {
  asked: SheetAsked
  typed: FormState
  places: readonly OrientedPlace[]
  keptUntil: Day | null
  again: string
}

/** The sheet itself, as a page or as a PDF: rendered once. */
async function sheetAnswer(c: AppContext, { asked, typed, places, keptUntil, again }: SheetAnswer) {
  const { context, services, network } = c.var
  c.header('cache-control', 'no-store')
  const address = networkAddress(services.config.baseUrl, network)
  const pageOf = (slug: string) => paths.place(address, slug)
  const sheet = sheetOf({ asked, places, network, today: context.today, keptUntil, pageOf })
  if (asked.sortie === 'page') return page(c, <SheetPage view={viewOf(c)} {...{ sheet, typed, again }} />)
  const pdf = await orientationPdf(services.documents, sheet, context.now)
  c.header('content-disposition', 'attachment; filename="fiche-orientation.pdf"')
  return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'content-type': 'application/pdf' })
}

function listingOf(c: AppContext) {
  return settleListing(c.var.context, readListing(new URL(c.req.url).searchParams))
}
