import { z } from 'zod'

export const verifyForm = z.object({
  fichier: z.instanceof(File).optional(),
  texte: z.string().max(1_048_576, { message: 'Ce texte dépasse 1 Mo : ce n’est pas un badge.' }).optional(),
  adresse: z.string().max(2000, { message: 'Cette adresse est trop longue.' }).optional(),
})
