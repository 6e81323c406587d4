import type { Day } from '../../../../kernel/day.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { InformationDuty, ReminderStep, Semester } from '../../domain/proof/information.ts'

/** « premier semestre 2026 ». */
export function semesterText({ name }: Pick<Semester, 'name'>): string {
  const [year = '', half = ''] = name.split('-')
  return `${half === 'H1' ? 'premier' : 'second'} semestre ${year}`
}

interface Owed {
  place: { name: string; commune: string }
  duties: readonly InformationDuty[]
  lastSaidOn: Day | null
}

/** The semesters a place let go by. */
export function overdueText({ duties }: Pick<Owed, 'duties'>): string {
  return duties
    .filter(({ status }) => status === 'overdue')
    .map(({ semester }) => semesterText(semester))
    .join(', ')
}

/** « second semestre 2025, et 6 avant ». */
export function lastOverdueText({ duties }: Pick<Owed, 'duties'>): string {
  const overdue = duties.filter(({ status }) => status === 'overdue')
  const last = overdue.at(-1)
  if (!last) return ''
  const others = overdue.length - 1
  return `${semesterText(last.semester)}${others === 0 ? '' : `, et ${others} avant`}`
}

/** What a formal notice says of them: each place, each semester, and the last day anything was said. 000 art. 4. */
export function noticeGrounds(owed: readonly Owed[]): string {
  return [
    'L’article 4 de la convention demande de tenir à jour, chaque semestre civil, les informations des lieux labellisés.',
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

interface ReminderMail {
  places: readonly string[]
  semester: Semester
  step: ReminderStep
  networkName: string
  /** Of the page where it is said, with its scheme. */
  address: string
}

/** Told to those who keep the places, then to who answers for the partner. LAB-32. */
export function informationMail({ places, semester, step, networkName, address }: ReminderMail): {
  subject: string
  body: string
} {
  const when =
    step === '+7d'
      ? `Elles étaient attendues pour le ${formatDay(semester.lastDay)} au plus tard.`
      : `Elles sont attendues pour le ${formatDay(semester.lastDay)} au plus tard.`
  return {
    subject: `${networkName} : les informations de vos lieux labellisés, ${semesterText(semester)}`,
    body: [
      'Bonjour,',
      `Personne n’a encore dit, ce semestre, que la fiche de ces lieux est juste : ${places.join(', ')}.`,
      when,
      `Relisez chaque fiche, corrigez-la, ou dites d’un clic que rien n’a changé : ${address}`,
      networkName,
    ].join('\n\n'),
  }
}

/** Told to the head the day after the semester. */
export function overdueMail({
  count,
  semester,
  networkName,
  address,
}: {
  count: number
  semester: Semester
  networkName: string
  address: string
}): { subject: string; body: string } {
  return {
    subject: `${networkName} : ${count} ${count === 1 ? 'lieu labellisé doit' : 'lieux labellisés doivent'} leurs informations`,
    body: [
      'Bonjour,',
      `Le ${semesterText(semester)} est passé sans que la fiche de ${count === 1 ? 'ce lieu soit confirmée' : 'ces lieux soit confirmée'}. Aucun label ne tombe pour cela.`,
      `La liste, et de quoi préparer une mise en demeure : ${address}`,
      networkName,
    ].join('\n\n'),
  }
}
