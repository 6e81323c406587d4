import { folded } from '../fold.ts'
import type { StandardColumn } from '../standard/standard-columns.ts'
import type { DayColumns } from './mapping.ts'

/**
 * How files name the columns of the standard: its own names come first, then those of its former version, of data.inclusion,
 * of the tables of the State and of common French. Compared folded; the first that the file has is taken.
 */
const HEADINGS: Readonly<Record<StandardColumn, string>> = {
  id: 'id, identifiant, id lieu, id structure, id fs, identifiant unique, di surrogate id, uid, uuid, code lieu, data pass id, recordid, gid, objectid, id site, id etablissement, code structure, ref lieu',
  pivot:
    'pivot, siret, numero siret, n siret, siret structure, code siret, siret etablissement, ridet, rna, num siret, no siret, siret de la structure, numero de siret, ref fr siret, siret ou rna, siret ridet',
  nom: 'nom, name, nom du lieu, nom lieu, lieu, nom structure, nom de la structure, structure, nom enseigne, enseigne, denomination, raison sociale, libelle, lib fs, intitule, title, titre, nom complet, etablissement, nom etablissement, espace, nom du site, nom site, nom etab, nom de l etablissement, nom de l espace, nom du tiers lieu, nom usuel, location name, place name, lib structure, lib lieu, libelle structure, nom organisme, nom de l organisme, nom association, nom de l association, point d accueil, lieu d accueil, appellation, designation, denomination usuelle etablissement, enseigne1etablissement, denomination unite legale, post title, account name, business name, company name, organization name, organisation name, facility name',
  commune:
    'commune, ville, lib com, adresse commune, nom commune, localite, city, commune nom, libelle commune, nom de la commune, lib commune, nom ville, commune d implantation, addr city, adr ville, adresse nom commune, locality, town, municipality, commune du lieu, adresse ville, ville du lieu, ville commune, address city, contact city, libelle commune etablissement',
  code_postal:
    'code postal, cp, adresse code postal, codepostal, zip, postal code, code post, adresse cp, adr cp, postcode, addr postcode, cp lieu, code postal du lieu, zip code, zipcode, adresse codepostal, cpostal, address zip, address postcode, address postal code, code postal etablissement',
  code_insee:
    'code insee, insee, insee com, code commune, citycode, adresse code insee, codeinsee, code commune insee, depcom, code insee commune, di geocodage code insee, insee commune, adresse codecommune, com insee, ref insee, addr insee, code commune etablissement, commune code insee',
  adresse:
    'adresse, adresse postale, adresse du lieu, address, rue, voie, adresse rue, adresse complete, adresse 1, numero et voie, street, adresse voie, adresse numero et rue, numero et rue, street address, address street, addr street, adr nomvoie, lib voie, libelle voie, nom voie, adresse ligne 1, adresse1, addr full, adresse lieu, adresse structure, adresse de la structure, adresse postale complete, adresse physique, adresse numero voie, libelle voie etablissement',
  complement_adresse:
    'complement adresse, complement d adresse, complement, adresse 2, adresse complement, batiment, compl adresse, complement de l adresse, adresse2, adresse ligne 2, adresse complement1, complement adresse etablissement',
  latitude:
    'latitude, lat, y wgs84, geo lat, coord x lat, y, coord y, coordonnee y, gps lat, lat wgs84, latitude wgs84, geo latitude, coord lat, location latitude, coordinates lat, coordinates latitude, geo point 2d lat, location lat, y l93, coord y l93, lambert y, y lambert 93, coordonnee lambert ordonnee etablissement',
  longitude:
    'longitude, lon, lng, long, x wgs84, geo lon, x, coord x, coordonnee x, gps lon, gps long, lon wgs84, long wgs84, longitude wgs84, geo longitude, coord lon, location longitude, coordinates lon, coordinates lng, coordinates longitude, geo point 2d lon, location lng, location lon, x l93, coord x l93, lambert x, x lambert 93, coordonnee lambert abscisse etablissement',
  typologie:
    'typologie, typologies, type structure, type de structure, type lieu, type de lieu, type, categorie, type etablissement, type d etablissement, nature de la structure, type organisme, type d organisme, type espace, amenity',
  telephone:
    'telephone, tel, phone, contact telephone, numero de telephone, telephone fixe, n telephone, tel fixe, contact tel, telephone accueil, tel accueil, telephone du lieu, contact phone, phone number, numero telephone, numerotelephone, telephone 1, tel 1, tel structure, tel struct, telephone structure, standard, tel fax, telephone portable, tel portable, telephone mobile, portable',
  courriels:
    'courriels, courriel, email, mail, e mail, adresse mail, adresse email, contact email, contact mail, adresse courriel, email accueil, mail accueil, adresse e mail, courriel de contact, email de contact, e mail de contact, mail de contact, email address, mel, mel struct, adresse electronique, contact courriel, courriel du lieu, email structure, mail structure, emails, mails, e mail s',
  site_web:
    'site web, site, site internet, url, web, contact web, siteweb, website, lien, page web, site internet url, url struct, website url, url site, url site web, adresse du site internet, lien site, page internet, contact website, lien internet, homepage, adresse web',
  horaires:
    'horaires, horaires ouverture osm, horaires ouverture, horaire, horaires d ouverture, opening hours, ouverture, heures d ouverture, horaires grand public, horaires accueil, horaires d accueil, jours et horaires d ouverture, jours et horaires, horaires du lieu, horaires permanence, horaires de permanence, horaires des permanences, permanences, permanence, plage ouverture, opening hours specification',
  presentation_resume: 'presentation resume, resume, presentation courte, accroche',
  presentation_detail:
    'presentation detail, description, presentation, detail, commentaire, commentaires, informations, remarques, observations, descriptif, description du lieu, presentation du lieu, infos complementaires, informations complementaires, post content',
  source: 'source',
  itinerance: 'itinerance, itinerant, mobile, lieu itinerant',
  structure_parente:
    'structure parente, structure porteuse, gestionnaire, organisme, porteur, organisme gestionnaire, employeur, structure de rattachement, nom organisme gestionnaire, organisme porteur, structure gestionnaire, nom structure porteuse',
  date_maj:
    'date maj, derniere maj, date de maj, date mise a jour, date de mise a jour, maj, updated at, date modification, date, derniere mise a jour, date derniere mise a jour, date de derniere mise a jour, date de derniere modification, derniere modification, date derniere modification, last updated, last update, last modified, updated, updatedat, modifie le, mis a jour le, date de modification, record timestamp, createdtime, horodateur, submitdate, date dernier traitement etablissement',
  services:
    'services, services proposes, thematiques, activites, offre, offre de services, service, services numeriques, services numeriques proposes, thematique, offres, prestations, activites proposees, services offerts, services de base, services disponibles, ateliers proposes, services de mediation numerique',
  publics_specifiquement_adresses:
    'publics specifiquement adresses, publics accueillis, publics, public cible, public accueilli, public, publics cibles, type de public, types de publics, pour qui, publics vises, public vise, publics concernes',
  prise_en_charge_specifique:
    'prise en charge specifique, publics accueillis, accueil specifique, handicap, handicaps, accueil handicap, langues parlees, langues',
  frais_a_charge:
    'frais a charge, conditions acces, conditions access, tarifs, frais, tarif, cout, gratuite, tarification, conditions tarifaires, prix, cout pour l usager',
  dispositif_programmes_nationaux:
    'dispositif programmes nationaux, labels nationaux, labels nat, labels, dispositifs, label, labellisation, programmes, reseaux porteurs, labels et dispositifs, programmes nationaux, dispositifs nationaux',
  formations_labels: 'formations labels, labels nationaux, labels nat, labels, formations',
  autres_formations_labels:
    'autres formations labels, labels autres, labels autre, labels nationaux, labels nat, autres labels, labels',
  modalites_acces:
    'modalites acces, acces, modalites d acces, conditions d acces, modes mobilisation, modalites d accueil, modes d acces, type acces, typeacces',
  modalites_accompagnement:
    'modalites accompagnement, accompagnement, modalites d accompagnement, types accompagnement, modes accueil, types d accompagnement',
  fiche_acces_libre:
    'fiche acces libre, acces libre, accessibilite, lien acces libre, accessibilite lieu, lien fiche acceslibre, url acceslibre, fiche acceslibre',
  prise_rdv:
    'prise rdv, rdv, prise de rendez vous, lien rdv, url rdv, prise de rdv, lien prise de rdv, lien prise rdv, url prise de rdv, prise rdv en ligne',
}

/** Headings of the file for one column of the standard, the likeliest first. */
export function headingsFor(column: StandardColumn, header: readonly string[]): string[] {
  const byName = namesOf(header)
  return [...new Set(HEADINGS[column].split(', ').flatMap((name) => byName.get(name) ?? []))]
}

/** Is a text one of the names of a column? */
export function isHeadingOf(column: StandardColumn, text: string): boolean {
  return text.length < 60 && HEADINGS[column].split(', ').includes(headingKey(text))
}

/** A header is asked for every column: its names are folded once. */
const known = new WeakMap<readonly string[], ReadonlyMap<string, string>>()

function namesOf(header: readonly string[]): ReadonlyMap<string, string> {
  const made = known.get(header)
  if (made) return made
  const names = new Map<string, string>()
  const add = (name: string, heading: string) => {
    if (name !== '' && !names.has(name)) names.set(name, heading)
  }
  for (const heading of header) add(headingKey(heading), heading)
  for (const heading of header) for (const name of innerNames(heading)) add(name, heading)
  known.set(header, names)
  return names
}

/** What a heading of a survey says: « G01Q02[SQ002]. Adresse du lieu [Code postal] » says « Code postal », « G01Q01. Nom du lieu » says that. */
function innerNames(heading: string): string[] {
  const text = headingText(heading)
  const inner = choiceIn(heading)
  // `lieu.commune.nom` speaks of the commune.
  const [, ...path] = text.split('.')
  const within = path.length > 1 ? [headingWords(path.join('.'))] : []
  return inner === null ? [headingKey(text), headingWords(text), ...within] : [headingKey(inner)]
}

/** The heading without the code of its question. */
export function headingText(heading: string): string {
  return heading.replace(/^\s*(?:[A-Z]{1,4}\d+)+(?:\[[^\]]*\])?\s*[.:)–-]?\s*(?=\p{L})/u, '')
}

/** What is between brackets at the end: the choice that a column stands for. */
export function choiceIn(heading: string): string | null {
  return /\[([^\]]+)\]\s*$/.exec(heading)?.[1] ?? null
}

export function headingKey(heading: string): string {
  return folded(heading)
}

/** `nomEnseigne`, as programs write it, is « nom enseigne ». */
export function headingWords(heading: string): string {
  return headingKey(heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
}

/** As people and programs write them, from Monday; first in French, whole. */
export const DAYS = [
  ['lundi', 'lun', 'monday', 'mon'],
  ['mardi', 'mar', 'tuesday', 'tue'],
  ['mercredi', 'mer', 'wednesday', 'wed'],
  ['jeudi', 'jeu', 'thursday', 'thu'],
  ['vendredi', 'ven', 'friday', 'fri'],
  ['samedi', 'sam', 'saturday', 'sat'],
  ['dimanche', 'dim', 'sunday', 'sun'],
]
const AROUND_DAY =
  /\b(h|hor|horaires?|heures?|ouverture|ouvert|ouv|fermeture|matin|matinee|apres|midi|aprem|am|pm|soir|debut|fin|de|a|du|le|d|opening|hours|opens?|closes?|1|2)\b/g

/** The columns of the days of the week, from Monday, when the file has three of them or more; several for one day in their order. */
export function dayHeadings(header: readonly string[]): DayColumns[] | null {
  const said = header.map((heading) => headingWords(heading).replace(AROUND_DAY, '').trim())
  const found = DAYS.map((names): DayColumns => {
    const own = header.filter((_, at) => names.includes(said[at] ?? ''))
    return own.length > 1 ? own : (own[0] ?? null)
  })
  return found.filter((day) => day !== null).length >= 3 ? found : null
}
