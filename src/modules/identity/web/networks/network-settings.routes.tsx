import { Hono } from 'hono'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { blankForm, type FormPage, form } from '../../../../platform/http/form.ts'
import { may } from '../../../../platform/http/may.ts'
import { done } from '../../../../platform/http/notice.ts'
import { page, viewOf } from '../../../../platform/http/page.tsx'
import { orNotFound } from '../../../../platform/http/problems.ts'
import { writes } from '../../../../platform/http/writes.ts'
import { paletteOf, themeOfCode } from '../../../../ui/palettes.ts'
import { type Theme, themeProblems, themeSheet } from '../../../../ui/theme.ts'
import { factorsOf } from '../../data/factors/second-factor.store.ts'
import { findSettings } from '../../data/networks/network-settings.store.ts'
import { networkAddress } from '../../domain/networks/network-address.ts'
import { changeNetwork, changeNetworkAndLogo } from '../../use-cases/networks/change-network.ts'
import { policy } from '../policy.ts'
import { networkColoursForm } from './network-colours.form.ts'
import { paths, routes } from './network-paths.ts'
import { networkSecurityForm, networkSettingsForm } from './network-settings.form.ts'
import { problemOfNetwork } from './network-wording.ts'
import type { OfferedTemplates } from './offered-templates.ts'
import { NetworkColoursPage } from './pages/network-colours-page.tsx'
import { NetworkSecurityPage } from './pages/network-security-page.tsx'
import { NetworkSettingsPage } from './pages/network-settings-page.tsx'

/** What a network decides of itself. `templates`: the agreement templates that exist. */
export function networkSettingsRoutes(templates: OfferedTemplates) {
  const settingsPage: FormPage = async (c, state) => {
    const settings = await settingsOf(c)
    return page(
      c,
      <NetworkSettingsPage
        view={viewOf(c)}
        settings={settings}
        templates={await templates(c.var.context.db, c.var.network.id)}
        address={networkAddress(c.var.services.config.baseUrl, { ...c.var.network, host: settings.host })}
        mayManage={mayManage(c)}
        state={state}
      />,
    )
  }
  const settingsForm = async (c: AppContext) =>
    networkSettingsForm(
      (await templates(c.var.context.db, c.var.network.id)).map(({ id }) => id),
      new URL(c.var.services.config.baseUrl).hostname,
    )
  return new Hono<AppEnv>()
    .get(routes.settings, may(policy.readNetwork), (c) => settingsPage(c, blankForm))
    .post(
      routes.settings,
      may(policy.manageNetwork),
      writes('network.changed'),
      form(settingsForm, settingsPage),
      async (c) => {
        const { context, services } = c.var
        const { vu, logo, sans_logo: withoutLogo, ...typed } = c.var.form
        const change = {
          name: typed.nom,
          tagline: typed.accroche,
          contact_email: typed.contact,
          dpo_name: typed.dpo,
          dpo_email: typed.dpo_courriel,
          host: typed.domaine || null,
          template_ids: typed.modeles,
          ...(withoutLogo && { logo_file_id: null }),
        }
        const sent = logo && logo.size > 0 ? logo : null
        const changed = sent
          ? await changeNetworkAndLogo(context, services.files, vu, change, {
              name: sent.name,
              content: new Uint8Array(await sent.arrayBuffer()),
            })
          : await changeNetwork(context, vu, change)
        if (isRefusal(changed)) return c.var.again(problemOfNetwork(changed))
        return done(
          c,
          paths.settings(c.var.network.base),
          'Les réglages du réseau sont enregistrés. Les pages publiques les montrent dès maintenant.',
        )
      },
    )
    .route('/', colourRoutes)
    .route('/', securityRoutes)
}

const coloursPage = async (c: AppContext, state: FormPageState, preview: Theme | null = null) => {
  const settings = await settingsOf(c)
  const palette = paletteOf(String(state.values.palette ?? c.req.query('palette') ?? ''))
  return page(
    c,
    <NetworkColoursPage
      view={viewOf(c)}
      version={settings.version}
      theme={preview ?? palette?.theme ?? settings.theme}
      palette={palette}
      preview={preview}
      mayManage={mayManage(c)}
      state={state}
    />,
  )
}

type FormPageState = Parameters<FormPage>[1]

const colourRoutes = new Hono<AppEnv>()
  .get(routes.preview, may(policy.readNetwork), (c) => {
    const theme = themeOfCode(c.req.param('sheet').slice('apercu-'.length, -'.css'.length))
    return c.body(themeSheet(orNotFound(theme)), 200, { 'content-type': 'text/css; charset=utf-8' })
  })
  .get(routes.colours, may(policy.readNetwork), (c) => coloursPage(c, blankForm))
  .post(
    routes.colours,
    may(policy.manageNetwork),
    writes('network.changed'),
    form(
      async (c) => networkColoursForm((await settingsOf(c)).theme),
      (c, state) => coloursPage(c, state),
    ),
    async (c) => {
      const { vu, isConfirmed, theme } = c.var.form
      const problems = themeProblems(theme)
      if (problems.length > 0) return c.var.again(...problems.map((message) => ({ field: null, message })))
      if (!isConfirmed) return coloursPage(c, c.var.typed, theme)
      const changed = await changeNetwork(c.var.context, vu, { theme })
      if (isRefusal(changed)) return c.var.again(problemOfNetwork(changed))
      return done(
        c,
        paths.colours(c.var.network.base),
        'Les couleurs sont enregistrées. Toutes les pages les portent.',
      )
    },
  )

const securityPage = async (c: AppContext, state: FormPageState, lacksFactor = false) =>
  page(
    c,
    <NetworkSecurityPage
      view={viewOf(c)}
      settings={await settingsOf(c)}
      mayManage={mayManage(c)}
      lacksFactor={lacksFactor}
      state={state}
    />,
  )

const securityRoutes = new Hono<AppEnv>()
  .get(routes.security, may(policy.readNetwork), (c) => securityPage(c, blankForm))
  .post(
    routes.security,
    may(policy.manageNetwork),
    writes('network.changed'),
    form(networkSecurityForm, (c, state) => securityPage(c, state)),
    async (c) => {
      const { vu, confirme, second_facteur, session, inactivite, journal, origine } = c.var.form
      const asks = second_facteur === 'oui'
      if (asks && !confirme && (await isWithoutFactor(c))) return securityPage(c, c.var.typed, true)
      const changed = await changeNetwork(c.var.context, vu, {
        second_factor_for_officers: asks,
        session_days: session,
        inactive_months: inactivite,
        journal_years: journal,
        origin_months: origine,
      })
      if (isRefusal(changed)) return c.var.again(problemOfNetwork(changed))
      return done(
        c,
        paths.security(c.var.network.base),
        'La sécurité et la conservation sont enregistrées. Elles s’appliquent dès la prochaine page ouverte.',
      )
    },
  )

async function isWithoutFactor(c: AppContext): Promise<boolean> {
  const { actor, context } = c.var
  if (actor.kind !== 'member') return false
  const { hasCode, passkeys } = await factorsOf(context.db, actor.personId, actor.sessionId)
  return !hasCode && passkeys === 0
}

async function settingsOf(c: AppContext) {
  return orNotFound(await findSettings(c.var.context.db, c.var.context.reach))
}

function mayManage(c: AppContext): boolean {
  return policy.manageNetwork.reach(c.var.actor, c.var.network.id).kind === 'all'
}
