import type { ClosedAppointment } from '../../data/moving/closures.store.ts'
import { appointmentText } from '../moment-wording.ts'

export const PURPOSE_WORDS = { pickup: 'retrait', return: 'retour' } as const

/** What happened to an appointment, and why. */
export function closedSentence({ purpose, startsAt, reason }: ClosedAppointment, zone: string): string {
  const why = reason === '' ? '' : ` (${reason})`
  return `Le ${PURPOSE_WORDS[purpose]} prévu le ${appointmentText(startsAt, zone)} ne peut pas avoir lieu : le guichet est fermé${why}. Personne ne sera en retard à cause de cette fermeture.`
}
