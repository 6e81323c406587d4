import type { Instant } from '../../../kernel/instant.ts'
import { dayOf, timeOf } from '../../../kernel/instant.ts'
import { formatDay, formatHour, formatNumber } from '../../../ui/french.ts'
import type { Direction, PartFound } from '../domain/desk/condition.ts'
import type { KeptSignature, Report } from '../domain/desk/report.ts'
import type { Rule, Rules } from '../domain/rules.ts'
import { CONDITION_WORDS, PARTY_NAMES, REPORT_NAMES } from '../web/desk/desk-wording.ts'
import { momentText } from '../web/moment-wording.ts'

export type FrozenReport = Report & { frozenAt: Instant }

/** One thing of an appointment, as its report tells it; pictures as bytes. */
export interface PrintedSheet {
  report: FrozenReport
  what: string
  replacementCents: number | null
  pickupAt: Instant
  dueAt: Instant
  rules: Rules
  pictures: ReadonlyMap<string, Uint8Array>
}

/** All that the document of an appointment prints, read once. */
export interface PrintedAppointment {
  direction: Direction
  network: string
  owner: string
  borrower: string
  agreement: string
  noRepairArticle: string | null
  desk: { name: string; location: string; zone: string }
  /** When the last of its reports was answered by both. */
  frozenAt: Instant
  sheets: readonly PrintedSheet[]
}

/** The data of the template: the appointment, what binds, then each thing with its parts, photos and answers. EQP-805. */
export function reportDocument(printed: PrintedAppointment) {
  const { desk, direction, sheets } = printed
  const whole = sheets.map(({ what }) => what).join(' ; ')
  const bound = boundSheets(printed)
  return {
    title: direction === 'out' ? 'Fiche de prêt et état des lieux de départ' : REPORT_NAMES.in,
    issuer: printed.owner,
    reference: `${whole}, ${formatDay(dayOf(printed.frozenAt, desk.zone))}`,
    intro: `${printed.network}. Prêt à ${printed.borrower}, au titre de la convention ${printed.agreement}.`,
    parts: [
      {
        kind: 'facts',
        facts: [
          { term: 'Matériel', value: whole },
          { term: 'Guichet', value: [desk.name, desk.location].filter((one) => one !== '').join(', ') },
        ],
      },
      { kind: 'heading', text: 'Ce qui engage les parties', anchor: 'engagements' },
      ...bound.flatMap(({ of, terms }) => [
        { kind: 'text', blocks: [...(bound.length > 1 ? [of.join(' ; ')] : []), terms] },
      ]),
    ],
    sheets: sheets.map((sheet) => sheetOf(printed, sheet)),
  }
}

/** What binds, once for all the things it binds alike. */
function boundSheets(printed: PrintedAppointment): { of: string[]; terms: string[] }[] {
  const told = printed.sheets.map((sheet) => ({ what: sheet.what, terms: bindingTerms(printed, sheet) }))
  const alike = Map.groupBy(told, ({ terms }) => terms.join('\n'))
  return [...alike.values()].map((group) => ({
    of: group.map(({ what }) => what),
    terms: group[0]?.terms ?? [],
  }))
}

function sheetOf(printed: PrintedAppointment, sheet: PrintedSheet) {
  const { report, pictures } = sheet
  const moment = (at: Instant) => momentText(at, printed.desk.zone)
  return {
    title: `${REPORT_NAMES[report.direction]} : ${sheet.what}`,
    parts: [
      {
        kind: 'facts',
        facts: [
          { term: 'Retrait', value: moment(sheet.pickupAt) },
          { term: 'À rendre', value: moment(sheet.dueAt) },
          ...(sheet.replacementCents === null
            ? []
            : [{ term: 'Valeur de remplacement', value: `${formatNumber(sheet.replacementCents / 100)} €` }]),
          ...(report.supersedes ? [{ term: 'Remplace', value: 'Un état des lieux dressé auparavant' }] : []),
        ],
      },
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
    signatures: report.signatures.map((one) => signatureOf(one, pictures, printed.desk.zone)),
  }
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
function bindingTerms(
  { desk, noRepairArticle, agreement }: PrintedAppointment,
  { rules, dueAt }: PrintedSheet,
): string[] {
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

function signatureOf(one: KeptSignature, pictures: PrintedSheet['pictures'], zone: string) {
  const who = [one.name, one.quality].filter((text) => text !== '').join(', ')
  const at = momentText(one.signedAt, zone)
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
