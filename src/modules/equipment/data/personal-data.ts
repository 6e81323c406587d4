import { sql } from 'kysely'
import { inside, type PersonalData, sectionFrom } from '../../../platform/privacy/personal-data.ts'

/** What a person asked for, handed over, signed and kept in order. */
export const equipmentPersonalData: PersonalData = {
  module: 'equipment',
  title: 'Matériel prêté',
  read: (db, { id }, within) =>
    Promise.all([
      sectionFrom(db, {
        key: 'reglements',
        title: 'Règlements d’inventaire que vous avez modifiés',
        table: 'equipment.policy_version',
        columns: {
          recorded_at: ['date', 'Date'],
          recorded_by: ['recorded_by', 'Enregistré par'],
        },
        where: sql<boolean>`t.recorded_by = ${id} and t.inventory_id in
          (select i.id from equipment.inventory i where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'roles-materiel',
        title: 'Vos rôles dans un inventaire',
        table: 'equipment.inventory_role',
        columns: {
          given_at: ['date', 'Date'],
          person_id: ['personne', 'Personne'],
        },
        where: sql<boolean>`t.person_id = ${id} and t.inventory_id in
          (select i.id from equipment.inventory i where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'exemplaires',
        title: 'Exemplaires mis en service ou hors service par vous',
        table: 'equipment.lifecycle_event',
        columns: {
          recorded_at: ['date', 'Date'],
          recorded_by: ['recorded_by', 'Enregistré par'],
        },
        where: sql<boolean>`t.recorded_by = ${id} and t.unit_id in (select u.id from equipment.unit u
          join equipment.inventory i on i.id = u.inventory_id where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'fichiers-d-inventaire',
        title: 'Fichiers que vous avez envoyés à un inventaire',
        table: 'equipment.import_run',
        columns: {
          created_at: ['date', 'Date'],
          created_by: ['created_by', 'Envoyé par'],
        },
        where: sql<boolean>`t.created_by = ${id} and t.inventory_id in
          (select i.id from equipment.inventory i where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'consommables',
        title: 'Consommables que vous avez entrés ou sortis',
        table: 'equipment.consumable_move',
        columns: {
          recorded_at: ['date', 'Date'],
          recorded_by: ['recorded_by', 'Enregistré par'],
        },
        where: sql<boolean>`t.recorded_by = ${id} and t.consumable_id in (select n.id from equipment.consumable n
          join equipment.inventory i on i.id = n.inventory_id where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'transferts',
        title: 'Exemplaires que vous avez envoyés à un autre guichet',
        table: 'equipment.unit_transfer',
        columns: {
          planned_at: ['date', 'Date'],
          planned_by: ['planned_by', 'Enregistré par'],
        },
        where: sql<boolean>`t.planned_by = ${id} and t.unit_id in (select u.id from equipment.unit u
          join equipment.inventory i on i.id = u.inventory_id where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'reexamens',
        title: 'Demandes de réexamen auxquelles vous avez répondu',
        table: 'equipment.reexamination',
        columns: {
          answered_at: ['date', 'Date'],
          answered_by: ['answered_by', 'Réponse de'],
        },
        where: sql<boolean>`t.answered_by = ${id} and t.line_id in (select l.id from equipment.loan_line l
          join equipment.loan_request i on i.id = l.request_id where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'demandes-de-pret',
        title: 'Demandes de prêt que vous avez faites ou écrites',
        table: 'equipment.loan_request',
        columns: {
          created_at: ['date', 'Date'],
          requested_by: ['requested_by', 'Demandé par'],
          entered_by: ['entered_by', 'Écrit par'],
          collector_name: ['collector_name', 'Personne qui vient retirer'],
          collector_quality: ['collector_quality', 'Sa fonction'],
          collector_phone: ['collector_phone', 'Son téléphone'],
        },
        where: sql<boolean>`(t.requested_by = ${id} or t.entered_by = ${id}) and ${inside('t.network_id', within)}`,
      }),
      sectionFrom(db, {
        key: 'actes-de-pret',
        title: 'Actes de prêt que vous avez enregistrés',
        table: 'equipment.loan_event',
        columns: {
          recorded_at: ['date', 'Date'],
          recorded_by: ['recorded_by', 'Enregistré par'],
        },
        where: sql<boolean>`t.recorded_by = ${id} and t.line_id in (select l.id from equipment.loan_line l
          join equipment.loan_request i on i.id = l.request_id where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'reservations-materiel',
        title: 'Réservations que vous avez enregistrées',
        table: 'equipment.occupancy',
        columns: {
          recorded_at: ['date', 'Date'],
          responsible: ['responsible', 'Responsable'],
          recorded_by: ['recorded_by', 'Enregistré par'],
        },
        where: sql<boolean>`t.recorded_by = ${id} and t.unit_id in (select u.id from equipment.unit u
          join equipment.inventory i on i.id = u.inventory_id where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'remises',
        title: 'Remises et retours que vous avez enregistrés',
        table: 'equipment.custody',
        columns: {
          entered_at: ['date', 'Date'],
          entered_by: ['entered_by', 'Écrit par'],
          back_entered_by: ['back_entered_by', 'Retour écrit par'],
        },
        where: sql<boolean>`(t.entered_by = ${id} or t.back_entered_by = ${id}) and t.line_id in (select l.id from equipment.loan_line l
          join equipment.loan_request i on i.id = l.request_id where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'etats-des-lieux',
        title: 'États des lieux que vous avez dressés',
        table: 'equipment.condition_report',
        columns: {
          drawn_at: ['date', 'Date'],
          drawn_by: ['drawn_by', 'Dressé par'],
        },
        where: sql<boolean>`t.drawn_by = ${id} and t.line_id in (select l.id from equipment.loan_line l
          join equipment.loan_request i on i.id = l.request_id where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'signatures-materiel',
        title: 'États des lieux que vous avez signés',
        table: 'equipment.report_signature',
        columns: {
          signed_at: ['date', 'Date'],
          signer_name: ['signer_name', 'Nom'],
          signer_quality: ['signer_quality', 'Fonction'],
          person_id: ['personne', 'Personne'],
          drawing_file_id: ['signature', 'Signature dessinée'],
          witness_name: ['witness_name', 'Témoin'],
        },
        where: sql<boolean>`t.person_id = ${id} and t.report_id in (select r.id from equipment.condition_report r
          join equipment.loan_line l on l.id = r.line_id join equipment.loan_request i on i.id = l.request_id
          where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'incidents',
        title: 'Incidents que vous avez signalés',
        table: 'equipment.incident',
        columns: {
          reported_at: ['date', 'Date'],
          reported_by: ['reported_by', 'Signalé par'],
          witness_name: ['witness_name', 'Témoin'],
          emergency: ['emergency', 'Intervention d’urgence'],
        },
        where: sql<boolean>`t.reported_by = ${id} and t.unit_id in (select u.id from equipment.unit u
          join equipment.inventory i on i.id = u.inventory_id where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'suites-d-incident',
        title: 'Suites que vous avez données à un incident',
        table: 'equipment.incident_event',
        columns: {
          recorded_at: ['date', 'Date'],
          recorded_by: ['recorded_by', 'Enregistré par'],
        },
        where: sql<boolean>`t.recorded_by = ${id} and t.incident_id in (select n.id from equipment.incident n
          join equipment.unit u on u.id = n.unit_id join equipment.inventory i on i.id = u.inventory_id
          where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'entretiens',
        title: 'Entretiens que vous avez faits',
        table: 'equipment.maintenance_job',
        columns: {
          done_at: ['date', 'Date'],
          done_by: ['done_by', 'Fait par'],
        },
        where: sql<boolean>`t.done_by = ${id} and t.unit_id in (select u.id from equipment.unit u
          join equipment.inventory i on i.id = u.inventory_id where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'mises-a-jour',
        title: 'Mises à jour que vous avez faites',
        table: 'equipment.software_update',
        columns: {
          recorded_at: ['date', 'Date'],
          recorded_by: ['recorded_by', 'Enregistré par'],
        },
        where: sql<boolean>`t.recorded_by = ${id} and t.unit_id in (select u.id from equipment.unit u
          join equipment.inventory i on i.id = u.inventory_id where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'inventaires-physiques',
        title: 'Inventaires physiques que vous avez commencés ou signés',
        table: 'equipment.stock_taking',
        columns: {
          began_at: ['date', 'Date'],
          began_by: ['began_by', 'Commencé par'],
          signed_by: ['signed_by', 'Signé par'],
        },
        where: sql<boolean>`(t.began_by = ${id} or t.signed_by = ${id}) and t.inventory_id in
          (select i.id from equipment.inventory i where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'bilans-de-pret',
        title: 'Bilans de prêt que vous avez donnés',
        table: 'equipment.loan_outcome',
        columns: {
          recorded_at: ['date', 'Date'],
          recorded_by: ['recorded_by', 'Enregistré par'],
        },
        where: sql<boolean>`t.recorded_by = ${id} and t.line_id in (select l.id from equipment.loan_line l
          join equipment.loan_request i on i.id = l.request_id where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'agendas-materiel',
        title: 'Adresses d’agenda de prêt que vous avez créées',
        table: 'equipment.feed',
        columns: {
          created_at: ['date', 'Date'],
          created_by: ['created_by', 'Créée par'],
        },
        where: sql<boolean>`t.created_by = ${id} and ${inside('t.network_id', within)}`,
      }),
      sectionFrom(db, {
        key: 'passages-a-trancher',
        title: 'Envois du guichet arrivés trop tard, de vous ou tranchés par vous',
        table: 'equipment.desk_conflict',
        columns: {
          recorded_at: ['date', 'Date'],
          recorded_by: ['recorded_by', 'Envoyé par'],
          settled_by: ['settled_by', 'Tranché par'],
          typed: ['typed', 'Ce qui était noté'],
        },
        where: sql<boolean>`(t.recorded_by = ${id} or t.settled_by = ${id}) and t.line_id in (select l.id
          from equipment.loan_line l join equipment.loan_request i on i.id = l.request_id
          where ${inside('i.network_id', within)})`,
      }),
      sectionFrom(db, {
        key: 'envois-du-guichet',
        title: 'Actes du guichet que vous avez envoyés',
        table: 'equipment.act_key',
        columns: {
          made_at: ['date', 'Date'],
          person_id: ['personne', 'Personne'],
        },
        where: sql<boolean>`t.person_id = ${id}`,
      }),
    ]),
  async preview(db, { id }) {
    const { acts } = await db
      .selectFrom('equipment.loan_event')
      .select((of) => of.fn.countAll<number>().as('acts'))
      .where('recorded_by', '=', id)
      .executeTakeFirstOrThrow()
    if (acts === 0) return { gone: [], kept: [] }
    return {
      gone: ['Les rôles de la personne dans un inventaire et les adresses d’agenda de prêt qu’elle a créées'],
      kept: [
        {
          what: `Les actes de prêt enregistrés par la personne (${acts}), et ce qu’elle a signé au guichet`,
          why: 'Ils prouvent qui a eu le matériel : l’histoire d’un prêt n’est jamais réécrite.',
        },
      ],
    }
  },
  /** The story of a loan keeps an account without a name. Calendars that follow it stop; roles go with the account. */
  async erase(tx, { id }) {
    await tx.deleteFrom('equipment.feed').where('created_by', '=', id).execute()
    await tx.deleteFrom('equipment.inventory_role').where('person_id', '=', id).execute()
    await tx.deleteFrom('equipment.act_key').where('person_id', '=', id).execute()
    await tx
      .updateTable('equipment.report_signature')
      .set({ person_id: null })
      .where('person_id', '=', id)
      .execute()
  },
}
