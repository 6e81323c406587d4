import type { Problem } from '../../../../platform/http/form.ts'
import type { Finding } from '../../domain/imports/finding.ts'
import { isWrong } from '../../domain/life/read-section.ts'
import type { SectionAsRead } from '../../use-cases/life/section-writing.ts'

/** What the report of an import says of a column, said to whoever fills a field. */
const ON_A_PAGE: Readonly<Record<string, string>> = {
  'name-missing': 'Donnez le nom du lieu.',
  nowhere: 'Dites où est ce lieu : sa commune au moins.',
  'commune-missing': 'Donnez la commune du lieu.',
  'siret-rounded': 'Ce SIRET a été arrondi par un tableur : recopiez ses 14 chiffres.',
  'phone-unreadable': 'Écrivez un numéro français, par exemple 02 33 05 45 50.',
  'phones-several': 'Donnez un seul numéro : celui de l’accueil.',
  'mail-false': 'Cette adresse de courriel est incomplète ou mal écrite : corrigez-la.',
  'url-is-a-mail': 'Cette adresse est un courriel : sa place est dans « Courriels ».',
  'summary-too-long': 'Ce texte dépasse 280 signes : raccourcissez-le, la présentation dira le reste.',
  'text-too-long': 'Ce texte est trop long : raccourcissez-le.',
  'cell-too-long': 'Ce texte est trop long : raccourcissez-le.',
}

/** What must be put right before a section is saved, one problem a field. */
export function problemsOfSection({ wrong, unknownTowns }: SectionAsRead): Problem[] {
  const towns = unknownTowns.map((town) => ({
    field: 'communes_desservies',
    message: `Aucune commune ne s’appelle « ${town} », ou plusieurs : écrivez son code INSEE.`,
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
  return code === 'mail-false' ? `« ${value} » : ${message}` : message
}
