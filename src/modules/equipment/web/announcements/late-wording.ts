import { plural } from '../../../../ui/french.ts'

/** What has left for a loan, in the words of the page. */
const SENT_WORDS: Readonly<Record<string, string>> = {
  return_soon: 'rappel avant le retour',
  return_today: 'rappel le jour du retour',
  late_1: 'premier rappel de retard',
  late_3: 'rappel à la structure',
  late_7: 'rappel à qui la représente',
  formal_notice_draft: 'projet de mise en demeure annoncé',
}

export const sentWord = (kind: string) => SENT_WORDS[kind] ?? kind

/** What a formal notice says, hours and days already in words. */
export interface NoticeFacts {
  readonly owner: string
  readonly borrower: string
  readonly agreement: string | null
  readonly what: string
  readonly pickup: string
  readonly due: string
  readonly desk: string
  readonly daysLate: number
  /** Days on which a reminder left, in words. */
  readonly reminded: readonly string[]
}

/** The letter, for a person to read again, complete and sign: nothing of it leaves by itself. EQP-1103. */
export function noticeText(facts: NoticeFacts): string[] {
  const { owner, borrower, agreement, what, pickup, due, desk, daysLate, reminded } = facts
  const under = agreement ? `En application de la convention ${agreement}, ` : ''
  const lent = `${owner} a prêté à ${borrower} le matériel suivant : ${what}.`
  return [
    `${owner}, à ${borrower}`,
    'Objet : mise en demeure de rendre du matériel prêté',
    'Madame, Monsieur,',
    `${under}${lent} Son retrait était fixé au ${pickup}.`,
    `Ce matériel devait être rendu le ${due}, au guichet ${desk}. Il ne l’a pas été : le retard est de ${plural(daysLate, 'jour', 'jours')}.`,
    reminded.length > 0 ? `Nos rappels du ${listed(reminded)} sont restés sans effet.` : '',
    `Nous vous mettons en demeure de rendre ce matériel au guichet ${desk} dans les [nombre] jours qui suivent la réception de cette lettre.`,
    'Si un événement vous en empêche, dites-le-nous sans attendre.',
    '[Lieu, date, nom et qualité de la personne qui signe]',
  ].filter((paragraph) => paragraph !== '')
}

function listed(days: readonly string[]): string {
  return days.length < 2 ? days.join('') : `${days.slice(0, -1).join(', ')} et du ${days.at(-1)}`
}
