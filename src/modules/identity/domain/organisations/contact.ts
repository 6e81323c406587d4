import type { Id } from '../../../../kernel/id.ts'

export const PURPOSES = [
  'general',
  'agreements',
  'places',
  'equipment',
  'data_protection',
  'accounts',
] as const
export type Purpose = (typeof PURPOSES)[number]

/** Whom to write to about what, in an organisation. They need no account. */
export interface ContactDetails {
  name: string
  jobTitle: string
  email: string
  phone: string
  purpose: Purpose
}

export interface OrganisationContact extends ContactDetails {
  id: Id<'contact'>
}
