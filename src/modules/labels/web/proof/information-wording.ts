import type { Day } from '../../../../kernel/day.ts'
import { formatDay } from '../../../../ui/french.ts'
import { eachPeriodText, type InformationDuty, periodText } from '../../../places/index.ts'

interface Owed {
  place: { name: string; commune: string }
  duties: readonly InformationDuty[]
  lastSaidOn: Day | null
}

/** The periods a place let go by. */
export function overdueText({ duties }: Pick<Owed, 'duties'>): string {
  return duties
    .filter(({ status }) => status === 'overdue')
    .map(({ period }) => periodText(period))
    .join(', ')
}

/** « second semestre 2025, et 6 avant ». */
export function lastOverdueText({ duties }: Pick<Owed, 'duties'>): string {
  const overdue = duties.filter(({ status }) => status === 'overdue')
  const last = overdue.at(-1)
  if (!last) return ''
  const others = overdue.length - 1
  return `${periodText(last.period)}${others === 0 ? '' : `, et ${others} avant`}`
}

/** What a formal notice says of them: each place, each period, and the last day anything was said. 000 art. 4. */
export function noticeGrounds(owed: readonly Owed[]): string {
  const period = owed[0]?.duties.at(-1)?.period
  return [
    `L’article 4 de la convention demande de tenir à jour${period ? `, ${eachPeriodText(period)},` : ''} les informations des lieux labellisés.`,
    'À ce jour, elles manquent pour :',
    ...owed.map((one) => {
      const said = one.lastSaidOn
        ? `dernière information le ${formatDay(one.lastSaidOn)}`
        : 'aucune information depuis l’attribution du label'
      return `- ${one.place.name}, ${one.place.commune} : ${overdueText(one)} (${said}) ;`
    }),
    'Un clic suffit, sur la page des obligations de la convention, à dire que rien n’a changé.',
  ].join('\n')
}
