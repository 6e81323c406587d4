import type { Reading } from '../../domain/profile.ts'

interface ReadingWords {
  /** What the clause does not settle. */
  readonly question: string
  readonly values: Readonly<Record<string, string>>
}

/** Every parameter of the interpretation profile, as a lawyer would read it. AGR-77. */
export const readingWords: Record<Reading, ReadingWords> = {
  timezone: {
    question: 'À quelle heure change-t-on de jour ?',
    values: { 'Europe/Paris': 'À minuit, heure de Paris' },
  },
  dayCount: {
    question: 'Comment compter un délai en jours ?',
    values: {
      calendar_days_excluding_trigger_day: 'En jours calendaires, le premier compté étant le lendemain',
    },
  },
  monthCount: {
    question: 'Comment compter un délai en mois quand le quantième n’existe pas ?',
    values: {
      same_day_number_else_last_day_of_month: 'Jusqu’au dernier jour du mois',
      reject_ambiguous: 'Le jour n’est pas calculé : les parties le fixent',
    },
  },
  termLastDay: {
    question: 'Quel est le dernier jour d’une durée en années ?',
    values: {
      eve_of_anniversary_else_last_day_of_month: 'La veille de l’anniversaire',
      anniversary_day: 'Le jour anniversaire',
    },
  },
  anchor: {
    question: 'D’où se comptent les périodes reconduites ?',
    values: {
      original_entry_date: 'Toujours de la première entrée en vigueur',
      previous_period_start: 'Du début de la période précédente',
    },
  },
  weekendHolidayShift: {
    question: 'Un délai qui finit un jour non ouvré est-il reporté ?',
    values: { none: 'Non', next_working_day: 'Oui, au jour ouvré suivant' },
  },
  signatureOfPluralParties: {
    question: '« Sa signature » : laquelle, quand les parties signent à des jours différents ?',
    values: { last: 'La dernière' },
  },
  denunciationInInitialTerm: {
    question: '« À tout moment » : la dénonciation peut-elle couper la première période ?',
    values: { allowed: 'Oui', renewals_only: 'Non, elle n’empêche que les reconductions' },
  },
  denunciationPastTerm: {
    question: 'Un préavis plus long que la période qui reste',
    values: {
      notice_runs_to_its_end: 'Court jusqu’à son terme',
      term_ends_it: 'S’arrête à la fin de la période',
    },
  },
  formalNoticeReading: {
    question: 'Les trente jours de la mise en demeure',
    values: {
      cure_period: 'Sont laissés pour réparer ; la résiliation vient après',
      window: 'Sont ceux pendant lesquels on peut résilier',
    },
  },
  lateRemedy: {
    question: 'Un manquement réparé après le délai',
    values: {
      recorded_only: 'Est noté, sans fermer le droit de résilier',
      closes_right: 'Ferme le droit de résilier',
    },
  },
  terminationLastDay: {
    question: 'Quel est le dernier jour d’une convention résiliée ?',
    values: { day_of_sending: 'Le jour de l’envoi de la lettre', day_of_receipt: 'Le jour de sa réception' },
  },
  unclaimedLetterReceipt: {
    question: 'Quand une lettre non réclamée est-elle reçue ?',
    values: {
      first_presentation: 'À sa première présentation',
      return_date: 'Le jour de son retour',
      none: 'Jamais : aucun délai ne court',
    },
  },
  silenceIsConsent: { question: 'Le silence vaut-il accord ?', values: { false: 'Jamais' } },
  requestLimitEnd: {
    question: 'Trois mois avant quelle fin la demande d’avenant doit-elle arriver ?',
    values: {
      period_end_or_earlier_end: 'La fin de la période, ou une fin connue plus proche',
      period_end: 'La fin de la période',
    },
  },
  lateRequest: {
    question: 'Une demande d’avenant arrivée trop tard',
    values: { flagged: 'Est signalée, et peut encore aboutir', refused: 'Est refusée' },
  },
  correctedReadings: {
    question: 'Les mots manquants d’un article',
    values: { listed: 'Sont complétés comme le modèle l’indique' },
  },
  renewalWithoutModality: {
    question: 'Une reconduction dont le texte ne dit pas la forme',
    values: {
      signed_act_required: 'Demande un acte signé par toutes les parties',
      committee_decision_suffices: 'Peut résulter d’une décision du comité',
    },
  },
  expressRenewalWithoutDuration: {
    question: 'Une reconduction expresse sans durée',
    values: { refused: 'N’est pas enregistrée' },
  },
  labelScopeOnPartialTermination: {
    question: 'Quels labels tombent avec une résiliation partielle ?',
    values: { places_in_scope: 'Ceux des lieux visés', all_places: 'Ceux de tous les lieux' },
  },
  labelAfterOtherEnd: {
    question: 'Que deviennent les labels quand la convention finit sans résiliation ?',
    values: { ended: 'Ils arrivent à leur terme', withdrawn: 'Ils sont retirés' },
  },
  semester: { question: 'Quel semestre ?', values: { civil: 'Le semestre civil' } },
  entrySemester: {
    question: 'La fiche d’un lieu est-elle à confirmer dès le semestre d’entrée ?',
    values: { covered: 'Non, la première liste en tient lieu', owed: 'Oui' },
  },
  committeeYear: {
    question: '« Une fois par an » : quelle année ?',
    values: { contract: 'L’année de la convention', civil: 'L’année civile' },
  },
  abstention: {
    question: 'Une abstention empêche-t-elle l’unanimité ?',
    values: { blocks: 'Oui', neutral: 'Non' },
  },
  delegationOutsideValidity: {
    question: 'Une signature donnée hors de sa délégation',
    values: { counts_flagged: 'Compte, et reste à ratifier', does_not_count: 'Ne compte pas' },
  },
  existenceUnwritten: {
    question: 'Dire que la convention existe, quand le texte n’en parle pas',
    values: { approval: 'Demande l’accord de l’autre partie', free: 'Est libre' },
  },
  holidayCalendar: {
    question: 'Quels jours fériés ?',
    values: { metropole: 'Ceux de métropole', alsace_moselle: 'Ceux d’Alsace et de Moselle' },
  },
}

export function readingValue(parameter: Reading, value: string | boolean | null): string {
  if (value === null) return 'Selon ce que dit le texte du comité'
  return readingWords[parameter].values[String(value)] ?? 'Le calendrier du territoire choisi'
}
