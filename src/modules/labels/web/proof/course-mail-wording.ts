import { addDays, type Day } from '../../../../kernel/day.ts'
import { formatDay } from '../../../../ui/french.ts'
import { type CoursePart, outcomeOf } from '../../domain/proof/course.ts'

interface CourseMail {
  award: { scheme: { name: string }; number: string; course: readonly CoursePart[] }
  holderName: string
  before: readonly CoursePart[]
  networkName: string
  /** Of the proof page, with its scheme. */
  address: string
  today: Day
}

/**
 * What those who keep a place's page, and the partner's referents, are told when the course of its label changed. A label
 * just granted is told by its decision. An end and a withdrawal have each their words, and neither says why. LAB-34, LAB-35.
 */
export function courseMail(told: CourseMail): { subject: string; body: string } | null {
  const { award, holderName, before, networkName, address, today } = told
  const now = outcomeOf(award.course)
  const sentences = now && sentencesOf(now, outcomeOf(before), today)
  if (!now || !sentences) return null
  return {
    subject: `${networkName} : ${sentences.subject}, ${award.scheme.name}, ${holderName}`,
    body: [
      'Bonjour,',
      `${holderName}, label ${award.scheme.name}, attribution ${award.number}.`,
      sentences.body,
      `Ce que le public en lit : ${address}`,
      networkName,
    ].join('\n\n'),
  }
}

function sentencesOf(now: CoursePart, before: CoursePart | null, today: Day) {
  const on = formatDay(now.from)
  const isPast = now.from <= today
  switch (now.status) {
    case 'withdrawn':
      return {
        subject: 'label retiré',
        body: `Le label ${isPast ? 'est' : 'sera'} retiré à compter du ${on}. La plaque, les autocollants et le certificat ${isPast ? 'ne sont plus proposés' : 'ne seront plus proposés à partir de ce jour'} : déposez la plaque.`,
      }
    case 'ended':
      return {
        subject: 'label arrivé à son terme',
        body: `Le label ${isPast ? 'a été porté' : 'sera porté'} jusqu’au ${formatDay(addDays(now.from, -1))} inclus. Il n’est pas retiré : il arrive à son terme.`,
      }
    case 'suspended':
      return { subject: 'label suspendu', body: `Le label est suspendu à compter du ${on}.` }
    case 'active':
      if (before === null || before.status === 'active') return null
      if (before.from > today)
        return {
          subject: 'label porté sans fin annoncée',
          body: `Le label devait s’arrêter le ${formatDay(before.from)} : il continue d’être porté.`,
        }
      return {
        subject: 'label porté de nouveau',
        body: `Le label est porté de nouveau depuis le ${on}. Ce qui s’est passé avant reste lisible sur la page du label.`,
      }
  }
}
