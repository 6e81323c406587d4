import { z } from 'zod'

/** What a service shaped like the Base adresse nationale answers: GeoJSON, the best first. */
export const addressAnswer = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
      properties: z.object({
        label: z.string(),
        score: z.number().min(0).max(1),
        type: z.string(),
        citycode: z.string(),
      }),
    }),
  ),
})
export type AddressAnswer = z.output<typeof addressAnswer>
