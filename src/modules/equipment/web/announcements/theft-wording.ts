/** The complaint of a theft out of any loan waits for its reference: said to those who decide in the inventory. EQP-902. */
export function theftMail({
  networkName,
  what,
  address,
}: {
  networkName: string
  what: string
  address: string
}): { subject: string; body: string } {
  const body = [
    'Bonjour,',
    `Le vol de ${what}, hors de tout prêt, n’a pas encore la référence de sa plainte. L’assurance l’exigera.`,
    `Notez-la sur la page de l’incident : ${address}`,
    networkName,
  ]
  return {
    subject: `${networkName} : plainte à compléter pour ${what}`,
    body: body.join('\n\n'),
  }
}
