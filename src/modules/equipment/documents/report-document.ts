import type { Instant } from '../../../kernel/instant.ts'
import { dayOf, timeOf } from '../../../kernel/instant.ts'
import { formatDay, formatHour, formatNumber, typography } from '../../../ui/french.ts'
import type { PartFound } from '../domain/condition.ts'
import type { KeptSignature, Report } from '../domain/report.ts'
import type { Rule, Rules } from '../domain/rules.ts'
import { CONDITION_WORDS, PARTY_NAMES, REPORT_NAMES } from '../web/desk/desk-wording.ts'
import { momentText } from '../web/moment-wording.ts'

/** All that a report prints, read once; pictures as bytes. */
export interface PrintedReport {
  network: string
  report: Report & { frozenAt: Instant }
  owner: string
  borrower: string
  agreement: string
  noRepairArticle: string | null
  desk: { name: string; location: string; zone: string }
  what: string
  replacementCents: number | null
  pickupAt: Instant
  dueAt: Instant
  rules: Rules
  pictures: ReadonlyMap<string, Uint8Array>
}

/** The data of the template: the loan, what binds, each part, the photos, both answers. EQP-805. */
export function reportDocument(printed: PrintedReport) {
  const { report, desk, pictures } = printed
  const moment = (at: Instant) => momentText(at, desk.zone)
  const isOut = report.direction === 'out'
  return typeset({
    title: isOut ? 'Fiche de prêt et état des lieux de départ' : REPORT_NAMES.in,
    issuer: printed.owner,
    reference: `${printed.what}, ${formatDay(dayOf(report.frozenAt, desk.zone))}`,
    intro: `${printed.network}. Prêt à ${printed.borrower}, au titre de la convention ${printed.agreement}.`,
    parts: [
      {
        kind: 'facts',
        facts: [
          { term: 'Matériel', value: printed.what },
          { term: 'Guichet', value: [desk.name, desk.location].filter((one) => one !== '').join(', ') },
          { term: 'Retrait', value: moment(printed.pickupAt) },
          { term: 'À rendre', value: moment(printed.dueAt) },
          ...(printed.replacementCents === null
            ? []
            : [
                {
                  term: 'Valeur de remplacement',
                  value: `${formatNumber(printed.replacementCents / 100)} €`,
                },
              ]),
          ...(report.supersedes ? [{ term: 'Remplace', value: 'Un état des lieux dressé auparavant' }] : []),
        ],
      },
      { kind: 'heading', text: 'Ce qui engage les parties', anchor: 'engagements' },
      { kind: 'text', blocks: [bindingTerms(printed)] },
      { kind: 'heading', text: REPORT_NAMES[report.direction], anchor: 'etat' },
      {
        kind: 'table',
        caption: `Constaté le ${moment(report.drawnAt)}`,
        columns: ['Pièce', 'Attendu', 'Trouvé', 'État', 'Remarques'],
        rows: report.parts.map((part) => [
          part.label,
          String(part.expected),
          String(part.found),
          CONDITION_WORDS[part.condition],
          remarksOf(part),
        ]),
      },
      { kind: 'note', text: `Empreinte SHA-256 du contenu signé : ${report.fingerprint ?? ''}` },
    ],
    photos: report.photos.flatMap(({ sha256, alt }) => {
      const bytes = pictures.get(sha256)
      return bytes ? [{ alt, said: alt, bytes: [...bytes] }] : []
    }),
    signatures: report.signatures.map((one) => signatureOf(one, printed)),
  })
}

function remarksOf({ remark, powersOn, charge, software }: PartFound): string {
  return [
    remark,
    powersOn === null ? '' : powersOn ? 's’allume' : 'ne s’allume pas',
    charge === null ? '' : `charge ${charge} %`,
    software,
  ]
    .filter((one) => one !== '')
    .join(', ')
}

/** What the texts ask, each with where it is written. */
function bindingTerms({ rules, dueAt, desk, noRepairArticle, agreement }: PrintedReport): string[] {
  const written = (sentence: string, rule: Rule<unknown>) => `${sentence} (${sourceText(rule, agreement)}).`
  const { maxDays, insuranceRisks, borrowerBears } = rules
  const bears = borrowerBears.value.map((cause) => CAUSES[cause])
  return [
    `Le matériel est rendu le ${formatDay(dayOf(dueAt, desk.zone))} à ${formatHour(timeOf(dueAt, desk.zone))}, au même guichet.`,
    ...(maxDays.value === null ? [] : [written(`Un prêt dure ${maxDays.value} jours au plus`, maxDays)]),
    ...(noRepairArticle === null
      ? []
      : [`L’emprunteur ne répare rien lui-même (article ${noRepairArticle} de la convention ${agreement}).`]),
    ...(insuranceRisks.value.length === 0
      ? []
      : [
          written(
            `L’emprunteur assure le matériel contre ${insuranceRisks.value.map((risk) => CAUSES[risk]).join(' et ')}`,
            insuranceRisks,
          ),
        ]),
    ...(bears.length === 0 ? [] : [written(`Restent à sa charge : ${bears.join(', ')}`, borrowerBears)]),
  ]
}

const CAUSES = { theft: 'le vol', loss: 'la perte', damage: 'les dégradations' } as const

function sourceText({ source }: Rule<unknown>, agreement: string): string {
  if (source.from === 'agreement')
    return source.article
      ? `article ${source.article} de la convention ${agreement}`
      : `convention ${agreement}`
  return source.from === 'policy'
    ? `règlement de l’inventaire, version ${source.version}`
    : 'règle de la plateforme'
}

function signatureOf(one: KeptSignature, { pictures, desk }: PrintedReport) {
  const who = [one.name, one.quality].filter((text) => text !== '').join(', ')
  const at = momentText(one.signedAt, desk.zone)
  const said =
    one.manner === 'refused'
      ? [`${who} : a refusé de signer, le ${at}.`, `Motif : ${one.refusalReason}`]
      : [`${who} : a signé, le ${at}.`]
  const drawing = one.drawing ? pictures.get(one.drawing) : undefined
  return {
    party: PARTY_NAMES[one.party],
    said: [
      ...said,
      ...(one.reservations === '' ? [] : [`Réserves : ${one.reservations}`]),
      ...(one.witness === '' ? [] : [`Témoin : ${one.witness}`]),
    ],
    drawing: drawing ? [...drawing] : null,
    alt: `Signature dessinée, ${PARTY_NAMES[one.party].toLowerCase()}`,
  }
}

/** French spaces in all that is read; bytes and names of kinds stay as they are. */
function typeset<T>(value: T, name = ''): T {
  if (typeof value === 'string') return (['kind', 'anchor'].includes(name) ? value : typography(value)) as T
  if (Array.isArray(value))
    return (typeof value[0] === 'number' ? value : value.map((one) => typeset(one))) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, typeset(one, key)])) as T
}
