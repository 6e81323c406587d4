import type { Template } from './template.ts'
import {
  EPN_PLACES,
  LEAD_ADDRESS,
  LEAD_DELIBERATION_DAY,
  LEAD_DPO,
  LEAD_NAME,
  LEAD_REPRESENTATIVE,
  LEAD_SIGNER,
  PARTNER_ADDRESS,
  PARTNER_BODY,
  PARTNER_DECISION_DAY,
  PARTNER_NAME,
  PARTNER_PRESENTATION,
  PARTNER_REPRESENTATIVE,
  SIGNING_TOWN,
  THIRD_PLACES,
} from './variables.ts'

/** Seed 000: the network of a Région, with two labels. The texts are ours; terms and numbers are the original's. */
export const NORMANDIE_CONNECTEE: Template = {
  id: 'normandie-connectee',
  version: 1,
  language: 'fr',
  title: 'Convention de coopération du réseau Normandie Connectée',
  status: 'published',
  parties: [
    { role: 'region', name: 'la Région', lead: true, authorityRequired: true },
    { role: 'cocontractant', name: 'le co-contractant', lead: false, authorityRequired: true },
  ],
  terms: {
    parties: ['region', 'cocontractant'],
    entry: 'last_signature',
    initialYears: 3,
    renewal: { mode: 'tacit', years: 1, max: null },
    denunciation: { anyTime: true, months: 3, from: 'sending', channel: 'registered_letter' },
    amendmentRequest: { months: 3, beforeEnd: true, addressee: 'region', from: 'arrival' },
    amendmentEffect: 'first_day_of_month_after_last_signature',
    formalNotice: {
      days: 30,
      from: 'sending',
      scope: ['full', 'partial'],
      terminationBy: 'registered_letter',
    },
    dispute: { amicableDays: null, court: 'Tribunal administratif de Caen' },
    labelLoss: 'on_termination_all_places',
    placeUpdate: 'once_per_civil_semester',
    committee: null,
    communication: { existence: ['region'] },
    lending: {},
  },
  annexes: [{ key: 'annexe-1', title: 'Cahier des charges du réseau', textIncomplete: true }],
  correctedReadings: [],
  profile: {},
  clauses: [
    {
      key: 'parties',
      number: null,
      title: 'Les parties',
      text: `
Entre {{chef_de_file.nom}}, dont le siège est situé {{chef_de_file.adresse}}, représentée par {{chef_de_file.representant}}, que la Commission permanente a habilité à signer par délibération du {{date_deliberation}}, désignée ci-après « la Région », d'une part,

et {{partenaire.nom}}, dont le siège est situé {{partenaire.adresse}}, représenté par {{partenaire.representant}}, habilité à signer par décision {{partenaire.organe}} du {{partenaire.date_decision}}, désigné ci-après « le co-contractant », d'autre part.

La Région et le co-contractant sont désignés ensemble comme « les Parties ».`,
      binds: ['parties'],
      variables: [
        LEAD_NAME,
        LEAD_ADDRESS,
        LEAD_REPRESENTATIVE,
        LEAD_DELIBERATION_DAY,
        PARTNER_NAME,
        PARTNER_ADDRESS,
        PARTNER_REPRESENTATIVE,
        PARTNER_BODY,
        PARTNER_DECISION_DAY,
      ],
    },
    {
      key: 'visas',
      number: null,
      title: 'Visas',
      text: `
Vu la délibération du Conseil régional n° AP D 22-03-2 du 14 mars 2022, qui adopte le programme du réseau Normandie Connectée.`,
      binds: [],
      variables: [],
    },
    {
      key: 'preambule',
      number: null,
      title: 'Préambule',
      text: `
La Région veut que chacun, où qu'il vive, trouve près de chez lui de quoi apprendre, se faire aider et travailler avec le numérique. Elle s'appuie pour cela sur un réseau de lieux de proximité : les espaces publics numériques, tournés vers les habitants, et les tiers-lieux, tournés vers les nouvelles formes de travail et de projet.

Ces lieux sont portés par des structures diverses. La présente convention dit à quoi chacune s'engage en rejoignant le réseau, et ce que le réseau lui apporte.

{{partenaire.presentation}}`,
      binds: [],
      variables: [PARTNER_PRESENTATION],
    },
    {
      key: 'objet',
      number: '1',
      title: 'Objet et labels',
      text: `
La convention fixe les engagements que prennent la Région et le co-contractant pour faire vivre le réseau Normandie Connectée.

Elle fait entrer le co-contractant dans le réseau. Elle permet à ses lieux qui répondent au cahier des charges, joint en annexe 1, de recevoir le label « EPN Normandie », le label « Tiers-Lieux Normandie », ou les deux.

Ces labels garantissent au public un bon niveau de service, rendent l'offre du réseau facile à reconnaître et réunissent celles et ceux qui font vivre les lieux.`,
      binds: [],
      variables: [],
    },
    {
      key: 'valeurs',
      number: '2',
      title: 'Valeurs partagées',
      text: `
Les Parties se reconnaissent dans cinq valeurs, qui guident leurs choix dans les lieux et dans le réseau :

- la durabilité : faire durer les lieux, les projets, le matériel et les ressources, au service du développement local ;
- la communauté : associer les usagers et les résidents aux décisions et à la vie du lieu ;
- la coopération : partager ce que l'on sait faire et profiter de ce que font les autres, sans contrepartie financière ;
- l'ouverture : accueillir de nouveaux services, de nouvelles compétences et la discussion ;
- l'accessibilité : recevoir chacun dans de bonnes conditions, pour se former, travailler, créer ou échanger.`,
      binds: [],
      variables: [],
    },
    {
      key: 'engagements-region',
      number: '3',
      title: 'Engagements de la Région',
      text: `
La Région s'engage à :

- attribuer le label qui convient à chaque lieu remplissant les conditions, et l'inscrire au réseau ;
- animer le réseau et coordonner les lieux labellisés ;
- rechercher, avec les organismes compétents, une bonne qualité de vie au travail dans les espaces de télétravail et de travail partagé ;
- fournir un ensemble de supports de communication ;
- rendre les lieux et leurs usagers visibles sur le site du réseau, qui offre une carte des lieux et de leurs services, un annuaire des animateurs, un agenda commun, un forum et des espaces de travail collaboratifs ;
- mettre les lieux en relation avec des experts du numérique pour leurs animations ;
- coordonner un plan de formation des animateurs et les aider à améliorer leurs projets ;
- prêter du matériel numérique mis en commun ;
- suivre les résultats du dispositif et prendre part à son évaluation.`,
      binds: ['lending'],
      variables: [],
    },
    {
      key: 'engagements-cocontractant',
      number: '4',
      title: 'Engagements du co-contractant',
      text: `
Le co-contractant s'engage à :

- remplir, et continuer de remplir, les conditions des labels que portent ses lieux ;
- prendre part aux campagnes du réseau, aux échanges de pratiques et à la vie de la communauté ;
- tenir à jour sur le site du réseau, {{termes.mise_a_jour}}, les informations de chaque lieu labellisé et des services qu'il propose ;
- remettre à la Région un rapport d'activité contenant de quoi renseigner les indicateurs de l'article 10 ;
- faire connaître l'engagement de la Région dans chaque lieu labellisé et sur ses supports de communication ;
- contribuer à faire connaître et à faire prendre en main les outils numériques régionaux.`,
      binds: ['placeUpdate'],
      variables: [],
    },
    {
      key: 'engagements-reciproques',
      number: '5',
      title: 'Engagements réciproques',
      text: `
Les Parties mettent en œuvre ensemble les actions décrites ci-dessus. Chacune y consacre les moyens appropriés et cherche avant tout des solutions qui marchent.

Elles se transmettent les informations utiles et se préviennent sans attendre de toute difficulté rencontrée dans la coopération.

La Région s'efforce, en lien avec les réseaux nationaux, d'offrir aux animateurs des outils pour partager leurs expériences, leurs pratiques et leurs connaissances.`,
      binds: [],
      variables: [],
    },
    {
      key: 'lieux',
      number: '6',
      title: 'Liste des lieux labellisés',
      text: `
Les lieux du co-contractant qui portent le label « EPN Normandie » sont :

{{liste_lieux_epn}}

Les lieux du co-contractant qui portent le label « Tiers-Lieux Normandie » sont :

{{liste_lieux_tiers_lieux}}`,
      binds: [],
      variables: [EPN_PLACES, THIRD_PLACES],
    },
    {
      key: 'donnees-personnelles',
      number: '7',
      title: 'Données à caractère personnel',
      text: `
Chaque Partie respecte le règlement général sur la protection des données et la loi du 6 janvier 1978 modifiée pour tout traitement de données personnelles lié à la convention.

Le co-contractant ne recueille et n'utilise ces données que pour ce que la convention demande, jamais à des fins commerciales. Il informe les personnes de leurs droits d'information, d'accès, de rectification et d'opposition, et de la façon de les exercer. Il protège ses locaux et ses systèmes, et réserve l'accès aux données à un petit nombre de personnes habilitées, munies d'identifiants personnels. Il ne garde aucune copie au-delà de la durée nécessaire et détruit les données devenues inutiles.

La Région accomplit les formalités relatives aux traitements du réseau. Elle répond, pour le site du réseau :

- des durées de conservation ;
- de l'exercice des droits des personnes, qui peuvent écrire à son délégué à la protection des données : {{chef_de_file.dpo}} ;
- de la sécurité et de la confidentialité des données.`,
      binds: [],
      variables: [LEAD_DPO],
    },
    {
      key: 'duree',
      number: '8',
      title: 'Durée, reconduction et dénonciation',
      text: `
La convention entre en vigueur {{termes.entree_en_vigueur}}. Elle est conclue pour {{termes.duree}}.

{{termes.reconduction}}

{{termes.denonciation}}`,
      binds: ['entry', 'initialYears', 'renewal', 'denunciation'],
      variables: [],
    },
    {
      key: 'communication',
      number: '9',
      title: 'Communication',
      text: `
La Région peut librement faire connaître l'existence de la convention, son contenu et ses signataires, sur ses sites comme à toute personne qui le demande.

Toute autre action qui met en valeur la coopération est menée par les deux Parties ensemble. Aucune ne communique sous une forme promotionnelle ou événementielle, quel qu'en soit le support, sans avoir d'abord prévenu l'autre, qui peut réserver son accord. Elles choisissent ensemble les contenus, les supports et les partenaires associés.

Dans une action commune, les textes, les noms, les logos et leur taille ne doivent laisser au public aucun doute sur la nature, la durée et les limites de la coopération, ni sur le rôle de chacun.

Les Parties se communiquent les résultats de leurs actions communes.`,
      binds: ['communication'],
      variables: [],
    },
    {
      key: 'indicateurs',
      number: '10',
      title: 'Indicateurs de suivi',
      text: `
Les Parties apprécient la mise en œuvre de la convention en qualité comme en quantité, à partir des indicateurs suivants :

- le nombre de lieux labellisés ;
- la nature des services qu'ils proposent ;
- le nombre de ces services ;
- les publics accueillis ;
- la fréquentation des lieux ;
- le nombre de projets collectifs lancés, en cours et menés à bien ;
- le nombre de personnes associées à ces projets ;
- le nombre d'animations organisées ;
- la fréquentation des animations, dont celles liées aux priorités régionales ;
- la satisfaction du public.

La Région peut compléter cette liste en cours de convention ; elle en informe le co-contractant, qui fournit les éléments correspondants.`,
      binds: [],
      variables: [],
    },
    {
      key: 'modification',
      number: '11',
      title: 'Modification de la convention',
      text: `
Les Parties peuvent modifier la convention à tout moment, par un avenant signé de chacune.

{{termes.demande_avenant}}

Sauf indication contraire de l'avenant, celui-ci prend effet {{termes.effet_avenant}}. Les avenants signés font partie de la convention et lui sont annexés.`,
      binds: ['amendmentRequest', 'amendmentEffect'],
      variables: [],
    },
    {
      key: 'resiliation',
      number: '12',
      title: 'Résiliation et retrait du label',
      text: `
Lorsqu'une Partie manque à l'une de ses obligations, l'autre peut la mettre en demeure d'y remédier, par lettre recommandée avec avis de réception énonçant les manquements reprochés.

{{termes.resiliation}}

La Partie qui subit un dommage garde le droit d'en demander réparation.

{{termes.perte_label}}`,
      binds: ['formalNotice', 'labelLoss'],
      variables: [],
    },
    {
      key: 'litiges',
      number: '13',
      title: 'Litiges',
      text: `
En cas de désaccord sur le sens ou l'application de la convention, les Parties cherchent d'abord une solution amiable.

{{termes.litiges}}`,
      binds: ['dispute'],
      variables: [],
    },
    {
      key: 'signatures',
      number: null,
      title: 'Signatures',
      text: `
Fait en {{termes.exemplaires}} exemplaires originaux.

Pour le co-contractant, à {{ville_signature}} : {{partenaire.representant}}.

Pour la Région, pour le Président et par délégation : {{chef_de_file.signataire}}.`,
      binds: [],
      variables: [SIGNING_TOWN, PARTNER_REPRESENTATIVE, LEAD_SIGNER],
    },
    {
      key: 'annexe-1',
      number: 'Annexe 1',
      title: 'Cahier des charges du réseau',
      text: '',
      textIncomplete: true,
      binds: [],
      variables: [],
    },
  ],
}
