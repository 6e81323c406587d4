import type { Day } from '../../../../kernel/day.ts'
import type { Communes } from '../communes.ts'
import { type Finding, Findings } from '../imports/finding.ts'
import type { PlaceFields } from '../place.ts'
import { checkLine, checkPresentation, checkProse, withinReason } from '../text.ts'
import * as vocabulary from '../vocabulary.ts'
import { checkCoordinates } from './coordinates.ts'
import { checkPivot } from './identifier.ts'
import { checkTerms, checkWords } from './list-values.ts'
import { checkLocality } from './location.ts'
import { checkMails, checkUrl, checkWebsites } from './mail-and-web.ts'
import { checkPhone } from './phone.ts'
import type { StandardRow } from './standard-columns.ts'
import { checkUpdateDay } from './update-day.ts'

/** A row read: what can be kept of it, and everything that was seen. */
export interface CheckedRow {
  fields: PlaceFields
  findings: readonly Finding[]
  /** The row cannot be a place: its fields are not to be used. */
  refused: boolean
}

/** What a row is held against. */
export interface Reference {
  communes: Communes
  today: Day
}

/**
 * Reads one row of the national standard. Total and pure: never throws, never stops at the first fault; what it
 * repairs without doubt it repairs, what it cannot read it leaves empty and says so (DIR-17).
 */
export function validateRow(received: StandardRow, { communes, today }: Reference): CheckedRow {
  const findings = new Findings()
  const row = withinReason(received, findings)
  const locality = checkLocality(row, communes, findings)
  const extra = checkLine(row, 'complement_adresse', findings)
  const fields: PlaceFields = {
    name: checkLine(row, 'nom', findings) ?? '',
    pivot: checkPivot(row, findings),
    commune: locality.commune,
    postalCode: locality.postalCode,
    inseeCode: locality.inseeCode,
    address: checkLine(row, 'adresse', findings) ?? '',
    addressExtra: [extra, locality.cedex].filter((part) => part !== null).join(', ') || null,
    ...checkCoordinates(row, locality.postalCode, findings),
    typologies: checkWords(row, 'typologie'),
    phone: checkPhone(row, findings),
    emails: checkMails(row, findings),
    websites: checkWebsites(row, findings),
    // Kept as written: hours are understood when a page is asked whether the place is open.
    openingHours: checkProse(row, 'horaires', findings),
    ...checkPresentation(row, findings),
    source: checkLine(row, 'source', findings),
    itinerance: checkTerms(row, 'itinerance', vocabulary.itinerance, findings),
    parentOrganisation: checkLine(row, 'structure_parente', findings),
    updatedOn: checkUpdateDay(row, today, findings),
    services: checkTerms(row, 'services', vocabulary.services, findings),
    publics: checkTerms(row, 'publics_specifiquement_adresses', vocabulary.publics, findings),
    specialCare: checkTerms(row, 'prise_en_charge_specifique', vocabulary.specialCare, findings),
    fees: checkTerms(row, 'frais_a_charge', vocabulary.fees, findings),
    programmes: checkTerms(row, 'dispositif_programmes_nationaux', vocabulary.programmes, findings),
    trainings: checkTerms(row, 'formations_labels', vocabulary.trainings, findings),
    otherLabels: checkWords(row, 'autres_formations_labels'),
    accessModes: checkTerms(row, 'modalites_acces', vocabulary.accessModes, findings),
    supportModes: checkTerms(row, 'modalites_accompagnement', vocabulary.supportModes, findings),
    accesLibreUrl: checkUrl(row, 'fiche_acces_libre', findings),
    bookingUrl: checkUrl(row, 'prise_rdv', findings),
  }
  checkThatItIsAPlace(fields, row, findings)
  return { fields, findings: findings.list, refused: findings.refused }
}

function checkThatItIsAPlace(fields: PlaceFields, row: StandardRow, findings: Findings): void {
  if (fields.name === '') {
    findings.refuse(
      'nom',
      row.nom,
      'name-missing',
      'Ce lieu n’a pas de nom : écrivez-le dans la colonne « nom ».',
    )
  }
  if (fields.commune === '' && fields.address === '' && fields.latitude === null) {
    findings.refuse(
      'commune',
      row.commune,
      'nowhere',
      'Rien ne dit où est ce lieu : donnez sa commune, son adresse ou ses coordonnées.',
    )
  } else if (fields.address === '') {
    findings.warn(
      'adresse',
      row.adresse,
      'address-missing',
      'L’adresse manque : le standard la demande, et les visiteurs en ont besoin.',
    )
  }
}
