/** Where the subject of a line is shown, by family of action; a family that is not here has no page of its own. */
const SUBJECT_PAGES: Readonly<Record<string, string>> = {
  agreement: '/conventions/:id',
  annex: '/conventions/:id/annexe',
  label: '/conventions/:id',
  import: '/lieux/imports/:id',
  membership: '/reglages/membres/:id',
  support: '/reglages/membres/:id',
  organisation: '/structures/:id',
}

export function subjectHref(base: string, action: string, subject: string): string | null {
  const page = SUBJECT_PAGES[action.split('.')[0] ?? '']
  return page && /^[0-9a-f-]{36}$/.test(subject) ? `${base}${page.replace(':id', subject)}` : null
}

/** The patterns of these pages: a test holds that the application has them. */
export const subjectPages = Object.values(SUBJECT_PAGES)
