import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { findPlaces } from '../../../places/index.ts'
import { annexOf } from '../../data/annex.store.ts'
import { declaredEvidence } from '../../data/declared-evidence.store.ts'
import { confirmListedPlace } from '../../use-cases/duties/confirm-listed-place.ts'
import { declareEvidence } from '../../use-cases/duties/declare-evidence.ts'
import { dutiesOf } from '../../use-cases/duties/duties-of.ts'
import type { EvidenceProvider } from '../../use-cases/duties/evidence.ts'
import { takeEvidenceBack } from '../../use-cases/duties/take-evidence-back.ts'
import { ownParties } from '../acting.ts'
import { agreementOf } from '../agreement-of.ts'
import { policy } from '../policy.ts'
import { putDocuments, sendAgreementFile } from './agreement-file.ts'
import { evidenceForm, withdrawalForm } from './duties.form.ts'
import { dutyPaths, dutyRoutesOf as routes } from './duties.paths.ts'
import { readDuties } from './duties-of-page.ts'
import { problemOfDuty } from './duties-wording.ts'
import { DutiesPage } from './pages/duties-page.tsx'
import { EvidencePage, WithdrawalPage } from './pages/evidence-form-pages.tsx'

const evidencePage: FormPage = async (c, state) => {
  const { agreement, duty } = await dutyOf(c)
  const { db, network } = c.var.context
  const listed = duty.perPlace ? await annexOf(db, agreement.id) : []
  const places = await findPlaces(
    db,
    network.id,
    listed.map(({ placeId }) => placeId),
  )
  return page(
    c,
    <EvidencePage view={viewOf(c)} agreement={agreement} duty={duty} places={places} state={state} />,
  )
}

const withdrawalPage: FormPage = async (c, state) => {
  const { agreement, declared } = await declaredOf(c)
  return page(c, <WithdrawalPage view={viewOf(c)} agreement={agreement} declared={declared} state={state} />)
}

/** The duties of an agreement, their evidence, and what each party declares of its own. */
export function dutyRoutes(providers: readonly EvidenceProvider[]) {
  const dutiesPage = async (c: AppContext) => {
    const agreement = await agreementOf(c)
    const { context } = c.var
    return page(
      c,
      <DutiesPage
        view={viewOf(c)}
        agreement={agreement}
        read={await readDuties(context, providers, agreement)}
        declared={await declaredEvidence(context.db, agreement.id)}
        reader={{
          own: ownParties(c.var, agreement),
          mayManage: opensTo(c.var, policy.manage),
          mayConfirm: opensTo(c.var, policy.confirmPlaces),
        }}
      />,
    )
  }
  return new Hono<AppEnv>()
    .get(routes.duties, may(policy.read), dutiesPage)
    .post(routes.confirmation, may(policy.confirmPlaces), writes('place.confirmed'), async (c) => {
      const agreement = await agreementOf(c)
      const asked = c.req.param('place')
      const place = orNotFound(isId<'place'>(asked) ? asked : null)
      const confirmed = await confirmListedPlace(c.var.context, { agreement: agreement.id, place })
      if (isRefusal(confirmed)) throw new NotFound()
      return done(
        c,
        dutyPaths.duties(c.var.network.base, agreement.id),
        `La fiche de ${confirmed.name} est confirmée à ce jour. Elle vaut pour le semestre en cours.`,
      )
    })
    .get(routes.evidence, may(policy.act), (c) => evidencePage(c, blankForm))
    .post(
      routes.evidence,
      may(policy.act),
      writes('evidence.declared'),
      form(evidenceForm, evidencePage),
      async (c) => {
        const { agreement, duty } = await dutyOf(c)
        const { lieu, date, declaration, document } = c.var.form
        const put = await putDocuments(c, [document])
        if (isRefusal(put)) return c.var.again(problemOfDuty(put))
        const declared = await declareEvidence(c.var.context, agreement.id, {
          ...{ duty: duty.code, placeId: lieu, on: date, statement: declaration },
          document: put[0] ?? null,
        })
        if (isRefusal(declared)) return c.var.again(problemOfDuty(declared))
        return done(
          c,
          dutyPaths.duties(c.var.network.base, agreement.id),
          'La preuve est déclarée. Les deux parties la lisent, avec votre nom.',
        )
      },
    )
    .get(routes.withdrawal, may(policy.act), (c) => withdrawalPage(c, blankForm))
    .post(
      routes.withdrawal,
      may(policy.act),
      writes('evidence.withdrawn'),
      form(withdrawalForm, withdrawalPage),
      async (c) => {
        const { agreement, declared } = await declaredOf(c)
        const withdrawal = { evidence: declared.id, reason: c.var.form.motif }
        const withdrawn = await takeEvidenceBack(c.var.context, agreement.id, withdrawal)
        if (isRefusal(withdrawn)) return c.var.again(problemOfDuty(withdrawn))
        return done(
          c,
          dutyPaths.duties(c.var.network.base, agreement.id),
          'La preuve est retirée. Elle reste visible, barrée, avec votre raison.',
        )
      },
    )
    .get(routes.file, may(policy.read), async (c) =>
      sendAgreementFile(c, await agreementOf(c), c.req.param('fichier')),
    )
}

/** The duty named by the address, of those that modules or a statement prove; else 404. */
async function dutyOf(c: AppContext) {
  const agreement = await agreementOf(c)
  const duties = await dutiesOf(c.var.context.db, agreement)
  return {
    agreement,
    duty: orNotFound(duties.find(({ code }) => code === c.req.param('obligation')) ?? null),
  }
}

async function declaredOf(c: AppContext) {
  const agreement = await agreementOf(c)
  const known = await declaredEvidence(c.var.context.db, agreement.id)
  return { agreement, declared: orNotFound(known.find(({ id }) => id === c.req.param('preuve')) ?? null) }
}
