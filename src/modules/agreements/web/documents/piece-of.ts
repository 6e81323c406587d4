import { addYears, isDay } from '../../../../kernel/day.ts'
import { isId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { AppContext } from '../../../../platform/http/env.ts'
import { opensTo } from '../../../../platform/http/page.tsx'
import { findPlaces } from '../../../places/index.ts'
import { findPreparedLetter } from '../../data/prepared-letters.store.ts'
import { agreementDocument, consolidatedDocument } from '../../documents/agreement-document.ts'
import { amendmentDocument } from '../../documents/amendment-document.ts'
import { evidenceDocument } from '../../documents/evidence-document.ts'
import { renewalDocument, renewalsOf } from '../../documents/renewal-document.ts'
import { type CalendarLine, termSheetDocument } from '../../documents/term-sheet-document.ts'
import { readAgenda } from '../../domain/agenda-lines.ts'
import { type Agreement, lastChange } from '../../domain/agreement.ts'
import type { IssuedKind } from '../../domain/issued-document.ts'
import { isSent } from '../../domain/prepared-letter.ts'
import { stateOn } from '../../domain/state.ts'
import type { WrittenDocument } from '../../domain/written-document.ts'
import { consolidatedText } from '../../use-cases/amendments/consolidated-text.ts'
import { rewrittenClauses } from '../../use-cases/documents/rewritten-clauses.ts'
import { textOf } from '../../use-cases/drafting/agreement-text.ts'
import { checkEvidence } from '../../use-cases/signing/check-evidence.ts'
import { changeLines, titleOf } from '../amendments/amendment-changes.ts'
import { amendmentNumbered } from '../amendments/amendment-of.ts'
import { agendaSentence } from '../board/agenda-wording.ts'
import { reasonOfEntry } from '../board/board-lines.ts'
import { policy } from '../policy.ts'
import { wordOfLetter } from './letter-wording.ts'

/** A document one may read, print or keep: what it says, and what it is called. */
export interface Piece {
  kind: IssuedKind
  subject: string
  fileName: string
  written: WrittenDocument
  /** The instant its PDF bears: that of the last thing recorded, and not the one when it is asked for. */
  createdAt: Instant
}

type Found = Omit<Piece, 'createdAt' | 'fileName'> & { createdAt?: Instant; name: string }

/** The document that its address names, `avenant-2` or `fiche-des-termes`; null when there is none. */
export async function pieceOf(c: AppContext, agreement: Agreement, slug: string): Promise<Piece | null> {
  const family = Object.keys(families).find((name) => slug === name || slug.startsWith(`${name}-`)) ?? ''
  const found = await families[family]?.(c, agreement, slug.slice(family.length + 1))
  if (!found) return null
  const { name, createdAt = lastChange(agreement), ...piece } = found
  return { ...piece, createdAt, fileName: `${name}-${agreement.reference}.pdf` }
}

const families: Record<string, (c: AppContext, agreement: Agreement, rest: string) => Promise<Found | null>> =
  {
    convention: whole,
    'texte-consolide': consolidated,
    'fiche-des-termes': termSheet,
    avenant: amendment,
    reconduction: renewal,
    preuve: evidence,
    lettre: letter,
  }

async function whole(c: AppContext, agreement: Agreement): Promise<Found> {
  const { network, context } = c.var
  const text = await textOf(context.db, network, agreement)
  const written = agreementDocument(network, agreement, text)
  return { kind: 'agreement', subject: '', name: 'convention', written }
}

async function consolidated(c: AppContext, agreement: Agreement): Promise<Found> {
  const { network, context } = c.var
  const asked = c.req.query('jour')
  const on = isDay(asked) ? asked : context.today
  const text = await consolidatedText(context.db, network, agreement, on)
  const written = consolidatedDocument(network, agreement, text, on)
  return { kind: 'consolidated_text', subject: on, name: `texte-consolide-${on}`, written }
}

async function termSheet(c: AppContext, agreement: Agreement): Promise<Found> {
  const { network, context } = c.var
  const { today } = context
  const state = stateOn(agreement.terms, agreement.acts, today)
  const calendar = await calendarOf(c, agreement)
  const written = termSheetDocument(network, agreement, state, { today, calendar })
  return { kind: 'term_sheet', subject: today, name: `fiche-des-termes-${today}`, written }
}

async function calendarOf({ var: { context } }: AppContext, agreement: Agreement): Promise<CalendarLine[]> {
  const { db, today } = context
  const { entries, state } = readAgenda(agreement, today)
  const subjects = entries.map(({ subject }) => subject ?? '').filter(isId<'place'>)
  const places = await findPlaces(db, agreement.networkId, subjects)
  const names = new Map<string, string>(places.map(({ id, name }) => [id, name]))
  return entries
    .filter(({ day }) => day <= addYears(today, 1))
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map((entry) => ({
      day: entry.day,
      sentence: agendaSentence(entry, {
        who: agreement.partner.name,
        place: names.get(entry.subject ?? '') ?? 'de l’annexe',
        missed: entry.missed,
        isLate: entry.urgency === 'late',
      }),
      reason: reasonOfEntry(state, entry),
    }))
}

async function amendment(c: AppContext, agreement: Agreement, number: string): Promise<Found> {
  const { network, context } = c.var
  const about = await amendmentNumbered(c, agreement, number)
  const clauses = await rewrittenClauses(context.db, network, agreement, about.draft, context.today)
  const written = amendmentDocument(network, agreement, {
    draft: about.draft,
    signed: about.signed,
    changes: changeLines(about),
    rewritten: clauses.map((clause) => ({ title: titleOf(clause), blocks: clause.paragraphs })),
  })
  return { kind: 'amendment', subject: number, name: `avenant-${number}`, written }
}

/** One that somebody has signed, or, by its years in the address, the one the parties are about to sign. */
async function renewal(c: AppContext, agreement: Agreement, rest: string): Promise<Found | null> {
  const state = stateOn(agreement.terms, agreement.acts, c.var.context.today)
  const signed = renewalsOf(agreement).find(({ name }) => name === `reconduction-${rest}`)
  const years = Number(c.req.query('duree') ?? Number.NaN)
  const isAsked = rest === '' && Number.isInteger(years) && years > 0 && years < 100
  const act = signed ?? (isAsked ? { name: 'reconduction', years } : null)
  if (!act || state.termsInForce.renewal.mode === 'tacit') return null
  const written = renewalDocument(c.var.network, agreement, state, act)
  return { kind: 'renewal_act', subject: act.name, name: act.name, written }
}

async function evidence(c: AppContext, agreement: Agreement, act: string): Promise<Found | null> {
  const { network, context } = c.var
  const { proofs } = await checkEvidence(context.db, network, agreement)
  const proof = proofs.find((one) => one.act.id === act)
  if (!proof) return null
  const written = evidenceDocument(network, agreement, proof)
  return { kind: 'evidence', subject: act, name: 'preuve-de-signature', written }
}

/** Until it is deposited, a letter is seen by those who may post it. */
async function letter(c: AppContext, agreement: Agreement, id: string): Promise<Found | null> {
  const found = isId<'prepared-letter'>(id)
    ? await findPreparedLetter(c.var.context.db, agreement.id, id)
    : null
  if (!found || !(isSent(found) || opensTo(c.var, policy.manage))) return null
  const { written, asked, preparedAt } = found
  return { kind: 'letter', subject: id, name: wordOfLetter(asked.kind), written, createdAt: preparedAt }
}
