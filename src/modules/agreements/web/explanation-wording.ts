import { type Day, isDay } from '../../../kernel/day.ts'
import { formatDay, plural } from '../../../ui/french.ts'
import type { WhyStep } from '../../../ui/why.tsx'
import type { Arithmetic, Explanation } from '../domain/explanation.ts'
import { roleName } from './parties.ts'

type Inputs = Explanation['inputs']

/** How each value is found, in a sentence with its figures. */
const calculations: Record<Arithmetic, (inputs: Inputs, result: string) => string> = {
  status_on_day: ({ onDate, enteredIntoForceOn, lastDayInForce }) =>
    [
      `État lu au ${said(onDate)}.`,
      enteredIntoForceOn
        ? `Entrée en vigueur : ${said(enteredIntoForceOn)}.`
        : 'Toutes les signatures ne sont pas réunies.',
      lastDayInForce ? `Dernier jour connu : ${said(lastDayInForce)}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  last_signature: ({ entryDate: _entryDate, ...signatures }, result) =>
    `Dernière des signatures (${listed(signatures)}) = ${said(result)}.`,
  fixed_date_or_last_signature: ({ entryDate, ...signatures }, result) =>
    `La plus tardive entre la date prévue (${said(entryDate)}) et la dernière signature (${listed(signatures)}) = ${said(result)}.`,
  day_of_entry: ({ enteredIntoForceOn }) =>
    `La première période commence le jour de l’entrée en vigueur, le ${said(enteredIntoForceOn)}.`,
  day_after: ({ previousLastDay }, result) =>
    `Lendemain du ${said(previousLastDay)}, dernier jour de ce qui précède = ${said(result)}.`,
  last_day_of_term: ({ anchor, years, noticeEnd }, result) =>
    `${said(anchor)} + ${plural(Number(years), 'an', 'ans')}, veille de l’anniversaire = ${said(result)}.${
      noticeEnd ? ` Le préavis courrait jusqu’au ${said(noticeEnd)} : le terme arrive avant.` : ''
    }`,
  add_months: ({ trigger, months, from }, result) =>
    `${triggerWord(from)} le ${said(trigger)} + ${months} mois, même quantième ou dernier jour du mois = ${said(result)}, inclus.`,
  add_days: ({ trigger, days }, result) =>
    trigger
      ? `${said(trigger)} + ${plural(Number(days), 'jour', 'jours')}, le premier compté étant le lendemain = ${said(result)}, inclus.`
      : `Le délai de ${plural(Number(days), 'jour', 'jours')} n’a pas commencé.`,
  next_working_day: ({ cureLastDay }, result) =>
    `Le délai finirait le ${said(cureLastDay)}, un jour non ouvré : il va jusqu’au ${said(result)}.`,
  first_day_of_next_month: ({ lastSignature }, result) =>
    `Premier jour du mois qui suit la dernière signature (${said(lastSignature)}) = ${said(result)}.`,
  stated_by_amendment: (_inputs, result) => `L’avenant fixe lui-même son effet au ${said(result)}.`,
  agreed_last_day: ({ lastSignature }, result) =>
    `Un avenant signé par tous le ${said(lastSignature)} fixe le dernier jour au ${said(result)}.`,
  day_of_termination: ({ cureLastDay }, result) =>
    `La mise en demeure est restée sans effet jusqu’au ${said(cureLastDay)} ; la résiliation suit, le ${said(result)}.`,
  last_day_of_window: ({ fulfilledOn }, result) =>
    fulfilledOn
      ? `À faire au plus tard le ${said(result)} ; fait le ${said(fulfilledOn)}.`
      : `À faire au plus tard le ${said(result)}.`,
  last_validation: (validations, result) =>
    `Dernière des validations (${listed(validations)}) = ${said(result)}.`,
  end_of_period_of_notice: ({ trigger, months, noticeEnd, from }, result) =>
    `${triggerWord(from)} le ${said(trigger)} + ${months} mois = ${said(noticeEnd)} ; l’effet attend la fin de la période, le ${said(result)}.`,
  subtract_months: ({ end, months }, result) =>
    `${end ? `Fin de validité (${said(end)})` : 'Fin de validité connue à l’arrivée'} − ${months} mois = ${said(result)}.`,
  search_latest_start: ({ months, start, before }) =>
    `Dernier jour d’envoi dont le préavis de ${months} mois s’achève au plus tard à la fin de la période (${said(before)}) = ${said(start)}.`,
  label_follows_agreement: ({ lastDayInForce }) =>
    lastDayInForce
      ? `Le label vaut jusqu’au dernier jour de la convention, le ${said(lastDayInForce)}.`
      : 'Le label vaut tant que la convention produit ses effets.',
  label_falls_with_termination: ({ lastDayInForce }) =>
    `La résiliation emporte le retrait du label après le ${said(lastDayInForce)}.`,
}

/** The readings of a clause that a legal service may want to confirm. */
const readings: Record<string, string> = {
  signatureOfPluralParties: 'La « signature » est celle de la dernière partie.',
  termLastDay: 'Un terme de plusieurs années finit la veille de l’anniversaire.',
  monthCount: 'Un mois se compte de quantième à quantième, ou jusqu’au dernier jour du mois.',
  requestLimitEnd: 'La « fin de validité » est la fin de la période en cours, ou une fin connue plus proche.',
  formalNoticeReading: 'Les trente jours sont ceux qui sont laissés pour réparer.',
  terminationLastDay: 'La résiliation produit ses effets le jour de son envoi.',
  labelScopeOnPartialTermination: 'Seuls les lieux visés par la résiliation perdent leur label.',
  labelAfterOtherEnd: 'Hors résiliation, le label prend fin avec la convention sans être retiré.',
}

/** The steps of « Pourquoi ? » under a computed value. `text`: the page that shows the articles, empty on that very page. */
export function whySteps(
  { article, trigger, arithmetic, inputs, result, reading }: Explanation,
  text: string,
): WhyStep[] {
  return [
    ...(article ? [{ term: 'Article', text: `art. ${article}`, href: `${text}#art-${article}` }] : []),
    ...(trigger ? [{ term: 'Déclencheur', text: `acte du ${said(trigger.day)}` }] : []),
    { term: 'Calcul', text: calculations[arithmetic](inputs, result) },
    ...(reading && readings[reading] ? [{ term: 'Lecture retenue', text: readings[reading] }] : []),
  ]
}

/** The same in one line: « art. 8 : envoi le 17 juin 2026 + 3 mois… ». */
export function reasonOf(explanation: Explanation): string {
  const { article, arithmetic, inputs, result } = explanation
  const calculation = calculations[arithmetic](inputs, result)
  return article
    ? `Art. ${article} : ${calculation.charAt(0).toLowerCase()}${calculation.slice(1)}`
    : calculation
}

function listed(signatures: Inputs): string {
  return Object.entries(signatures)
    .map(([party, on]) => `${roleName(party).toLowerCase()} le ${said(on)}`)
    .join(', ')
}

function said(value: string | number | undefined): string {
  return isDay(value) ? formatDay(value as Day) : String(value ?? '')
}

/** What starts the notice, by the clause. */
function triggerWord(from: string | number | undefined): string {
  return from === 'receipt' ? 'Réception' : 'Envoi'
}
