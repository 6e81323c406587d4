/** What a link sent by mail is for. */
export const LINK_PURPOSES = ['sign-in', 'password', 'confirmation', 'email'] as const

export type LinkPurpose = (typeof LINK_PURPOSES)[number]

/** How long each is good for, in minutes. */
export const LINK_MINUTES: Record<LinkPurpose, number> = {
  'sign-in': 10,
  password: 60,
  confirmation: 24 * 60,
  email: 24 * 60,
}

/** Links one account may ask for in an hour: nobody's mailbox is filled by somebody else. */
export const LINKS_PER_HOUR = 5
