import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../../platform/http/env.ts'
import { may } from '../../../platform/http/may.ts'
import { opensTo, page, viewOf } from '../../../platform/http/page.tsx'
import { pageNumber } from '../../../platform/http/page-number.ts'
import { listAgreements } from '../data/agreements.queries.ts'
import { agreementPdf } from '../documents/agreement-pdf.ts'
import { stateOn } from '../domain/state.ts'
import { timeline } from '../domain/timeline.ts'
import { consolidatedText } from '../use-cases/amendments/consolidated-text.ts'
import { textOf } from '../use-cases/drafting/agreement-text.ts'
import { readSignatures } from '../use-cases/signing/signing-powers.ts'
import { signingStateOf } from '../use-cases/signing/signing-state.ts'
import { agreementOf } from './agreement-of.ts'
import { amendmentRoutes } from './amendments/amendment.routes.tsx'
import { agreementLife } from './amendments/amendment-panel.tsx'
import { boardRoutes } from './board/board.routes.tsx'
import { feedRoutes } from './board/feed.routes.tsx'
import { disputeRoutes } from './disputes/dispute.routes.tsx'
import { draftRoutes } from './drafting/draft.routes.tsx'
import { letterRoutes } from './letters/letters.routes.tsx'
import { AgreementPage } from './pages/agreement-page.tsx'
import { AgreementsPage } from './pages/agreements-page.tsx'
import type { AgreementPanel } from './panel.ts'
import { routes } from './paths.ts'
import { policy } from './policy.ts'
import { whatIfRoutes } from './readings/what-if.routes.tsx'
import { registerRoutes } from './register/register.routes.tsx'
import { renewalRoutes } from './renewal/renewal.routes.tsx'
import { evidenceRoutes } from './signing/evidence.routes.tsx'
import { signatureRoutes } from './signing/signature.routes.tsx'
import { signingRoutes } from './signing/signing.routes.tsx'
import { templateRoutes } from './templates/template.routes.tsx'

/** `panels`: what the other modules add to an agreement's page. */
export function agreementRoutes(panels: readonly AgreementPanel[]) {
  return new Hono<AppEnv>()
    .route('/', boardRoutes)
    .route('/', feedRoutes)
    .route('/', registerRoutes)
    .route('/', whatIfRoutes)
    .get(routes.agreements, may(policy.read), async (c) => {
      const { db, reach } = c.var.context
      const q = c.req.query('q')?.trim() ?? ''
      const number = pageNumber(c.req.query('page'))
      const { agreements, total } = await listAgreements(db, reach, { q, page: number })
      return page(
        c,
        <AgreementsPage
          view={viewOf(c)}
          agreements={agreements}
          total={total}
          q={q}
          page={number}
          mayDraft={mayManage(c)}
        />,
      )
    })
    .route('/', templateRoutes)
    .route('/', draftRoutes)
    .route('/', signatureRoutes)
    .route('/', amendmentRoutes)
    .route('/', renewalRoutes)
    .route('/', disputeRoutes)
    .route('/', signingRoutes)
    .route('/', evidenceRoutes)
    .route('/', letterRoutes)
    .get(routes.pdf, may(policy.read), async (c) => {
      const agreement = await agreementOf(c)
      const { services, network, context } = c.var
      const text = await textOf(context.db, network, agreement)
      const pdf = await agreementPdf(services.documents, network, agreement, text)
      c.header('content-disposition', `attachment; filename="convention-${agreement.reference}.pdf"`)
      return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'content-type': 'application/pdf' })
    })
    .get(routes.agreement, may(policy.read), async (c) => {
      const { context, network } = c.var
      const agreement = await agreementOf(c)
      const view = viewOf(c)
      const { terms, acts } = agreement
      return page(
        c,
        <AgreementPage
          view={view}
          agreement={agreement}
          text={await consolidatedText(context.db, network, agreement, context.today)}
          state={stateOn(terms, acts, context.today)}
          marks={timeline(terms, acts, context.today)}
          signatures={await readSignatures(context.db, agreement)}
          signing={await signingStateOf(context.db, agreement, context.actor, context.today)}
          mayManage={mayManage(c)}
          panels={
            await Promise.all([agreementLife, ...panels].map((panel) => panel({ view, context, agreement })))
          }
        />,
      )
    })
}

function mayManage(c: AppContext): boolean {
  return opensTo(c.var, policy.manage)
}
