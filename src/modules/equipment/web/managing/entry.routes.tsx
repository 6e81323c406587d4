import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { type FormPage, type FormState, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { partnersToEnterFor } from '../../use-cases/borrowing/enter-for.ts'
import type { Workplace } from '../../use-cases/workplace.ts'
import { requestForm } from '../borrowing/request.form.ts'
import { type Asking, requestWorld, textIn } from '../borrowing/request-view.ts'
import { type Answered, type Asker, sendRequest } from '../borrowing/send-request.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { managingPaths, routes } from './managing.paths.ts'
import { EntryPage } from './pages/entry-page.tsx'

interface Partner {
  id: OrganisationId
  name: string
}

/** The structure named by what was typed, among those one may write for. */
async function entryAt(c: AppContext, values: FormState['values']) {
  const place = await workplace(c, 'decide')
  const partners = await partnersToEnterFor(place.context)
  return { place, partners, partner: partners.find(({ id }) => id === textIn(values, 'structure')) ?? null }
}

async function show(c: AppContext, state: FormState, { suggestions = [], mayExceed = false }: Answered = {}) {
  const { place, partners, partner } = await entryAt(c, state.values)
  const world = partner ? await requestWorld(askingOf(place, partner), state.values) : null
  return page(
    c,
    <EntryPage
      {...{ view: viewOf(c), inventory: place.inventory, partners, partner, world, state, mayExceed }}
      // Nobody waits in somebody’s name.
      suggestions={suggestions.filter(({ value }) => value !== 'attente')}
    />,
  )
}

const entryPage: FormPage = (c, state) => show(c, state)

function askingOf({ context, inventory }: Workplace, { id }: Partner): Asking {
  return { context, inventories: [inventory], partners: [id] }
}

function askerOf(place: Workplace, partner: Partner): Asker {
  return {
    asking: askingOf(place, partner),
    draft: null,
    show,
    keep: null,
    sent(c, { lines }) {
      const { base } = c.var.network
      const [only, ...others] = lines
      const here =
        only && others.length === 0
          ? managingPaths.line(base, place.inventory.id, only.id)
          : managingPaths.inventory(base, place.inventory.id)
      return done(
        c,
        here,
        `La demande est enregistrée pour ${partner.name}. Un courriel lui part : la structure la confirme ou y renonce.`,
      )
    },
  }
}

/** What a manager writes down for a member. EQP-505. */
export const entryRoutes = new Hono<AppEnv>()
  .get(routes.entry, may(policy.seeWork), (c) => {
    const asked = Object.entries(c.req.query()).map(([name, value]) => [name, value.slice(0, 100)])
    return show(c, { values: Object.fromEntries(asked), problems: [] })
  })
  .post(routes.entry, may(policy.work), writes('loan.requested'), form(requestForm, entryPage), async (c) => {
    const { place, partner } = await entryAt(c, c.var.typed.values)
    return sendRequest(c, askerOf(place, orNotFound(partner)), c.var.form, c.var.typed)
  })
