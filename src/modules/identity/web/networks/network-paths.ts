export const routes = {
  settings: '/reglages/reseau',
  colours: '/reglages/couleurs',
  /** A parameter is a whole segment: one inside a word would never match. */
  preview: '/reglages/couleurs/:sheet{apercu-[0-9a-f]+\\.css}',
  security: '/reglages/securite',
  networks: '/reglages/reseaux',
  newNetwork: '/reglages/reseaux/nouveau',
  placement: '/reglages/reseaux/rattachement',
  placementWithdrawal: '/reglages/reseaux/rattachement/retrait',
  placementAnswer: '/reglages/reseaux/demandes/:placement',
  detachment: '/reglages/reseaux/detachement',
  logo: '/:logo{logo-[0-9a-f]+\\.(?:png|jpg|webp)}',
  firstSteps: '/premiers-pas',
  firstRunDone: '/premiers-pas/courriel',
} as const

export const paths = {
  settings: (base: string) => `${base}${routes.settings}`,
  colours: (base: string) => `${base}${routes.colours}`,
  palette: (base: string, palette: string) => `${base}${routes.colours}?palette=${palette}`,
  preview: (base: string, code: string) => `${base}${routes.colours}/apercu-${code}.css`,
  security: (base: string) => `${base}${routes.security}`,
  networks: (base: string) => `${base}${routes.networks}`,
  newNetwork: (base: string) => `${base}${routes.newNetwork}`,
  placement: (base: string) => `${base}${routes.placement}`,
  placementWithdrawal: (base: string) => `${base}${routes.placementWithdrawal}`,
  placementAnswer: (base: string, id: string) => `${base}${routes.networks}/demandes/${id}`,
  detachment: (base: string) => `${base}${routes.detachment}`,
  firstSteps: (base: string) => `${base}${routes.firstSteps}`,
  firstRunDone: (base: string) => `${base}${routes.firstRunDone}`,
}

/** Where the one-time key opens the first run. */
export function firstRunPath(key: string): string {
  return `${routes.firstSteps}?cle=${key}`
}
