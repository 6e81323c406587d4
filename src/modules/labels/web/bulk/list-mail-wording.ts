import type { Day } from '../../../../kernel/day.ts'
import { formatDay, plural } from '../../../../ui/french.ts'
import type { Verdict } from '../../domain/bulk/place-list.ts'

export interface ListMail {
  networkName: string
  headName: string
  partnerName: string
  schemeName: string
  placeName: string
  charter: { text: string; signerName: string; signerTitle: string; signedOn: Day }
  /** Of the page that says what the label asks. */
  criteriaAddress: string
}

/** Tells whoever runs a place that its partner signed the charter for it, with the text. LAB-20. */
export function charterMail(told: ListMail): { subject: string; body: string } {
  const { charter, partnerName, schemeName, placeName } = told
  return {
    subject: `${told.networkName} : la charte du label ${schemeName} est signée pour ${placeName}`,
    body: [
      'Bonjour,',
      `${partnerName} propose ${placeName} pour le label ${schemeName}. ${charter.signerName}, ${charter.signerTitle}, en a signé la charte pour le compte du lieu le ${formatDay(charter.signedOn)}.`,
      charter.text,
      `Ce que le label demande, en détail : ${told.criteriaAddress}`,
      `${told.headName} décide maintenant. Si ce lieu ne doit pas être proposé, dites-le à ${partnerName} sans attendre.`,
      told.networkName,
    ].join('\n\n'),
  }
}

interface LineDecided {
  verdict: Verdict
  reason: string
  reserveUntil: Day | null
  decidedOn: Day
  effectFrom: Day
  remedies: string
}

/** Tells whoever runs a place what was decided for it. LAB-21. */
export function lineMail(told: ListMail, line: LineDecided): { subject: string; body: string } {
  const { networkName, headName, placeName, schemeName } = told
  const on = formatDay(line.decidedOn)
  const isExcluded = line.verdict === 'excluded'
  const decided = isExcluded
    ? `${headName} a décidé le ${on} de ne pas attribuer le label ${schemeName} à ${placeName}.`
    : `${headName} a décidé le ${on} d’attribuer le label ${schemeName} à ${placeName}, à compter du ${formatDay(line.effectFrom)}.`
  const until = line.reserveUntil ? ` À lever au plus tard le ${formatDay(line.reserveUntil)}.` : ''
  const reserve = line.verdict === 'granted_with_reserve' ? `Avec une réserve : ${line.reason}${until}` : ''
  return {
    subject: `${networkName} : ${isExcluded ? 'label non attribué' : 'label attribué'}, ${schemeName}, ${placeName}`,
    body: [
      'Bonjour,',
      decided,
      isExcluded ? `Motif : ${line.reason}` : reserve,
      line.verdict === 'granted' ? '' : line.remedies,
      networkName,
    ]
      .filter(Boolean)
      .join('\n\n'),
  }
}

interface ListToldOfAll extends Omit<ListMail, 'placeName'> {
  places: number
  granted: number
  /** Of the list's own page. */
  address: string
}

/** Tells the officers that a list waits for them, and the partner's people that its charter is signed. */
export function listSignedMail({
  networkName,
  partnerName,
  schemeName,
  charter,
  places,
  address,
}: ListToldOfAll) {
  return {
    subject: `${networkName} : charte du label ${schemeName} signée pour ${plural(places, 'lieu', 'lieux')}`,
    body: [
      'Bonjour,',
      `${charter.signerName}, ${charter.signerTitle}, a signé le ${formatDay(charter.signedOn)} la charte du label ${schemeName} pour ${plural(places, 'lieu', 'lieux')} que ${partnerName} propose.`,
      charter.text,
      `La liste, et ce qui reste à faire : ${address}`,
      networkName,
    ].join('\n\n'),
  }
}

/** Tells the partner's people what was decided of their list. */
export function listDecidedMail({
  networkName,
  headName,
  schemeName,
  places,
  granted,
  address,
}: ListToldOfAll) {
  return {
    subject: `${networkName} : décision sur votre liste pour le label ${schemeName}`,
    body: [
      'Bonjour,',
      `${headName} a décidé de votre liste : le label ${schemeName} est attribué à ${plural(granted, 'lieu', 'lieux')} sur ${places}. Chaque lieu apprend ce qui le concerne.`,
      `La décision, ses motifs et ses voies de recours : ${address}`,
      networkName,
    ].join('\n\n'),
  }
}
