import type { Day } from '../../../../kernel/day.ts'
import type { Communes } from '../communes.ts'
import type { CentreOf } from '../geocoding/centre-of.ts'
import { type Finding, Findings } from '../imports/finding.ts'
import type { PlaceFields } from '../place.ts'
import { checkLine, checkPresentation, withinReason } from '../text.ts'
import * as vocabulary from '../vocabulary.ts'
import { checkCoordinates } from './coordinates.ts'
import { tellFarPoint } from './far-point.ts'
import { checkPivot } from './identifier.ts'
import { checkTerms, checkWords } from './list-values.ts'
import { checkLocality } from './location.ts'
import { checkMails, checkUrl, checkWebsites } from './mail-and-web.ts'
import { refuseWhatIsNoPlace } from './not-a-place.ts'
import { checkPhone } from './phone.ts'
import type { StandardRow } from './standard-columns.ts'
import { checkUpdateDay } from './update-day.ts'
import { checkHours } from './written-hours.ts'

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
  /** Without it no point is said to be far: of what a person writes, it is said once saved (`pointAfter`). */
  centreOf?: CentreOf
  /** The SIRET that the directory knows for this row's organisation, should its own be rounded. DIR-18. */
  knownSiret?: string | null
}

/**
 * Reads one row of the national standard. Total and pure: never throws, never stops at the first fault; what it
 * repairs without doubt it repairs, what it cannot read it leaves empty and says so (DIR-17).
 */
export function validateRow(received: StandardRow, reference: Reference): CheckedRow {
  const { communes, today, centreOf, knownSiret = null } = reference
  const findings = new Findings()
  const row = withinReason(received, findings)
  const locality = checkLocality(row, communes, findings)
  const extra = checkLine(row, 'complement_adresse', findings)
  const name = checkLine(row, 'nom', findings) ?? ''
  const pivot = checkPivot(row, findings, knownSiret)
  const address = checkLine(row, 'adresse', findings) ?? ''
  const point = checkCoordinates(row, locality.postalCode, findings)
  if (centreOf) tellFarPoint(row, point, locality, centreOf, findings)
  const phone = checkPhone(row, findings)
  const emails = checkMails(row, findings)
  const websites = checkWebsites(row, findings)
  const openingHours = checkHours(row, findings)
  const { summary, detail } = checkPresentation(row, findings)
  const fields: PlaceFields = {
    name,
    pivot,
    commune: locality.commune,
    postalCode: locality.postalCode,
    inseeCode: locality.inseeCode,
    address,
    addressExtra: withCedex(extra, locality.cedex),
    latitude: point.latitude,
    longitude: point.longitude,
    typologies: checkWords(row, 'typologie'),
    phone,
    emails,
    websites,
    openingHours,
    summary,
    detail,
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

function withCedex(extra: string | null, cedex: string | null): string | null {
  return extra === null || cedex === null ? (extra ?? cedex) : `${extra}, ${cedex}`
}

function checkThatItIsAPlace(fields: PlaceFields, row: StandardRow, findings: Findings): void {
  refuseWhatIsNoPlace(row, findings)
  if (fields.name === '') {
    findings.refuse(
      'nom',
      row.nom,
      'name-missing',
      'Ce lieu n’a pas de nom : écrivez-le dans la colonne « nom ».',
    )
  }
  const isNowhere = fields.address === '' && fields.latitude === null && !/\p{L}/u.test(fields.commune)
  if (isNowhere) {
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
