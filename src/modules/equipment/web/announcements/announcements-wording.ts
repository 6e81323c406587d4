import type { AnnouncementKind } from '../../domain/telling/announcements.ts'
import { INCIDENT_ANNOUNCEMENTS } from '../incidents/incident-announcements-wording.ts'
import { LOAN_ANNOUNCEMENTS } from './loan-announcements-wording.ts'
import { PEOPLE_ANNOUNCEMENTS } from './people-announcements-wording.ts'
import { REMINDERS } from './reminder-wording.ts'
import { RISK_ANNOUNCEMENTS } from './risk-wording.ts'
import type { Wording } from './told-wording.ts'

/** The words of each announcement, and who hears it. Readers meet plain French, in the hours of the desk. EQP-1104. */
export const ANNOUNCEMENTS: Readonly<Record<AnnouncementKind, Wording>> = {
  ...LOAN_ANNOUNCEMENTS,
  ...PEOPLE_ANNOUNCEMENTS,
  ...REMINDERS,
  ...RISK_ANNOUNCEMENTS,
  ...INCIDENT_ANNOUNCEMENTS,
  emergency_declared: {
    to: 'managers',
    subject: ({ what }) => `intervention d’urgence sur ${what}`,
    body: ({ borrower, what }) => [
      `${borrower} a fait une intervention d’urgence sur ${what}, et l’a justifiée avec des photos.`,
      'Regardez ce qui a été fait, puis acceptez-le ou contestez-le.',
    ],
  },
}
