import type { Day } from '../../../kernel/day.ts'
import type { Network } from '../../../platform/session/actor.ts'
import { formatDay } from '../../../ui/french.ts'
import type { Agreement } from '../domain/agreement.ts'
import type { Part, WrittenDocument } from '../domain/written-document.ts'
import { typeset } from '../templates/french-words.ts'
import type { AmendedClause, ConsolidatedText } from '../use-cases/amendments/consolidated-text.ts'
import type { AgreementText } from '../use-cases/drafting/agreement-text.ts'
import { partyName } from '../web/parties.ts'
import { signatureLines } from './signature-lines.ts'

type Clause = AgreementText['clauses'][number]

/** The agreement as it is read and signed: its clauses, its places, what its copy lacks, and its signatures. */
export function agreementDocument(
  network: Network,
  agreement: Agreement,
  text: AgreementText,
): WrittenDocument {
  return {
    title: text.template.title,
    issuer: network.name,
    intro: `Convention ${agreement.reference}, entre ${partiesOf(network, agreement)}.`,
    reference: `${agreement.reference}, modèle version ${agreement.templateVersion}`,
    letter: null,
    parts: [
      ...text.clauses.flatMap((clause) => clauseParts(clause)),
      ...annexParts(text),
      { kind: 'heading', text: 'Signature des parties', anchor: 'signature-des-parties' },
      { kind: 'signatures', signatures: signatureLines(network, agreement, 'signature') },
    ],
  }
}

/** The text in force on a day, each changed clause with the amendment that changed it. AGR-61 */
export function consolidatedDocument(
  network: Network,
  agreement: Agreement,
  text: ConsolidatedText,
  on: Day,
): WrittenDocument {
  return {
    title: `Texte consolidé au ${formatDay(on)}`,
    issuer: network.name,
    intro: `Convention ${agreement.reference}, entre ${partiesOf(network, agreement)}, telle qu’elle se lit ce jour-là, avenants compris. Seuls les originaux signés font foi.`,
    reference: `${agreement.reference}, texte au ${formatDay(on)}`,
    letter: null,
    parts: [
      ...text.clauses.flatMap((clause) => clauseParts(clause, amendmentNotes(clause))),
      ...annexParts(text),
    ],
  }
}

export function partiesOf(network: Network, agreement: Agreement): string {
  return agreement.terms.parties.map((party) => partyName(agreement, party, network.headName)).join(' et ')
}

/** The anchor of an article is that of its page. AGR-93 */
function clauseParts(clause: Clause, notes: Part[] = []): Part[] {
  const { number, key, title, paragraphs, textIncomplete } = clause
  return [
    { kind: 'heading', text: headingOf({ number, title }), anchor: `art-${number ?? key}` },
    ...notes,
    { kind: 'text', blocks: paragraphs },
    ...(textIncomplete ? [INCOMPLETE] : []),
  ]
}

/** « Article 8. Durée », « Annexe 1. Cahier des charges »: some copies number their annexes as articles. */
function headingOf({ number, title }: Pick<Clause, 'number' | 'title'>): string {
  if (number === null) return title
  return /^[0-9IVX]/.test(number) ? `Article ${number}. ${title}` : `${number}. ${title}`
}

const INCOMPLETE: Part = { kind: 'note', text: 'Texte incomplet dans la copie disponible.' }

function amendmentNotes({ amendedBy }: AmendedClause): Part[] {
  return amendedBy.map(({ number, effectiveOn }) => ({
    kind: 'note',
    text: `Modifié par l’avenant n° ${number}, en vigueur depuis le ${formatDay(effectiveOn)}.`,
  }))
}

/** The places the agreement lists, and the annexes that are not already among its clauses. */
function annexParts({
  template,
  places,
  clauses,
}: Pick<AgreementText, 'template' | 'places' | 'clauses'>): Part[] {
  const told = new Set(clauses.map(({ title }) => title))
  const annexes = template.annexes.filter(({ title }) => !told.has(typeset(title)) && !told.has(title))
  const lines = places.map(({ name, address, postalCode, commune }) =>
    [name, address, [postalCode, commune].filter(Boolean).join(' ')].filter(Boolean).join(', '),
  )
  return [
    { kind: 'heading', text: 'Annexe : lieux de la convention', anchor: 'annexe-lieux' },
    { kind: 'text', blocks: lines.length > 0 ? [lines] : ['Aucun lieu à ce jour.'] },
    ...annexes.flatMap(({ key, title, textIncomplete }): Part[] => [
      { kind: 'heading', text: `Annexe : ${title}`, anchor: key },
      textIncomplete
        ? INCOMPLETE
        : { kind: 'text', blocks: ['Cette annexe est jointe à la convention sous sa propre forme.'] },
    ]),
  ]
}
