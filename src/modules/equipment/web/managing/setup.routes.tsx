import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { Forbidden } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { listPeople, peopleNames } from '../../../identity/index.ts'
import { policyVersions, shortestTurnaround } from '../../data/catalogue/setup.store.ts'
import { givenRoles } from '../../data/roles.store.ts'
import { allows } from '../../domain/rights.ts'
import { changePolicy } from '../../use-cases/catalogue/change-policy.ts'
import {
  changeInventory,
  giveInventoryRole,
  takeInventoryRole,
} from '../../use-cases/catalogue/keep-inventory.ts'
import { openInventory } from '../../use-cases/catalogue/open-inventory.ts'
import { workplacesOf } from '../../use-cases/workplace.ts'
import { policy } from '../policy.ts'
import { workplace } from '../workplace.ts'
import { openingForm, roleEndForm, roleForm, rulesForm, sheetForm } from './inventory.form.ts'
import { managingPaths, routes } from './managing.paths.ts'
import { RolesPage } from './pages/roles-page.tsx'
import { RulesPage } from './pages/rules-page.tsx'
import { OpeningPage, SheetPage } from './pages/sheet-page.tsx'
import { WorkPage } from './pages/work-page.tsx'
import { firstWeek, rulesTyped } from './setup-typed.ts'

const NAME_TAKEN = {
  field: 'nom',
  message: 'Un inventaire du réseau porte déjà ce nom : choisissez-en un autre.',
}
const NO_SUCH_PERSON = { field: 'personne', message: 'Choisissez une personne de la liste.' }

const openingPage: FormPage = (c, state) => page(c, <OpeningPage view={viewOf(c)} state={state} />)

const sheetPage: FormPage = async (c, state) => {
  const { inventory } = await workplace(c, 'keep')
  return page(c, <SheetPage view={viewOf(c)} inventory={inventory} state={state} />)
}

const rulesPage: FormPage = async (c, state) => {
  const { inventory, role, context } = await workplace(c, 'read')
  const versions = await policyVersions(context.db, inventory.id)
  const names = await peopleNames(
    context.db,
    versions.flatMap(({ recordedBy }) => recordedBy ?? []),
  )
  return page(
    c,
    <RulesPage
      view={viewOf(c)}
      inventory={inventory}
      versions={versions.map((one) => ({
        ...one,
        by: one.recordedBy ? (names.get(one.recordedBy) ?? '') : '',
      }))}
      mayChange={allows(role, 'rule')}
      state={state}
    />,
  )
}

const rolesPage: FormPage = async (c, state) => {
  const { inventory, role, context } = await workplace(c, 'read')
  const given = await givenRoles(context.db, inventory.id)
  const names = await peopleNames(
    context.db,
    given.map(({ personId }) => personId),
  )
  return page(
    c,
    <RolesPage
      view={viewOf(c)}
      inventory={inventory}
      given={given.map((one) => ({ ...one, name: names.get(one.personId) ?? '' }))}
      people={allows(role, 'rule') ? await peopleOf(c) : []}
      mayChange={allows(role, 'rule')}
      state={state}
    />,
  )
}

/** Once each, whatever the number of their memberships. */
async function peopleOf(c: AppContext) {
  const { db, network, today } = c.var.context
  const members = await listPeople(db, network.id, {}, today)
  const byId = new Map(
    members.map(({ personId, name, organisationName }) => [
      personId,
      { id: personId, name: `${name}, ${organisationName}` },
    ]),
  )
  return [...byId.values()]
}

/** Inventories, their rules, and who does what there. EQP-101, EQP-1501. */
export const setupRoutes = new Hono<AppEnv>()
  .get(routes.work, may(policy.seeWork), async (c) =>
    page(c, <WorkPage view={viewOf(c)} workplaces={await workplacesOf(c.var.context)} />),
  )
  .get(routes.opening, may(policy.open), (c) => openingPage(c, blankForm))
  .post(
    routes.opening,
    may(policy.open),
    writes('inventory.opened'),
    form(openingForm, openingPage),
    async (c) => {
      const { context, form: typed, network } = c.var
      const { actor } = context
      if (actor.kind !== 'member') throw new Forbidden()
      const opened = await openInventory(context, {
        inventory: { ownerId: actor.organisationId, ...sheetOf(typed) },
        desk: { name: typed.guichet, location: typed.adresse },
        week: firstWeek(context.today),
        rules: {},
      })
      if (isRefusal(opened)) return c.var.again(NAME_TAKEN)
      return done(
        c,
        managingPaths.inventory(network.base, opened.inventoryId),
        'L’inventaire est ouvert. Ajoutez maintenant un premier modèle à son catalogue.',
      )
    },
  )
  .get(routes.sheet, may(policy.seeWork), (c) => sheetPage(c, blankForm))
  .post(
    routes.sheet,
    may(policy.work),
    writes('inventory.changed'),
    form(sheetForm, sheetPage),
    async (c) => {
      const place = await workplace(c, 'keep')
      const changed = await changeInventory(place, sheetOf(c.var.form))
      if (isRefusal(changed)) return c.var.again(NAME_TAKEN)
      const home = managingPaths.inventory(c.var.network.base, place.inventory.id)
      return done(c, home, 'La fiche de l’inventaire est enregistrée.')
    },
  )
  .get(routes.rules, may(policy.seeWork), (c) => rulesPage(c, blankForm))
  .post(routes.rules, may(policy.work), writes('inventory.ruled'), form(rulesForm, rulesPage), async (c) => {
    const { inventory, context } = await workplace(c, 'rule')
    const { motif, effet, ...typed } = c.var.form
    const shortest = await shortestTurnaround(context.db, inventory.id)
    if (shortest !== null && shortest < typed.creneau)
      return c.var.again({
        field: 'creneau',
        message: `Un modèle n’a que ${shortest} minutes de remise en état : un créneau ne peut pas être plus long. Allongez d’abord ce délai au catalogue.`,
      })
    const [current] = await policyVersions(context.db, inventory.id)
    const rules = { ...current?.rules, ...rulesTyped(typed) }
    const changed = await changePolicy(context, inventory.id, { rules, effectiveOn: effet, reason: motif })
    if (isRefusal(changed))
      return c.var.again({
        field: null,
        message:
          'Quelqu’un vient de changer le règlement. Relisez la page, puis recommencez si c’est encore utile.',
      })
    return done(
      c,
      managingPaths.rules(c.var.network.base, inventory.id),
      `La version ${changed.version} du règlement est enregistrée. Les prêts déjà décidés gardent leurs règles.`,
    )
  })
  .get(routes.roles, may(policy.seeWork), (c) => rolesPage(c, blankForm))
  .post(
    routes.roles,
    may(policy.work),
    writes('inventory.role-given'),
    form(roleForm, rolesPage),
    async (c) => {
      const place = await workplace(c, 'rule')
      const { personne, role } = c.var.form
      const given = await giveInventoryRole(place, { personId: personne, role })
      if (isRefusal(given)) return c.var.again(NO_SUCH_PERSON)
      const here = managingPaths.roles(c.var.network.base, place.inventory.id)
      return done(
        c,
        here,
        'Le rôle est donné. Cette personne trouve l’inventaire à l’adresse de la gestion du matériel.',
      )
    },
  )
  .post(
    routes.roleEnd,
    may(policy.work),
    writes('inventory.role-taken'),
    form(roleEndForm, rolesPage),
    async (c) => {
      const place = await workplace(c, 'rule')
      const taken = await takeInventoryRole(place, c.var.form.personne)
      if (isRefusal(taken)) return c.var.again(NO_SUCH_PERSON)
      const here = managingPaths.roles(c.var.network.base, place.inventory.id)
      return done(c, here, 'Le rôle est retiré. Ce que cette personne a fait reste écrit.')
    },
  )

function sheetOf(typed: {
  nom: string
  contact: string
  fuseau: string
  feries: string
  montre: 'owner' | 'members' | 'public'
}) {
  return {
    name: typed.nom,
    contact: typed.contact,
    timeZone: typed.fuseau,
    holidayCalendar: typed.feries,
    shownTo: typed.montre,
  }
}
