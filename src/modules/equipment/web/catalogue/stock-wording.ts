import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import type { CatalogueRefusal } from '../../use-cases/catalogue/add-to-catalogue.ts'
import type { KeepingRefusal } from '../../use-cases/catalogue/keep-catalogue.ts'

const sentences: Record<KeepingRefusal | CatalogueRefusal, (details: Record<string, string>) => Problem> = {
  no_such_thing: () => ({ field: null, message: 'Ce modèle ou ce guichet n’est pas de cet inventaire.' }),
  name_taken: () => ({ field: 'nom', message: 'Un modèle de cet inventaire porte déjà ce nom.' }),
  asset_number_taken: () => ({
    field: 'numero',
    message: 'Un exemplaire porte déjà ce numéro d’inventaire : choisissez-en un autre.',
  }),
  serial_number_taken: () => ({
    field: 'serie',
    message: 'Un exemplaire de ce fabricant porte déjà ce numéro de série : vérifiez-le.',
  }),
  kit_is_a_part: () => ({
    field: 'partie_de',
    message: 'Une malle ne peut pas être rangée dans une autre : choisissez l’une ou l’autre case.',
  }),
  turnaround_too_short: ({ minutes = '' }) => ({
    field: 'remise',
    message: `La remise en état ne peut pas être plus courte qu’un créneau du guichet : ${minutes} minutes au moins.`,
  }),
  changed_meanwhile: () => ({
    field: null,
    message:
      'L’état de cet exemplaire a changé entre-temps. Relisez la page, puis recommencez si c’est encore utile.',
  }),
  own_substitute: () => ({ field: 'remplacant', message: 'Choisissez un autre modèle que celui-ci.' }),
}

export function problemOfStock({ refused, details }: Refusal<KeepingRefusal | CatalogueRefusal>): Problem {
  return sentences[refused](details)
}
