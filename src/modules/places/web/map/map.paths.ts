export const mapRoutesOf = {
  settings: '/reglages/carte',
} as const

export const mapPaths = {
  settings: (base: string) => `${base}/reglages/carte`,
}
