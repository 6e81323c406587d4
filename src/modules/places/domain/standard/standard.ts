import { folded } from '../fold.ts'
import type { PlaceFields } from '../place.ts'
import type { Term } from '../vocabulary.ts'
import * as vocabulary from '../vocabulary.ts'
import { isShort } from './phone.ts'
import { type StandardColumn, type StandardRow, standardColumns } from './standard-columns.ts'

/** The standard's own way to say that the identifier is unknown (DIR-6). */
const UNKNOWN_PIVOT = '00000000000000'

/** Which cell of a file's rows holds each column of the standard; null for a column the file lacks. */
export type ColumnPlaces = Readonly<Record<StandardColumn, number | null>>

/** Reads a header line: case, accents and spaces do not matter; of two columns of one name, the first. */
export function placesOfColumns(header: readonly string[]): ColumnPlaces {
  const names = header.map((name) => folded(name, '_'))
  const entries = standardColumns.map((column) => {
    const found = names.indexOf(column)
    return [column, found < 0 ? null : found] as const
  })
  return Object.fromEntries(entries) as ColumnPlaces
}

/** The row's cells under the standard's names; a short row has empty cells. Written out: it is done for every row. */
export function toStandardRow(cells: readonly string[], places: ColumnPlaces): StandardRow {
  return {
    id: cellAt(cells, places.id),
    pivot: cellAt(cells, places.pivot),
    nom: cellAt(cells, places.nom),
    commune: cellAt(cells, places.commune),
    code_postal: cellAt(cells, places.code_postal),
    code_insee: cellAt(cells, places.code_insee),
    adresse: cellAt(cells, places.adresse),
    complement_adresse: cellAt(cells, places.complement_adresse),
    latitude: cellAt(cells, places.latitude),
    longitude: cellAt(cells, places.longitude),
    typologie: cellAt(cells, places.typologie),
    telephone: cellAt(cells, places.telephone),
    courriels: cellAt(cells, places.courriels),
    site_web: cellAt(cells, places.site_web),
    horaires: cellAt(cells, places.horaires),
    presentation_resume: cellAt(cells, places.presentation_resume),
    presentation_detail: cellAt(cells, places.presentation_detail),
    source: cellAt(cells, places.source),
    itinerance: cellAt(cells, places.itinerance),
    structure_parente: cellAt(cells, places.structure_parente),
    date_maj: cellAt(cells, places.date_maj),
    services: cellAt(cells, places.services),
    publics_specifiquement_adresses: cellAt(cells, places.publics_specifiquement_adresses),
    prise_en_charge_specifique: cellAt(cells, places.prise_en_charge_specifique),
    frais_a_charge: cellAt(cells, places.frais_a_charge),
    dispositif_programmes_nationaux: cellAt(cells, places.dispositif_programmes_nationaux),
    formations_labels: cellAt(cells, places.formations_labels),
    autres_formations_labels: cellAt(cells, places.autres_formations_labels),
    modalites_acces: cellAt(cells, places.modalites_acces),
    modalites_accompagnement: cellAt(cells, places.modalites_accompagnement),
    fiche_acces_libre: cellAt(cells, places.fiche_acces_libre),
    prise_rdv: cellAt(cells, places.prise_rdv),
  }
}

function cellAt(cells: readonly string[], place: number | null): string {
  return place === null ? '' : (cells[place] ?? '')
}

/** A place as the standard writes it. `id` is the name the network gives it outside. */
export function fromFields(id: string, fields: PlaceFields): StandardRow {
  return {
    id,
    pivot: fields.pivot ?? UNKNOWN_PIVOT,
    nom: fields.name,
    commune: fields.commune,
    code_postal: fields.postalCode ?? '',
    code_insee: fields.inseeCode ?? '',
    adresse: fields.address,
    complement_adresse: fields.addressExtra ?? '',
    latitude: fields.latitude === null ? '' : String(fields.latitude),
    longitude: fields.longitude === null ? '' : String(fields.longitude),
    typologie: fields.typologies.join('|'),
    telephone: fields.phone === null || isShort(fields.phone) ? '' : fields.phone,
    courriels: fields.emails.join('|'),
    site_web: fields.websites.join('|'),
    horaires: fields.openingHours ?? '',
    presentation_resume: fields.summary ?? '',
    presentation_detail: fields.detail ?? '',
    source: fields.source ?? '',
    itinerance: words(vocabulary.itinerance, fields.itinerance),
    structure_parente: fields.parentOrganisation ?? '',
    date_maj: fields.updatedOn ?? '',
    services: words(vocabulary.services, fields.services),
    publics_specifiquement_adresses: words(vocabulary.publics, fields.publics),
    prise_en_charge_specifique: words(vocabulary.specialCare, fields.specialCare),
    frais_a_charge: words(vocabulary.fees, fields.fees),
    dispositif_programmes_nationaux: words(vocabulary.programmes, fields.programmes),
    formations_labels: words(vocabulary.trainings, fields.trainings),
    autres_formations_labels: fields.otherLabels.join('|'),
    modalites_acces: words(vocabulary.accessModes, fields.accessModes),
    modalites_accompagnement: words(vocabulary.supportModes, fields.supportModes),
    fiche_acces_libre: fields.accesLibreUrl ?? '',
    prise_rdv: fields.bookingUrl ?? '',
  }
}

function words<Code extends string>(terms: readonly Term<Code>[], codes: readonly Code[]): string {
  return terms
    .filter((term) => codes.includes(term.code))
    .map((term) => term.standard)
    .join('|')
}
