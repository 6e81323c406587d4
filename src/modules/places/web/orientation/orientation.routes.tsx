import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { networkAddress } from '../../../identity/index.ts'
import { holidayBook } from '../../data/hours/holidays.store.ts'
import { searchDirectory } from '../../data/search/places.results.ts'
import { orientationPdf } from '../../documents/orientation-sheet.ts'
import { orientedPlaces } from '../../use-cases/orientation/oriented-places.ts'
import { readListing } from '../directory/listing.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { settleListing } from '../search/settle-listing.ts'
import { sheetForm } from './orientation.form.ts'
import { orientationRoutesOf as routes, type Step } from './orientation.paths.ts'
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
  const listing = { ...(await listingOf(c)), sort: 'distance' as const, page: 1 }
  const results = await searchDirectory(context, listing, MOST_OFFERED)
  const book = await holidayBook(context.db, context.network.id)
  return page(
    c,
    <ChoicePage view={viewOf(c)} listing={listing} results={results} book={book} state={state} />,
  )
}

/** From a need to a sheet of paper, in four questions; who it is for goes through and stays nowhere. DIR-76. */
export const orientationRoutes = new Hono<AppEnv>()
  .get(routes.start, read, (c) => questionPage(c, 'besoin'))
  .get(routes.care, read, (c) => questionPage(c, 'accueil'))
  .get(routes.moment, read, (c) => questionPage(c, 'moment'))
  .get(routes.area, read, (c) => questionPage(c, 'secteur'))
  .get(routes.places, read, (c) => choicePage(c, blankForm))
  .post(routes.places, read, form(sheetForm, choicePage), async (c) => {
    const { context, services, network } = c.var
    const asked = c.var.form
    c.header('cache-control', 'no-store')
    const places = await orientedPlaces(context, asked.lieu)
    if (places.length === 0)
      return c.var.again({
        field: 'lieu',
        message: 'Ces lieux ne sont plus dans l’annuaire\u00a0: choisissez-en un autre.',
      })
    const address = networkAddress(services.config.baseUrl, network)
    const sheet = sheetOf({
      asked,
      places,
      network,
      today: context.today,
      pageOf: (slug) => paths.place(address, slug),
    })
    if (asked.sortie === 'page')
      return page(c, <SheetPage view={viewOf(c)} sheet={sheet} typed={c.var.typed} />)
    const pdf = await orientationPdf(services.documents, sheet, context.now)
    c.header('content-disposition', 'attachment; filename="fiche-orientation.pdf"')
    return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'content-type': 'application/pdf' })
  })

function listingOf(c: AppContext) {
  return settleListing(c.var.context, readListing(new URL(c.req.url).searchParams))
}
