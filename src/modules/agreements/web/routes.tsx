import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../../platform/http/env.ts'
import { may } from '../../../platform/http/may.ts'
import { opensTo, page, viewOf } from '../../../platform/http/page.tsx'
import { pageNumber } from '../../../platform/http/page-number.ts'
import { orNotFound } from '../../../platform/http/problems.ts'
import { listAgreements } from '../data/agreements.queries.ts'
import { stateOn } from '../domain/state.ts'
import { timeline } from '../domain/timeline.ts'
import { consolidatedText } from '../use-cases/amendments/consolidated-text.ts'
import type { EvidenceProvider } from '../use-cases/duties/evidence.ts'
import { readSignatures } from '../use-cases/signing/signing-powers.ts'
import { signingStateOf } from '../use-cases/signing/signing-state.ts'
import { agreementOf } from './agreement-of.ts'
import { amendmentRoutes } from './amendments/amendment.routes.tsx'
import { agreementLife } from './amendments/amendment-panel.tsx'
import { awaitedLines } from './board/awaited-panel.tsx'
import { boardRoutes } from './board/board.routes.tsx'
import { feedRoutes } from './board/feed.routes.tsx'
import { committeeRoutes } from './committees/committees.routes.tsx'
import { communicationRoutes } from './communications/communications.routes.tsx'
import { disputeRoutes } from './disputes/dispute.routes.tsx'
import { documentRoutes } from './documents/documents.routes.tsx'
import { pieceOf } from './documents/piece-of.ts'
import { preparedLetterRoutes } from './documents/prepared.routes.tsx'
import { preparedLetters } from './documents/prepared-panel.tsx'
import { sendPiece } from './documents/send-piece.ts'
import { clauseRoutes } from './drafting/clause.routes.tsx'
import { draftRoutes } from './drafting/draft.routes.tsx'
import { negotiationRoutes } from './drafting/negotiation.routes.tsx'
import { negotiationPanel } from './drafting/negotiation-panel.tsx'
import { dutyRoutes } from './duties/duties.routes.tsx'
import { agreementDuties } from './duties/duties-panel.tsx'
import { historyRoutes } from './history/history.routes.tsx'
import { agreementPast, bothReadings } from './history/history-panel.tsx'
import { letterRoutes } from './letters/letters.routes.tsx'
import { agreementPapers, missingPapers, waitingActs } from './offices/offices-panel.tsx'
import { paperRoutes } from './offices/paper.routes.ts'
import { AgreementPage } from './pages/agreement-page.tsx'
import { AgreementsPage } from './pages/agreements-page.tsx'
import type { AgreementPanel } from './panel.ts'
import { routes } from './paths.ts'
import { policy } from './policy.ts'
import { readingChoiceRoutes } from './readings/reading-choice.routes.tsx'
import { whatIfRoutes } from './readings/what-if.routes.tsx'
import { registerRoutes } from './register/register.routes.tsx'
import { renewalRoutes } from './renewal/renewal.routes.tsx'
import { callRoutes } from './signing/call.routes.tsx'
import { evidenceRoutes } from './signing/evidence.routes.tsx'
import { sealedRoutes } from './signing/sealed.routes.tsx'
import { signatureRoutes } from './signing/signature.routes.tsx'
import { signingRoutes } from './signing/signing.routes.tsx'
import { verificationRoutes } from './signing/verification.routes.tsx'
import { takeoverRoutes } from './takeover/takeover.routes.tsx'
import { takeoverImportRoutes } from './takeover/takeover-import.routes.tsx'
import { templateRoutes } from './templates/template.routes.tsx'
import { templateDraftRoutes } from './templates/template-draft.routes.tsx'

/** `panels`: what the other modules add to an agreement's page; `providers`: what they know of its duties. */
export function agreementRoutes(panels: readonly AgreementPanel[], providers: readonly EvidenceProvider[]) {
  return new Hono<AppEnv>()
    .route('/', boardRoutes)
    .route('/', feedRoutes)
    .route('/', registerRoutes)
    .route('/', whatIfRoutes)
    .route('/', readingChoiceRoutes)
    .route('/', historyRoutes)
    .route('/', takeoverRoutes)
    .route('/', takeoverImportRoutes)
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
    .route('/', templateDraftRoutes)
    .route('/', draftRoutes)
    .route('/', negotiationRoutes)
    .route('/', clauseRoutes)
    .route('/', signatureRoutes)
    .route('/', amendmentRoutes)
    .route('/', renewalRoutes)
    .route('/', disputeRoutes)
    .route('/', signingRoutes)
    .route('/', callRoutes)
    .route('/', sealedRoutes)
    .route('/', verificationRoutes)
    .route('/', evidenceRoutes)
    .route('/', letterRoutes)
    .route('/', paperRoutes)
    .route('/', dutyRoutes(providers))
    .route('/', committeeRoutes)
    .route('/', communicationRoutes)
    .route('/', preparedLetterRoutes)
    .route('/', documentRoutes)
    .get(routes.pdf, may(policy.read), async (c) => {
      const agreement = await agreementOf(c)
      return sendPiece(c, agreement.id, orNotFound(await pieceOf(c, agreement, 'convention')))
    })
    .get(routes.agreement, may(policy.read), async (c) => {
      const { context, network } = c.var
      const agreement = await agreementOf(c)
      const view = viewOf(c)
      const { terms, acts } = agreement
      const said = (panels: readonly AgreementPanel[]) =>
        Promise.all(panels.map((panel) => panel({ view, context, agreement })))
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
          panels={{
            now: await said([waitingActs, missingPapers, awaitedLines, negotiationPanel]),
            life: await said([
              bothReadings,
              preparedLetters,
              agreementDuties(providers),
              agreementLife,
              ...panels,
            ]),
            people: await said([agreementPapers]),
            past: await said([agreementPast]),
          }}
        />,
      )
    })
}

function mayManage(c: AppContext): boolean {
  return opensTo(c.var, policy.manage)
}
