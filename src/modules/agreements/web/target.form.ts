import { z } from 'zod'

/** The rank of the last act the page showed, carried by every form on an agreement (AGR-87). */
export const seenField = {
  vu: z.coerce.number({ message: 'Rouvrez cette page et recommencez.' }).int().min(0),
}
