import { paths } from '../paths.ts'

/** The first step of the breadcrumb of every page of settings. */
export function settingsPath(base: string) {
  return { label: 'Réglages', href: paths.settings(base) }
}
