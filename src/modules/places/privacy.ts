import { columnsOf, type Processing } from '../../platform/privacy/processing.ts'

/** What the directory may say of people: mostly nothing, places being what it is about. */
export const placesRegister: readonly Processing[] = [
  {
    id: 'lieux',
    name: 'L’annuaire des lieux',
    purpose: 'Montrer au public les lieux où l’on est aidé, et comment les joindre.',
    basis: 'public-task',
    people: 'Les personnes dont le téléphone ou le courriel professionnel sert de contact à un lieu.',
    data: 'Le téléphone et le courriel du lieu. Ils peuvent parfois désigner une personne.',
    recipients: 'Tout le monde : ce sont des pages publiques.',
    retention: 'Tant que le lieu est publié, ou jusqu’à ce qu’on nous demande de les retirer.',
    rules: [],
    columns: columnsOf({ 'places.place': ['phone', 'emails'] }),
  },
  {
    id: 'imports',
    name: 'Les imports de fichiers',
    purpose: 'Lire les fichiers de lieux, dire ce qui doit y être corrigé, et savoir qui les a envoyés.',
    basis: 'public-task',
    people: 'Les personnes qui envoient un fichier, et celles qui y sont citées.',
    data: 'La personne qui importe, et les cellules du fichier qui demandent une correction.',
    recipients: 'Les chargées et chargés de mission du réseau.',
    retention: 'Aussi longtemps que le rapport d’import.',
    rules: [],
    columns: columnsOf({
      'places.import_run': ['created_by'],
      'places.source_mapping': ['made_by'],
      'places.import_finding': ['value'],
      'places.import_row': ['fields'],
    }),
  },
  {
    id: 'confirmations-de-lieux',
    name: 'Les confirmations des fiches de lieux',
    purpose: 'Savoir depuis quand une fiche est tenue pour exacte, et qui l’a confirmée.',
    basis: 'contract',
    people: 'Les personnes qui confirment une fiche.',
    data: 'La personne, le jour, l’instant.',
    recipients:
      'Les parties à la convention qui liste le lieu, les chargées et chargés de mission du réseau.',
    retention: 'Aussi longtemps que le lieu est dans l’annuaire : c’est la preuve d’une obligation.',
    rules: [],
    columns: columnsOf({ 'places.confirmation': ['recorded_by'] }),
  },
]
