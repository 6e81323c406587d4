import type { Problem } from '../../../../platform/http/form.ts'
import type { Finding } from '../../domain/imports/finding.ts'
import { isWrong } from '../../domain/life/read-section.ts'
import type { SectionAsRead } from '../../use-cases/life/section-writing.ts'

/** What the report of an import says of a column, said to whoever fills a field. */
const ON_A_PAGE: Readonly<Record<string, string>> = {
  'name-missing': 'Donnez le nom du lieu.',
  nowhere: 'Dites où est ce lieu\u00a0: sa commune au moins.',
  'commune-missing': 'Donnez la commune du lieu.',
  'siret-rounded': 'Ce SIRET a été arrondi par un tableur\u00a0: recopiez ses 14 chiffres.',
  'phone-unreadable': 'Écrivez un numéro français, par exemple 02 33 05 45 50.',
  'phones-several': 'Donnez un seul numéro\u00a0: celui de l’accueil.',
  'mail-false': 'Cette adresse de courriel est incomplète ou mal écrite\u00a0: corrigez-la.',
  'url-is-a-mail': 'Cette adresse est un courriel\u00a0: sa place est dans «\u00a0Courriels\u00a0».',
  'summary-too-long': 'Ce texte dépasse 280 signes\u00a0: raccourcissez-le, la présentation dira le reste.',
  'text-too-long': 'Ce texte est trop long\u00a0: raccourcissez-le.',
  'cell-too-long': 'Ce texte est trop long\u00a0: raccourcissez-le.',
}

/** What must be put right before a section is saved, one problem a field. */
export function problemsOfSection({ wrong, unknownTowns }: SectionAsRead): Problem[] {
  const towns = unknownTowns.map((town) => ({
    field: 'communes_desservies',
    message: `Aucune commune ne s’appelle «\u00a0${town}\u00a0», ou plusieurs\u00a0: écrivez son code INSEE.`,
  }))
  return [...problemsOf(wrong), ...towns.slice(0, 1)]
}

/** The same of a whole row of which only some columns were typed. */
export function problemsOfRow(findings: readonly Finding[], typed: readonly string[]): Problem[] {
  return problemsOf(findings.filter((finding) => isWrong(finding) && typed.includes(finding.column)))
}

function problemsOf(wrong: readonly Finding[]): Problem[] {
  const byColumn = new Map(
    wrong.map(({ column, code, message, value }) => [
      column,
      { field: column || null, message: quoted(code, value, ON_A_PAGE[code] ?? message) },
    ]),
  )
  return [...byColumn.values()]
}

/** Of several lines, the one at fault. */
function quoted(code: string, value: string, message: string): string {
  return code === 'mail-false' ? `«\u00a0${value}\u00a0»\u00a0: ${message}` : message
}
