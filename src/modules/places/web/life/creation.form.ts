import { z } from 'zod'
import { optionalText, requiredText, severalOf } from '../../../../platform/http/fields.ts'
import type { TypedSection } from '../../domain/life/read-section.ts'
import { itinerance, services, type Term } from '../../domain/vocabulary.ts'

const codes = <Code extends string>(terms: readonly Term<Code>[]) => terms.map(({ code }) => code)

/** The least that makes a place worth adding; the rest is written section by section. */
export const creationForm = z.object({
  nom: requiredText('Donnez le nom du lieu.'),
  adresse: optionalText(),
  code_postal: requiredText('Donnez le code postal, en cinq chiffres.', 10),
  commune: requiredText('Donnez la commune du lieu.'),
  telephone: optionalText(60),
  itinerance: severalOf(codes(itinerance), 'Choisissez dans la liste.'),
  services: severalOf(codes(services), 'Choisissez dans la liste.'),
  structure: optionalText(),
})

/** What was typed, as a row of the standard. */
export function typedPlace(sent: z.output<typeof creationForm>): TypedSection {
  const words = (terms: readonly Term[], chosen: readonly string[]) =>
    terms
      .filter(({ code }) => chosen.includes(code))
      .map(({ standard }) => standard)
      .join('|')
  return {
    ...{ nom: sent.nom, adresse: sent.adresse, code_postal: sent.code_postal, commune: sent.commune },
    telephone: sent.telephone,
    itinerance: words(itinerance, sent.itinerance),
    services: words(services, sent.services),
  }
}
