/** A source that has not answered for seven days. DIR-90. */
export function silenceMail({ peer, network, address }: { peer: string; network: string; address: string }) {
  return {
    subject: `${peer} ne répond plus depuis sept jours`,
    body: [
      'Bonjour,',
      `Le réseau « ${peer} », dont ${network} montre les lieux, ne répond plus depuis sept jours. Ses fiches restent affichées, avec la mention de leur ancienneté.`,
      `Voir ce qui s’est passé : ${address}`,
      'Nous continuons d’essayer. Si ce réseau a changé d’adresse ou de clé, déclarez-le de nouveau.',
    ].join('\n\n'),
  }
}
