import { z } from 'zod'
import { parseInstant } from '../../kernel/instant.ts'
import { CREDENTIALS, isKnownContext } from './contexts.ts'

const address = z.string().max(2000)
const instant = z.string().refine((text) => parseInstant(text) !== null)
const types = z.array(z.string()).max(20)

const statusEntry = z.looseObject({
  id: address.optional(),
  type: z.literal('BitstringStatusListEntry'),
  statusPurpose: z.string(),
  statusListIndex: z.string().regex(/^\d{1,9}$/),
  statusListCredential: address,
})
export type StatusEntry = z.output<typeof statusEntry>

const issuer = z.union([
  address.transform((id) => ({ id, name: undefined })),
  z.looseObject({ id: address, name: z.string().max(500).optional() }),
])

const base = z.looseObject({
  '@context': z
    .array(z.string())
    .min(1)
    .max(10)
    .refine(([first]) => first === CREDENTIALS),
  id: address.optional(),
  issuer,
  validFrom: instant.optional(),
  validUntil: instant.optional(),
  credentialStatus: z.union([statusEntry.transform((one) => [one]), z.array(statusEntry).max(4)]).optional(),
})

/** Any verifiable credential that we read: data model 2.0 only. */
export const credential = base.extend({ type: types.refine((list) => list.includes('VerifiableCredential')) })

const badgeContexts = z
  .array(z.string())
  .refine(
    ([first, second]) =>
      first === CREDENTIALS && second?.startsWith('https://purl.imsglobal.org/spec/ob/v3p0/') === true,
  )

/** An Open Badge as the standard shapes it: two contexts in their order, who issued it, to whom, for what. LAB-44. */
export const openBadge = base.extend({
  '@context': badgeContexts,
  id: address,
  type: types.refine(
    (list) =>
      list.includes('VerifiableCredential') &&
      (list.includes('OpenBadgeCredential') || list.includes('AchievementCredential')),
  ),
  issuer: z.looseObject({
    id: address,
    type: z.union([z.literal('Profile'), types.refine((list) => list.includes('Profile'))]),
    name: z.string().max(500).optional(),
  }),
  validFrom: instant,
  credentialSubject: z.looseObject({
    id: address.optional(),
    achievement: z.looseObject({
      id: address,
      type: z.union([z.literal('Achievement'), types.refine((list) => list.includes('Achievement'))]),
      name: z.string().max(1000),
      description: z.string().max(20_000),
      criteria: z.looseObject({ id: address.optional(), narrative: z.string().optional() }),
    }),
  }),
  endorsement: z.array(z.looseObject({})).max(10).optional(),
})
export type OpenBadge = z.output<typeof openBadge>

/** The contexts it names that are not known here: what they would say cannot be checked. */
export function unknownContexts(document: unknown): string[] {
  const told = (document as { '@context'?: unknown } | null)?.['@context']
  return [told ?? []]
    .flat()
    .flatMap((one) =>
      isKnownContext(one)
        ? []
        : [typeof one === 'string' ? one.slice(0, 200) : 'un contexte écrit dans le badge'],
    )
}
