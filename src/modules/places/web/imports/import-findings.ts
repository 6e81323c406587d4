import { type Severity, severities } from '../../domain/imports/finding.ts'
import { severityWords } from '../../use-cases/imports/import-report.ts'

/** Which findings the address of a report asks for. */
export interface ShownFindings {
  severity?: Severity | null
  /** A kind of finding, such as `siret-rounded`. */
  code?: string | null
  /** From 1. */
  page?: number
}

/** An unknown severity shows everything; an unreadable page, the first. */
export function parseShown(query: Record<string, string>): Required<ShownFindings> {
  const severity = severities.find((known) => severityWords[known] === query.gravite) ?? null
  const code = query.constat?.slice(0, 60) || null
  return { severity, code, page: Math.min(Math.max(Number.parseInt(query.page ?? '', 10) || 1, 1), 100_000) }
}

export function shownQuery({ severity = null, code = null, page = 1 }: ShownFindings): string {
  const query = new URLSearchParams()
  if (severity !== null) query.set('gravite', severityWords[severity])
  if (code !== null) query.set('constat', code)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `?${query}` : ''
}

/** On the page: one finding, and the name of its kind. */
export const severityNames: Readonly<Record<Severity, { one: string; many: string }>> = {
  refused: { one: 'Refusé', many: 'Refus' },
  warning: { one: 'À corriger', many: 'À corriger' },
  correction: { one: 'Corrigé', many: 'Corrections' },
  remark: { one: 'Remarque', many: 'Remarques' },
}
