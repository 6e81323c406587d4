/**
 * The closed lists of the national standard 1.0.2. Code is what the database and the URLs hold; `standard` is the
 * word of exchanged files, to the letter (DIR-12, DIR-13); `plain` is how one says it to a resident.
 */
export interface Term<Code extends string = string> {
  readonly code: Code
  readonly standard: string
  readonly plain: string
}

export const services = [
  {
    code: 'administrative-procedures',
    standard: 'Aide aux démarches administratives',
    plain: 'Remplir un papier en ligne',
  },
  {
    code: 'everyday-tools',
    standard: 'Maîtrise des outils numériques du quotidien',
    plain: 'Apprendre à se servir d’un ordinateur ou d’un téléphone',
  },
  {
    code: 'job-seeking',
    standard: 'Insertion professionnelle via le numérique',
    plain: 'Chercher du travail sur internet',
  },
  {
    code: 'safe-use',
    standard: 'Utilisation sécurisée du numérique',
    plain: 'Éviter les arnaques et protéger ses données',
  },
  {
    code: 'parenting-and-education',
    standard: 'Parentalité et éducation avec le numérique',
    plain: 'Accompagner ses enfants face aux écrans',
  },
  {
    code: 'leisure-and-creation',
    standard: 'Loisirs et créations numériques',
    plain: 'Créer, jouer, fabriquer avec le numérique',
  },
  {
    code: 'understanding-digital',
    standard: 'Compréhension du monde numérique',
    plain: 'Comprendre internet et ce qu’il change',
  },
  {
    code: 'internet-and-equipment-access',
    standard: 'Accès internet et matériel informatique',
    plain: 'Utiliser un ordinateur, une imprimante ou le Wi-Fi',
  },
  {
    code: 'affordable-equipment',
    standard: 'Acquisition de matériel informatique à prix solidaire',
    plain: 'Acheter un ordinateur à petit prix',
  },
] as const satisfies readonly Term[]

export const publics = [
  { code: 'young-people', standard: 'Jeunes', plain: 'Jeunes' },
  { code: 'students', standard: 'Étudiants', plain: 'Étudiants' },
  { code: 'families', standard: 'Familles et/ou enfants', plain: 'Familles et enfants' },
  { code: 'seniors', standard: 'Seniors', plain: 'Personnes âgées' },
  { code: 'women', standard: 'Femmes', plain: 'Femmes' },
] as const satisfies readonly Term[]

export const specialCare = [
  { code: 'deafness', standard: 'Surdité', plain: 'Personnes sourdes ou malentendantes' },
  {
    code: 'motor-disability',
    standard: 'Handicaps moteurs',
    plain: 'Personnes qui ont du mal à se déplacer',
  },
  {
    code: 'mental-disability',
    standard: 'Handicaps mentaux',
    plain: 'Personnes en situation de handicap mental',
  },
  { code: 'illiteracy', standard: 'Illettrisme', plain: 'Personnes qui ont du mal à lire ou à écrire' },
  { code: 'english-speaking', standard: 'Langues étrangères (anglais)', plain: 'Accueil en anglais' },
  {
    code: 'other-languages',
    standard: 'Langues étrangères (autres)',
    plain: 'Accueil dans d’autres langues',
  },
  { code: 'visual-impairment', standard: 'Déficience visuelle', plain: 'Personnes aveugles ou malvoyantes' },
] as const satisfies readonly Term[]

export const fees = [
  { code: 'free', standard: 'Gratuit', plain: 'Gratuit' },
  { code: 'free-under-conditions', standard: 'Gratuit sous condition', plain: 'Gratuit sous condition' },
  { code: 'paying', standard: 'Payant', plain: 'Payant' },
] as const satisfies readonly Term[]

export const programmes = [
  { code: 'aidants-connect', standard: 'Aidants Connect', plain: 'Aidants Connect' },
  {
    code: 'bibliotheques-numeriques',
    standard: 'Bibliothèques numérique de référence',
    plain: 'Bibliothèques numériques de référence',
  },
  { code: 'certification-pix', standard: 'Certification PIX', plain: 'Certification Pix' },
  { code: 'conseillers-numeriques', standard: 'Conseillers numériques', plain: 'Conseillers numériques' },
  { code: 'emmaus-connect', standard: 'Emmaüs Connect', plain: 'Emmaüs Connect' },
  { code: 'france-services', standard: 'France Services', plain: 'France services' },
  {
    code: 'grande-ecole-du-numerique',
    standard: 'Grande école du numérique',
    plain: 'Grande école du numérique',
  },
  { code: 'croix-rouge', standard: 'La Croix Rouge', plain: 'Croix-Rouge' },
  {
    code: 'point-numerique-caf',
    standard: "Point d'accès numérique CAF",
    plain: 'Point d’accès numérique de la CAF',
  },
  { code: 'promeneurs-du-net', standard: 'Promeneurs du net', plain: 'Promeneurs du Net' },
  {
    code: 'relais-numerique',
    standard: 'Relais numérique (Emmaüs Connect)',
    plain: 'Relais numérique (Emmaüs Connect)',
  },
] as const satisfies readonly Term[]

export const trainings = [
  {
    code: 'mon-espace-sante',
    standard: 'Formé à « Mon Espace Santé »',
    plain: 'Équipe formée à « Mon espace santé »',
  },
  {
    code: 'duplex',
    standard: 'Formé à « DUPLEX » (illettrisme)',
    plain: 'Équipe formée à l’accueil des personnes qui lisent mal (Duplex)',
  },
  {
    code: 'arnia',
    standard: 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)',
    plain: 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)',
  },
  {
    code: 'collectif-reemploi',
    standard: 'Collectif ressources et acteurs réemploi (Normandie)',
    plain: 'Collectif ressources et acteurs du réemploi (Normandie)',
  },
  // Without a space before the parenthesis: so it stands in the official schema.
  {
    code: 'etapes-numeriques',
    standard: 'Étapes numériques(La Poste)',
    plain: 'Étapes numériques (La Poste)',
  },
  { code: 'fabriques-de-territoire', standard: 'Fabriques de Territoire', plain: 'Fabriques de territoire' },
  {
    code: 'eclaireurs-du-numerique',
    standard: 'Les Éclaireurs du numérique (Drôme)',
    plain: 'Les Éclaireurs du numérique (Drôme)',
  },
  {
    code: 'mes-papiers',
    standard: 'Mes Papiers (Métropole de Lyon)',
    plain: 'Mes Papiers (Métropole de Lyon)',
  },
  { code: 'ordi-3-0', standard: 'ORDI 3.0', plain: 'Ordi 3.0' },
  { code: 'sud-labs', standard: 'SUD LABS (PACA)', plain: 'Sud Labs (Provence-Alpes-Côte d’Azur)' },
] as const satisfies readonly Term[]

export const accessModes = [
  { code: 'walk-in', standard: 'Se présenter', plain: 'Venir sur place, sans prévenir' },
  { code: 'phone', standard: 'Téléphoner', plain: 'Téléphoner avant de venir' },
  { code: 'email', standard: 'Contacter par mail', plain: 'Écrire un courriel' },
  { code: 'online-booking', standard: 'Prendre un RDV en ligne', plain: 'Prendre rendez-vous en ligne' },
  {
    code: 'no-public',
    standard: "Ce lieu n'accueille pas de public",
    plain: 'Ce lieu ne reçoit pas de public',
  },
  {
    code: 'referral',
    standard: 'Envoyer un mail avec une fiche de prescription',
    plain: 'Être orienté par un travailleur social ou un conseiller',
  },
] as const satisfies readonly Term[]

export const supportModes = [
  { code: 'on-ones-own', standard: 'En autonomie', plain: 'Seul, sur un poste en libre accès' },
  { code: 'one-to-one', standard: 'Accompagnement individuel', plain: 'Avec quelqu’un, en tête-à-tête' },
  { code: 'workshop', standard: 'Dans un atelier collectif', plain: 'En atelier, à plusieurs' },
  { code: 'remote', standard: 'À distance', plain: 'À distance, par téléphone ou par écran' },
] as const satisfies readonly Term[]

export const itinerance = [
  { code: 'itinerant', standard: 'Itinérant', plain: 'Se déplace de commune en commune' },
  { code: 'fixed', standard: 'Fixe', plain: 'À une adresse fixe' },
] as const satisfies readonly Term[]

type CodeOf<List extends readonly Term[]> = List[number]['code']

export type Service = CodeOf<typeof services>
export type Public = CodeOf<typeof publics>
export type SpecialCare = CodeOf<typeof specialCare>
export type Fee = CodeOf<typeof fees>
export type Programme = CodeOf<typeof programmes>
export type Training = CodeOf<typeof trainings>
export type AccessMode = CodeOf<typeof accessModes>
export type SupportMode = CodeOf<typeof supportModes>
export type Itinerance = CodeOf<typeof itinerance>

/** The term of a code, or null for a code of another list: what a URL says is not to be trusted. */
export function termOf<Code extends string>(list: readonly Term<Code>[], code: string): Term<Code> | null {
  return list.find((term) => term.code === code) ?? null
}

export function isCodeOf<Code extends string>(list: readonly Term<Code>[], code: string): code is Code {
  return termOf(list, code) !== null
}
