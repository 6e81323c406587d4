import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { NotFound, orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { type Member, personOf } from '../../../../platform/session/actor.ts'
import { findMember } from '../../data/members/members.queries.ts'
import { liveConsent, visitsTo } from '../../data/support/support.store.ts'
import { supportBarrier } from '../../domain/support/support.ts'
import { giveSupportConsent, withdrawSupportConsent } from '../../use-cases/support/consent-to-support.ts'
import { endSupport } from '../../use-cases/support/end-support.ts'
import { startSupport } from '../../use-cases/support/start-support.ts'
import { policy } from '../policy.ts'
import { SupportConsentPage } from './pages/support-consent-page.tsx'
import { SupportPage } from './pages/support-page.tsx'
import { consentForm, visitForm } from './support.form.ts'
import { supportPaths, supportRoutePaths } from './support-paths.ts'
import { supportSentences } from './support-wording.ts'

const visitPage: FormPage = async (c, state) => {
  const { db, now } = c.var.context
  const [member, visitor] = [await targetOf(c), memberIn(c)]
  const consent = await liveConsent(db, { person: member.personId, network: member.networkId }, now)
  const who = { personId: visitor.personId, isInPlace: visitor.impersonator !== null }
  const barrier = supportBarrier({ visitor: who, target: member, consent })
  return page(c, <SupportPage view={viewOf(c)} {...{ member, consent, barrier, state }} />)
}

const consentPage: FormPage = async (c, state) => {
  const { db, now, network } = c.var.context
  const of = { person: orNotFound(personOf(c.var.actor)).personId, network: network.id }
  const [consent, visits] = [await liveConsent(db, of, now), await visitsTo(db, of)]
  return page(c, <SupportConsentPage view={viewOf(c)} {...{ consent, visits, now, state }} />)
}

/** Help given in somebody's place, and how each person opens and closes it. */
export const supportRoutes = new Hono<AppEnv>()
  .get(supportRoutePaths.visit, may(policy.support), (c) => visitPage(c, blankForm))
  .post(
    supportRoutePaths.visit,
    may(policy.support),
    writes('support.started'),
    form(visitForm, visitPage),
    async (c) => {
      const { motif, portee } = c.var.form
      const asked = { reason: motif, write: portee === 'ecriture' }
      const started = await startSupport(c.var.context, memberIn(c), await targetOf(c), asked)
      if (isRefusal(started)) {
        const field = FIELDS[started.refused as keyof typeof FIELDS] ?? null
        return c.var.again({ field, message: supportSentences[started.refused] })
      }
      return done(c, `${c.var.network.base}/aujourdhui`)
    },
  )
  .post(supportRoutePaths.end, may(policy.endSupport), writes('support.ended'), async (c) => {
    await endSupport(c.var.context, memberIn(c))
    return done(c, `${c.var.network.base}/aujourdhui`, 'Vous voici de retour sur votre compte.')
  })
  .get(supportRoutePaths.consent, may(policy.ownAccount), (c) => consentPage(c, blankForm))
  .post(
    supportRoutePaths.consent,
    may(policy.ownAccount),
    writes('support-consent.given'),
    form(consentForm, consentPage),
    async (c) => {
      const { actor, network } = c.var
      if (actor.kind !== 'member') return c.var.again({ field: null, message: NOBODY_HERE })
      const { portee, duree } = c.var.form
      await giveSupportConsent(c.var.context, actor, { hours: duree, mayWrite: portee === 'ecriture' })
      const sentence = 'L’assistance est ouverte. Vous recevrez un courriel à chaque visite.'
      return done(c, supportPaths.consent(network.base), sentence)
    },
  )
  .post(
    supportRoutePaths.withdrawal,
    may(policy.ownAccount),
    writes('support-consent.withdrawn'),
    async (c) => {
      const { personId } = orNotFound(personOf(c.var.actor))
      const withdrawn = await withdrawSupportConsent(c.var.context, personId)
      if (isRefusal(withdrawn)) {
        c.status(422)
        const message = 'L’assistance est déjà fermée : il n’y a rien à retirer.'
        return consentPage(c, { values: {}, problems: [{ field: null, message }] })
      }
      const sentence = 'L’assistance est fermée. Une visite en cours a pris fin aussitôt.'
      return done(c, supportPaths.consent(c.var.network.base), sentence)
    },
  )

const FIELDS = { 'reason-needed': 'motif', 'writing-not-agreed': 'portee' } as const
const NOBODY_HERE = 'Vous n’agissez pour aucune structure de ce réseau : il n’y a rien à voir à votre place.'

/** A membership that lasts, of this network; else 404. */
async function targetOf(c: AppContext) {
  const { db, reach, today } = c.var.context
  const id = c.req.param('id') ?? ''
  const member = orNotFound(isId<'membership'>(id) ? await findMember(db, reach, id, today) : null)
  if (member.end) throw new NotFound()
  return member
}

function memberIn(c: AppContext): Member {
  const { actor } = c.var
  return orNotFound(actor.kind === 'member' ? actor : null)
}
