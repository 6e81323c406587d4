import { Hono } from 'hono'
import { isId } from '../../../../kernel/id.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { may } from '../../../../platform/http/may.ts'
import { opensTo, page, viewOf } from '../../../../platform/http/page.tsx'
import { formatDay } from '../../../../ui/french.ts'
import { findPlaces } from '../../../places/index.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import { dayOfComparison, labelsAfter, type Supposition, supposedActs } from '../../domain/supposed-acts.ts'
import { otherReadings, whatIf } from '../../domain/what-if.ts'
import { agreementOf } from '../agreement-of.ts'
import { amendmentPaths } from '../amendments/amendment.paths.ts'
import { boardRoutePaths as routes } from '../board/board.paths.ts'
import { letterPaths } from '../letters/letters.paths.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { renewalPath } from '../renewal/renewal.paths.ts'
import { ReadingsPage } from './pages/readings-page.tsx'
import { type Trial, WhatIfPage } from './pages/what-if-page.tsx'
import { suppositionsIn } from './what-if.form.ts'

/** What an act or another reading would change: read, never written. AGR-77, AGR-79. */
export const whatIfRoutes = new Hono<AppEnv>()
  .get(routes.simulation, may(policy.read), async (c) => {
    const agreement = await agreementOf(c)
    const { state, suppositions } = suppositionsIn((name) => c.req.query(name), agreement.terms)
    if (state.problems.length > 0) c.status(422)
    const trials = suppositions.map((supposition) => trialOf(agreement, supposition, c.var.context.today))
    const [first] = suppositions
    return page(
      c,
      <WhatIfPage
        view={viewOf(c)}
        {...{ agreement, state, trials }}
        placeNames={await placeNames(c, trials)}
        prepare={
          first && opensTo(c.var, policy.manage) ? preparing(c.var.network.base, agreement, first) : null
        }
      />,
    )
  })
  .get(routes.readings, may(policy.read), async (c) => {
    const agreement = await agreementOf(c)
    const { terms, acts } = agreement
    const { today } = c.var.context
    return page(
      c,
      <ReadingsPage
        view={viewOf(c)}
        agreement={agreement}
        state={stateOn(terms, acts, today)}
        others={otherReadings(terms, acts, today)}
        mayChoose={opensTo(c.var, policy.manage)}
      />,
    )
  })

function trialOf({ terms, acts }: Agreement, supposition: Supposition, today: Trial['on']): Trial {
  const supposed = supposedActs(terms, acts, supposition)
  const day = dayOfComparison(supposed, today)
  const { before, after } = whatIf(terms, acts, supposed, day)
  return { on: supposition.on, before, after, labels: labelsAfter(terms, [...acts, ...supposed], day) }
}

async function placeNames(c: AppContext, trials: readonly Trial[]): Promise<ReadonlyMap<string, string>> {
  const { db, network } = c.var.context
  const places = [...new Set(trials.flatMap(({ labels }) => labels.map(({ place }) => place)))]
  const found = await findPlaces(db, network.id, places.filter(isId<'place'>))
  return new Map(found.map(({ id, name }) => [id, name]))
}

/** The page that records the act, with what was tried already typed. AGR-79. */
function preparing(
  base: string,
  { id }: Agreement,
  supposition: Supposition,
): { label: string; href: string } {
  const date = supposition.on.split('-').reverse().join('/')
  switch (supposition.act) {
    case 'denunciation': {
      const asked = filled({ partie: supposition.by, date })
      const href = `${paths.denunciation(base, id)}?${asked}`
      return { label: 'Vous enregistrerez le dépôt de la lettre.', href }
    }
    case 'termination': {
      const asked = filled({ partie: supposition.by, date })
      const href = `${letterPaths.formalNotice(base, id)}?${asked}`
      return { label: 'Vous commencerez par la mise en demeure.', href }
    }
    case 'renewal': {
      const href = `${renewalPath(base, id)}?${filled({ duree: String(supposition.years), date })}`
      return { label: 'Vous enregistrerez chaque signature de la reconduction.', href }
    }
    case 'duration': {
      const label = 'Vous rédigerez l’avenant, puis le ferez signer.'
      const objet = `Dernier jour fixé au ${formatDay(supposition.newLastDay)}`
      return { label, href: `${amendmentPaths.drafting(base, id)}?${filled({ objet })}` }
    }
  }
}

function filled(fields: Readonly<Record<string, string>>): string {
  return new URLSearchParams(fields).toString()
}
