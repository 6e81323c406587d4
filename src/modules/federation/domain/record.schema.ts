import { z } from 'zod'
import { isDay } from '../../../kernel/day.ts'

const day = z.string().refine(isDay, 'a day').nullable()
const address = z.url({ protocol: /^https?$/ }).max(500)

/** A label as its home declares it. */
const label = z.object({
  code: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(200),
  level: z.number().int().min(1).max(100).nullable(),
  from: z.string().refine(isDay, 'a day'),
  until: day,
  proof: address.nullable(),
})

const common = {
  /** Canonical: the address of the home network, then the place's. */
  uri: address,
  /** Larger than all that was told of this place before. */
  version: z.string().regex(/^\d{1,18}$/),
  /** The networks it came through, its home first, whoever tells it last. */
  path: z.array(address).min(1).max(10),
}

const upsert = z.object({
  ...common,
  op: z.literal('upsert'),
  homeName: z.string().trim().min(1).max(200),
  licence: z.string().trim().min(1).max(200),
  confirmedOn: day,
  /** The columns of the national standard, as text. */
  data: z.record(z.string(), z.string().max(20_000)),
  labels: z.array(label).max(50),
  /** What its home answered of places found to be the same elsewhere. */
  sameAs: z.array(address).max(50),
  differsFrom: z.array(address).max(50),
  /** Its home offers it to whoever reads this. */
  offered: z.boolean().default(false),
})

const gone = z.object({
  ...common,
  op: z.literal('gone'),
  because: z.enum(['closed', 'withdrawn', 'moved']),
  movedTo: address.nullable(),
})

/** One line of the feed. */
export const recordSchema = z.discriminatedUnion('op', [upsert, gone])
export type FederatedRecord = z.output<typeof recordSchema>
export type Upsert = z.output<typeof upsert>
export type Gone = z.output<typeof gone>

/** The last line of a page: where to go on, and whether something waits there. */
export const endSchema = z.object({ next: z.string().max(200), more: z.boolean() })

/** What a network says of itself: the key is held against the fingerprint that its head read aloud. */
export const keySchema = z.object({
  name: z.string().trim().min(1).max(200),
  address,
  fingerprint: z.string(),
  publicKey: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().max(100) }),
})

/** A reader answers to the offer of a place: it takes it over, under that address, or does not. */
export const transferSchema = z.object({ uri: address, accepted: z.boolean(), takenAs: address })

/** A head found that two places are the same, or undid it. */
export const sameSchema = z.object({
  uri: address,
  otherUri: address,
  otherName: z.string().trim().min(1).max(300),
  same: z.boolean(),
})
