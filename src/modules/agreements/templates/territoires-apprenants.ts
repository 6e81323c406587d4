import { typeset } from './french-words.ts'
import type { Template } from './template.ts'
import {
  JOINING_DECISION,
  LEAD_ADDRESS,
  LEAD_NAME,
  LEAD_REFERENT,
  LEAD_REPRESENTATIVE,
  PARTNER_ADDRESS,
  PARTNER_NAME,
  PARTNER_REPRESENTATIVE,
  SIGNING_TOWN,
} from './variables.ts'

/** The decision attached to the reference agreement: a value for `decision_adhesion`. */
export const ATTACHED_DECISION = typeset(`
Décision P002_2025 du 3 janvier 2025, publiée le 7 janvier 2025, prise par le président d'un établissement public de coopération intercommunale en vertu de la délégation que lui donne la délibération DEL2024_144 du 26 septembre 2024 (article L. 5211-10 du code général des collectivités territoriales).

Elle porte adhésion au réseau des territoires numériques apprenants et autorise le délégataire du président à signer la convention et les pièces qu'elle appelle.

Elle peut être contestée devant le tribunal administratif de Caen, par courrier ou par l'application Télérecours citoyens, dans les deux mois qui suivent sa transmission au représentant de l'État et sa publicité.`).trim()

/** Seed 002: the network of a Département, with the lending of its equipment. The texts are ours. */
export const TERRITOIRES_APPRENANTS: Template = {
  id: 'territoires-apprenants',
  version: 1,
  language: 'fr',
  title: 'Convention de coopération du réseau des territoires numériques apprenants',
  status: 'published',
  parties: [
    { role: 'departement', name: 'le Département', lead: true },
    { role: 'cocontractant', name: 'le co-contractant', lead: false },
  ],
  terms: {
    parties: ['departement', 'cocontractant'],
    entry: 'last_signature',
    initialYears: 3,
    renewal: { mode: 'none_unless_agreed', years: null, max: null },
    denunciation: null,
    amendmentRequest: { months: 3, beforeEnd: true, addressee: 'departement', from: 'arrival' },
    amendmentEffect: 'first_day_of_month_after_last_signature',
    formalNotice: { days: 30, from: 'sending', scope: ['full', 'partial'], terminationBy: 'notification' },
    dispute: { amicableDays: null, court: 'Tribunal administratif de Caen' },
    labelLoss: null,
    placeUpdate: null,
    committee: { perYear: 2, kinds: ['network', 'bilateral'], secretariat: 'departement' },
    communication: { existence: 'free' },
    lending: {
      free: true,
      maxDays: 30,
      beyond: 'derogation',
      requestMustState: ['actions', 'period'],
      ownerPriority: { refusePending: true },
      transportBy: 'borrower',
      returnSameDesk: true,
      slotFixedBeforehand: true,
      conditionReport: { out: true },
      insurance: { risks: ['theft', 'damage'] },
      secureStorage: true,
      repairByBorrower: 'forbidden',
      emergencyIntervention: 'justified',
      borrowerBears: ['theft', 'loss', 'damage'],
      ownerUpdatesSoftware: true,
      ownerRoutineMaintenance: true,
      replacementDuty: false,
    },
  },
  annexes: [{ key: 'decision', title: 'Décision d’adhésion du co-contractant' }],
  correctedReadings: [
    { clause: 'modification', written: 'date de validité', read: 'date de fin de validité' },
  ],
  profile: { committeeYear: 'civil' },
  clauses: [
    {
      key: 'decision',
      number: null,
      title: "Décision d'adhésion",
      text: '{{decision_adhesion}}',
      binds: [],
      variables: [JOINING_DECISION],
    },
    {
      key: 'parties',
      number: null,
      title: 'Les parties',
      text: `
Entre {{chef_de_file.nom}}, dont le siège est situé {{chef_de_file.adresse}}, représenté par {{chef_de_file.representant}}, désigné ci-après « le Département », d'une part,

et {{partenaire.nom}}, dont le siège est situé {{partenaire.adresse}}, représenté par {{partenaire.representant}}, désigné ci-après « le co-contractant », d'autre part.

Le Département et le co-contractant sont désignés ensemble comme « les Parties ».`,
      binds: ['parties'],
      variables: [
        LEAD_NAME,
        LEAD_ADDRESS,
        LEAD_REPRESENTATIVE,
        PARTNER_NAME,
        PARTNER_ADDRESS,
        PARTNER_REPRESENTATIVE,
      ],
    },
    {
      key: 'preambule',
      number: null,
      title: 'Préambule',
      text: `
Près d'une personne sur deux rencontre encore une difficulté avec le numérique. Les plus âgés et les moins diplômés sont les plus touchés, mais personne n'est à l'abri : savoir envoyer un courriel n'est pas savoir faire une démarche, et l'aisance avec un écran n'est pas la compréhension de ce qui s'y passe.

L'équipement ne suffit donc pas. La médiation numérique apprend à comprendre les outils, à s'en servir seul et à exercer son jugement. Elle réunit des bénévoles, des aidants et des professionnels, dans des structures publiques et privées qui se complètent.

Le Département veut donner à ces acteurs un cadre commun, cohérent avec la politique nationale d'inclusion numérique.`,
      binds: [],
      variables: [],
    },
    {
      key: 'objectifs',
      number: '1',
      title: 'Objectifs',
      text: `
La convention vise à soutenir et à développer les services de médiation numérique rendus au plus près des habitants, pour que chacun puisse se servir seul des outils et des services en ligne, et aller plus loin s'il le souhaite.

Elle s'adresse à toute structure, publique ou privée, qui :

- fait connaître l'usage des logiciels et des services numériques ;
- aide à en comprendre les contenus et à porter sur eux un regard critique ;
- donne à chacun les moyens de créer avec eux.

Les Parties coopèrent dans la transparence et sans exclusivité. Elles cherchent à construire en confiance des services mis en commun pour l'ensemble du réseau.`,
      binds: [],
      variables: [],
    },
    {
      key: 'reseau',
      number: '2',
      title: 'Le réseau des territoires numériques apprenants',
      text: `
Le co-contractant est une collectivité territoriale, un établissement public de coopération intercommunale ou une association à but non lucratif, qui fait découvrir le numérique et initie à ses usages.

Les membres du réseau sont ouverts à tous les publics. Ils s'appuient souvent sur un équipement existant : médiathèque, mairie, école, centre social, maison de quartier.

Ils conduisent en particulier des activités :

- de lutte contre les inégalités devant le numérique, par l'accompagnement sur place ou hors les murs ;
- d'aide à l'usage des services en ligne : scolarité, emploi, démarches administratives ;
- de culture numérique : sciences, lecture, programmation, données, fabrication, compréhension de l'économie numérique.`,
      binds: [],
      variables: [],
    },
    {
      key: 'engagements',
      number: '3',
      title: 'Engagements des Parties',
      text: `
Le Département s'engage à :

- animer le réseau, notamment par un outil d'échange où les membres partagent leur veille et leurs pratiques ;
- aider les médiateurs à se professionnaliser ;
- mettre à la disposition des membres son matériel numérique mutualisé ;
- promouvoir les services de médiation par des outils communs ;
- faciliter les partenariats, du niveau local au niveau national.

Le co-contractant s'engage à :

- ouvrir ses lieux de médiation numérique à toute personne ;
- y proposer des ordinateurs connectés et du matériel adapté, pour un usage seul ou à plusieurs, occasionnel ou régulier ;
- assurer la présence d'au moins une personne capable d'accueillir et d'accompagner le public ;
- organiser des ateliers réguliers, pour débuter et pour se perfectionner ;
- participer aux animations du réseau ;
- respecter, lorsqu'il emprunte du matériel, les règles de l'article 4.`,
      binds: [],
      variables: [],
    },
    {
      key: 'pret',
      number: '4',
      title: 'Prêt du matériel départemental',
      text: `
Le Département possède un ensemble de matériels qu'il met en commun pour encourager les usages du numérique.

Ces matériels restent sa propriété. Le co-contractant n'y apporte aucune modification, sauf urgence dont il rend compte au Département.`,
      binds: ['lending.emergencyIntervention'],
      variables: [],
    },
    {
      key: 'pret-cocontractant',
      number: '4.1',
      title: 'Engagements du co-contractant',
      text: `
Le co-contractant s'engage à :

- ranger le matériel dans un local adapté et fermé ;
- l'assurer contre le vol et les dégradations ;
- prendre à sa charge les frais d'un vol, d'une perte ou d'une dégradation ;
- le rendre dans l'état où il l'a reçu.

Il n'entreprend aucune réparation. Il signale toute panne et toute dégradation au Département.`,
      binds: [
        'lending.secureStorage',
        'lending.insurance',
        'lending.borrowerBears',
        'lending.repairByBorrower',
      ],
      variables: [],
    },
    {
      key: 'pret-departement',
      number: '4.2',
      title: 'Engagements du Département',
      text: `
Le Département prête gratuitement les matériels inscrits à l'inventaire du réseau. Il les entretient et met leurs logiciels à jour.

Il n'est pas tenu de remplacer un matériel qui ne peut être réparé.`,
      binds: [
        'lending.free',
        'lending.ownerUpdatesSoftware',
        'lending.ownerRoutineMaintenance',
        'lending.replacementDuty',
      ],
      variables: [],
    },
    {
      key: 'pret-modalites',
      number: '4.3',
      title: 'Emprunt et restitution',
      text: `
Le co-contractant adresse sa demande aux services du Département, en indiquant ce qu'il compte faire du matériel et les dates souhaitées.`,
      binds: ['lending', 'lending.requestMustState'],
      variables: [],
    },
    {
      key: 'pret-duree',
      number: '4.3 a)',
      title: 'Durée du prêt',
      text: `
Un prêt ne dépasse pas trente jours. Le co-contractant qui a besoin de plus de temps le demande au Département, qui apprécie.`,
      binds: ['lending.maxDays', 'lending.beyond'],
      variables: [],
    },
    {
      key: 'pret-calendrier',
      number: '4.3 b)',
      title: "Calendrier d'utilisation",
      text: `
Le Département se sert en priorité de son matériel. Il peut refuser un prêt lorsqu'il en a lui-même l'usage aux dates demandées.`,
      binds: ['lending.ownerPriority'],
      variables: [],
    },
    {
      key: 'pret-transport',
      number: '4.3 c)',
      title: 'Transport',
      text: `
Le co-contractant vient chercher le matériel à la maison du Département, aux heures d'ouverture, et l'y rapporte, par ses propres moyens. Les heures du retrait et du retour sont convenues à l'avance.`,
      binds: ['lending.transportBy', 'lending.returnSameDesk', 'lending.slotFixedBeforehand'],
      variables: [],
    },
    {
      key: 'pret-etat-des-lieux',
      number: '4.3 d)',
      title: 'Inventaire et état des lieux',
      text: `
L'inventaire et l'état du matériel sont constatés ensemble à chaque emprunt.`,
      binds: ['lending.conditionReport'],
      variables: [],
    },
    {
      key: 'duree',
      number: '5',
      title: 'Durée',
      text: `
La convention entre en vigueur {{termes.entree_en_vigueur}}. Elle est conclue pour {{termes.duree}}.

{{termes.reconduction}} La question est portée à l'ordre du jour de l'entretien de fin d'année que prévoit l'article 7.

{{termes.denonciation}}`,
      binds: ['entry', 'initialYears', 'renewal', 'denunciation'],
      variables: [],
    },
    {
      key: 'communication',
      number: '6',
      title: 'Communication',
      text: `
Chaque Partie peut faire connaître l'existence et le contenu de la convention, sur ses sites et à toute personne qui le demande, en particulier aux autres membres du réseau.

Toute action qui met en valeur la coopération est menée ensemble. Aucune Partie ne communique sous une forme promotionnelle ou événementielle sans en avoir d'abord averti l'autre, qui peut réserver son accord. La demande est adressée par courriel à la personne référente du réseau au Département : {{chef_de_file.referent}}. Les contenus, les supports et les partenaires associés sont choisis d'un commun accord, par la même voie.

Les messages, les noms et les logos ne doivent prêter à aucune confusion sur la nature, la durée et les limites de la coopération, ni sur le rôle de chacun ; ils respectent l'image du Département.

Après chaque action commune, la Partie qui l'a conduite envoie à la personne référente un court bilan, en qualité et en chiffres.`,
      binds: ['communication'],
      variables: [LEAD_REFERENT],
    },
    {
      key: 'pilotage',
      number: '7',
      title: 'Comité de pilotage et indicateurs',
      text: `
Le comité de pilotage se réunit {{termes.reunions}} :

- en fin d'année, un entretien entre les deux Parties, pour tirer le bilan de l'année et préparer la suivante ;
- en milieu d'année, une réunion de tous les membres du réseau, pour partager leurs expériences.

Le Département en assure le secrétariat.

Le dialogue s'appuie sur des indicateurs, que les Parties peuvent adapter :

- la nature et le nombre des actions conduites : séances, ateliers, moyens fournis, événements ;
- la nature et le nombre des publics touchés ;
- l'appréciation de ces publics, recueillie par des fiches ou de vive voix.`,
      binds: ['committee'],
      variables: [],
    },
    {
      key: 'resiliation',
      number: '8',
      title: 'Résiliation',
      text: `
Lorsqu'une Partie manque à l'une de ses obligations, l'autre peut la mettre en demeure d'y remédier, par lettre recommandée avec avis de réception énonçant les manquements reprochés.

{{termes.resiliation}}

La Partie qui subit un dommage garde le droit d'en demander réparation.`,
      binds: ['formalNotice'],
      variables: [],
    },
    {
      key: 'modification',
      number: '9',
      title: 'Modification de la convention',
      text: `
Les Parties peuvent modifier la convention à tout moment, par un avenant signé de chacune.

{{termes.demande_avenant}}

Sauf indication contraire de l'avenant, celui-ci prend effet {{termes.effet_avenant}}. Les avenants signés font partie de la convention et lui sont annexés.`,
      binds: ['amendmentRequest', 'amendmentEffect'],
      variables: [],
    },
    {
      key: 'litiges',
      number: '10',
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

Pour le Département : {{chef_de_file.representant}}.`,
      binds: [],
      variables: [SIGNING_TOWN, PARTNER_REPRESENTATIVE, LEAD_REPRESENTATIVE],
    },
  ],
}
