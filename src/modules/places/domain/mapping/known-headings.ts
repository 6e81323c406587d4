import { folded } from '../fold.ts'
import type { StandardColumn } from '../standard/standard-columns.ts'

/**
 * How files name the columns of the standard: its own names come first, then those of its former version, of data.inclusion,
 * of the tables of the State and of common French. Compared folded; the first that the file has is taken.
 */
const HEADINGS: Readonly<Record<StandardColumn, string>> = {
  id: 'id, identifiant, id lieu, id structure, id fs, identifiant unique, di surrogate id, uid, uuid, code lieu, data pass id',
  pivot: 'pivot, siret, numero siret, n siret, siret structure, code siret, siret etablissement, ridet, rna',
  nom: 'nom, name, nom du lieu, nom lieu, lieu, nom structure, nom de la structure, structure, denomination, raison sociale, libelle, lib fs, intitule, title, titre, nom complet, etablissement, nom etablissement, espace',
  commune:
    'commune, ville, lib com, adresse commune, nom commune, localite, city, commune nom, libelle commune, nom de la commune',
  code_postal: 'code postal, cp, adresse code postal, codepostal, zip, postal code, code post',
  code_insee:
    'code insee, insee, insee com, code commune, citycode, adresse code insee, codeinsee, code commune insee, depcom, code insee commune, di geocodage code insee',
  adresse:
    'adresse, adresse postale, adresse du lieu, address, rue, voie, adresse rue, adresse complete, adresse 1, numero et voie, street',
  complement_adresse:
    'complement adresse, complement d adresse, complement, adresse 2, adresse complement, batiment',
  latitude: 'latitude, lat, y wgs84, geo lat, coord x lat, y, coord y, coordonnee y, gps lat',
  longitude: 'longitude, lon, lng, long, x wgs84, geo lon, x, coord x, coordonnee x, gps lon, gps long',
  typologie:
    'typologie, typologies, type structure, type de structure, type lieu, type de lieu, type, categorie',
  telephone:
    'telephone, tel, phone, contact telephone, numero de telephone, telephone fixe, n telephone, tel fixe, contact tel',
  courriels:
    'courriels, courriel, email, mail, e mail, adresse mail, adresse email, contact email, contact mail, adresse courriel',
  site_web:
    'site web, site, site internet, url, web, contact web, siteweb, website, lien, page web, site internet url',
  horaires:
    'horaires, horaires ouverture osm, horaires ouverture, horaire, horaires d ouverture, opening hours, ouverture, heures d ouverture, horaires grand public',
  presentation_resume: 'presentation resume, resume, presentation courte, accroche',
  presentation_detail:
    'presentation detail, description, presentation, detail, commentaire, commentaires, informations, remarques',
  source: 'source',
  itinerance: 'itinerance, itinerant, mobile, lieu itinerant',
  structure_parente:
    'structure parente, structure porteuse, gestionnaire, organisme, porteur, organisme gestionnaire, employeur',
  date_maj:
    'date maj, derniere maj, date de maj, date mise a jour, date de mise a jour, maj, updated at, date modification, date',
  services: 'services, services proposes, thematiques, activites, offre, offre de services, service',
  publics_specifiquement_adresses:
    'publics specifiquement adresses, publics accueillis, publics, public cible, public accueilli, public',
  prise_en_charge_specifique: 'prise en charge specifique, publics accueillis, accueil specifique',
  frais_a_charge: 'frais a charge, conditions acces, conditions access, tarifs, frais, tarif, cout, gratuite',
  dispositif_programmes_nationaux:
    'dispositif programmes nationaux, labels nationaux, labels nat, labels, dispositifs, label, labellisation, programmes',
  formations_labels: 'formations labels, labels nationaux, labels nat, labels, formations',
  autres_formations_labels:
    'autres formations labels, labels autres, labels autre, labels nationaux, labels nat, autres labels, labels',
  modalites_acces: 'modalites acces, acces, modalites d acces, conditions d acces',
  modalites_accompagnement:
    'modalites accompagnement, accompagnement, modalites d accompagnement, types accompagnement',
  fiche_acces_libre: 'fiche acces libre, acces libre, accessibilite, lien acces libre',
  prise_rdv: 'prise rdv, rdv, prise de rendez vous, lien rdv, url rdv',
}

/** Headings of the file for one column of the standard, the likeliest first. */
export function headingsFor(column: StandardColumn, header: readonly string[]): string[] {
  const byName = new Map<string, string>()
  for (const heading of header) {
    const name = headingKey(heading)
    if (!byName.has(name)) byName.set(name, heading)
  }
  return HEADINGS[column].split(', ').flatMap((name) => byName.get(name) ?? [])
}

export function headingKey(heading: string): string {
  return folded(heading)
}

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

/** The columns of the days of the week, from Monday, when the file has three of them or more. */
export function dayHeadings(header: readonly string[]): (string | null)[] | null {
  const found = DAYS.map(
    (day) =>
      header.find((heading) =>
        new RegExp(`^(?:h |horaires? |ouverture )?${day}$`).test(headingKey(heading)),
      ) ?? null,
  )
  return found.filter((heading) => heading !== null).length >= 3 ? found : null
}
