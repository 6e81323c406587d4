interface ApplicationMail {
  reference: string
  schemeName: string
  holderName: string
  applicantName: string
  networkName: string
  headName: string
  address: string
}

/** The receipt, to those who applied: what was received, what happens next. */
export function receiptMail({
  reference,
  schemeName,
  holderName,
  networkName,
  headName,
  address,
}: ApplicationMail) {
  return {
    subject: `${networkName} : candidature ${reference} reçue`,
    body: [
      'Bonjour,',
      `Votre candidature au label ${schemeName}, pour ${holderName}, est arrivée sous le numéro ${reference}.`,
      `${headName} l’examine. S’il y manque une pièce, vous recevrez un courriel et le délai s’arrêtera jusqu’à votre réponse.`,
      `Vous pouvez la relire, la suivre ou la retirer ici : ${address}`,
      networkName,
    ].join('\n\n'),
  }
}

/** To those who will examine it. */
export function arrivalMail({
  reference,
  schemeName,
  holderName,
  applicantName,
  networkName,
  address,
}: ApplicationMail) {
  return {
    subject: `${networkName} : nouvelle candidature ${reference}`,
    body: [
      'Bonjour,',
      `${applicantName} a envoyé une candidature au label ${schemeName}, pour ${holderName}, sous le numéro ${reference}.`,
      `Elle attend dans la file d’instruction : ${address}`,
      networkName,
    ].join('\n\n'),
  }
}
