import { addDays, type Day } from '../../src/kernel/day.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import {
  type AgreementId,
  declareLink,
  keepOffice,
  prepareDecision,
  publishDecision,
  recordAuthority,
} from '../../src/modules/agreements/index.ts'
import type { Context } from '../../src/platform/context.ts'
import type { Services } from '../../src/platform/services.ts'

/** A deliberation of each party, with its paper: what 000 wants before anybody signs online. */
export async function seedAuthority(
  services: Services,
  context: Context,
  id: AgreementId,
  partner: { body: string; reference: string },
): Promise<void> {
  const decidedOn = addDays(context.today, -75)
  const both = [
    { party: 'region', body: 'Commission permanente', reference: 'CP-2026-118' },
    { party: 'cocontractant', ...partner },
  ]
  for (const act of both) {
    sure(
      await recordAuthority(context, id, {
        ...{ ...act, kind: 'deliberation', decidedOn, scope: 'Signer la convention et ses avenants' },
        ...{ from: null, until: null, decision: null, document: await paperOf(services, act, decidedOn) },
      }),
    )
  }
}

/** Who answers for each party, a delegation that ends within the year, and a double office declared. */
export async function seedPeople(services: Services, context: Context, id: AgreementId): Promise<void> {
  const from = addDays(context.today, -400)
  const people = [
    ['region', 'representative', 'Hugo Lestrade', 'directeur du numérique', ''],
    ['region', 'referent', 'Claire Maurel', 'chargée de mission', 'claire.maurel@demonstration.example'],
    ['cocontractant', 'representative', 'Sophie Tanguy', 'présidente', ''],
    ['cocontractant', 'signer', 'Sophie Tanguy', 'présidente', ''],
    ['cocontractant', 'referent', 'Malik Roussel', 'responsable', 'malik.roussel@demonstration.example'],
  ] as const
  for (const [party, office, name, title, email] of people) {
    sure(
      await keepOffice(context, id, { party, office, name, title, email, phone: '', from, replaces: null }),
    )
  }
  const act = { party: 'region', body: 'Président de la Région', reference: 'ARR-2025-40' }
  sure(
    await recordAuthority(context, id, {
      ...{ ...act, kind: 'delegation_of_signature', decidedOn: from, scope: 'Conventions du réseau' },
      ...{ from, until: addDays(context.today, 130), decision: null },
      document: await paperOf(services, act, from),
    }),
  )
  sure(
    await declareLink(context, id, {
      ...{ party: 'cocontractant', name: 'Sophie Tanguy', office: 'signe la convention' },
      ...{ body: 'Comité des labels', role: 'membre', from: addDays(context.today, -200) },
      measure: 'Se retire quand un lieu du Val de Mer est examiné.',
    }),
  )
}

/** A decision by which a partner joins, published with its remedies; and another that still lacks them. */
export async function seedDecisions(context: Context, id: AgreementId): Promise<void> {
  const decidedOn = addDays(context.today, -34)
  const decision = {
    agreementId: id,
    kind: 'decision',
    body: 'Président de l’association Clics et Marées',
    legalBasis:
      'Statuts de l’association, article 12 ; délibération du conseil d’administration du mois précédent.',
    text: 'L’association adhère au réseau des territoires numériques apprenants.\nLe président signe la convention et ses avenants.',
  } as const
  const published = sure(
    await prepareDecision(
      context,
      {
        ...{
          ...decision,
          reference: 'P002',
          object: 'Adhésion au réseau des territoires apprenants',
          decidedOn,
        },
        remedies:
          'Cette décision peut être contestée devant le tribunal administratif de Caen dans les deux mois de sa publication.',
        transmittedOn: addDays(decidedOn, 5),
      },
      null,
    ),
  )
  sure(await publishDecision(context, published, addDays(decidedOn, 6)))
  const second = {
    reference: 'P003',
    object: 'Prêt de matériel au réseau',
    decidedOn: addDays(context.today, -3),
  }
  sure(await prepareDecision(context, { ...decision, ...second, remedies: '', transmittedOn: null }, null))
}

/** A page that stands for the scan. */
async function paperOf(services: Services, act: { body: string; reference: string }, on: Day) {
  const content = await services.documents.pdf({
    template: 'src/modules/agreements/documents/sheet.typ',
    data: {
      ...{ title: `Acte ${act.reference}`, issuer: act.body, reference: act.reference, letter: null },
      intro: `Document de démonstration, daté du ${on}.`,
      parts: [],
    },
    createdAt: services.clock.now(),
    standard: 'a-2a',
  })
  const sha256 = await services.files.put(content)
  return { name: `${act.reference}.pdf`, mediaType: 'application/pdf', content, sha256 }
}

function sure<T>(outcome: T): Exclude<T, { refused: string } | null | undefined> {
  if (outcome === null || outcome === undefined || isRefusal(outcome)) {
    throw new Error(`The demonstration could not be made: ${JSON.stringify(outcome)}`)
  }
  return outcome as Exclude<T, { refused: string } | null | undefined>
}
