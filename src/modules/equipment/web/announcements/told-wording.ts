import type { Day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { Audience, Reader } from '../../domain/telling/announcements.ts'
import { appointmentText } from '../moment-wording.ts'

/** What a mail about a loan may say, already in words; hours are those of the desk. */
export interface Told {
  /** Who reads: one announcement may say it differently to each side. */
  readonly side: Reader['side']
  /** « Casque VR (VR-1) ». */
  readonly what: string
  readonly borrower: string
  readonly inventory: string
  /** To be read after « guichet ». */
  readonly desk: string
  readonly collector: string
  readonly pickup: string
  /** When it is due back now. */
  readonly due: string
  /** Until when the unit is kept for a request nobody answered; null when it is not. */
  readonly heldUntil: string | null
  readonly needsDerogation: boolean
  /** What the last event says of why; empty without any. */
  readonly reason: string
  readonly reasonCode: string | null
  /** What the act noted, and what its announcement adds. */
  readonly facts: Readonly<Record<string, unknown>>
  /** What is still in the borrower's hands. */
  readonly stillOut: readonly string[]
  readonly zone: string
}

/** How one kind of announcement is told. A null paragraph is left out. */
export interface Wording {
  readonly to: Audience
  readonly subject: string | ((told: Told) => string)
  readonly body: (told: Told) => readonly (string | null)[]
}

/** The mail of one reader: its link opens what it speaks of on their side. */
export function mailOf(
  { subject, body }: Wording,
  told: Told,
  { networkName, address }: { networkName: string; address: string },
): { subject: string; body: string } {
  const title = typeof subject === 'string' ? subject : subject(told)
  const said = body(told).filter((paragraph) => paragraph !== null && paragraph !== '')
  const link = `${told.side === 'borrower' ? 'La page du prêt' : 'Sa page, dans la gestion du matériel'} : ${address}`
  return {
    subject: `${networkName} : ${title}`,
    body: ['Bonjour,', ...said.map(String), link, networkName].join('\n\n'),
  }
}

/** An instant among the facts: « 7 mai 2027 à 14 h », in the desk's zone; null when it is not there. */
export function momentIn({ facts, zone }: Told, name: string): string | null {
  const value = facts[name]
  return typeof value === 'string' && value !== '' ? appointmentText(value as Instant, zone) : null
}

/** A day among the facts: « 7 mai 2027 »; null when it is not there. */
export function dayIn({ facts }: Told, name: string): string | null {
  const value = facts[name]
  return typeof value === 'string' && value !== '' ? formatDay(value as Day) : null
}

/** « Motif : … », or nothing. */
export function because({ reason }: Told): string | null {
  return reason.trim() === '' ? null : `Motif : ${reason.trim()}`
}

/** What follows « guichet »: a desk called « Guichet de Saint-Lô » is « au guichet de Saint-Lô ». */
export function deskWords(name: string): string {
  return name.replace(/^guichet (?=\S)/i, '')
}
