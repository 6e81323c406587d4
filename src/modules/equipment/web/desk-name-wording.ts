/** « guichet de Saint-Lô » when its name says it is one, « guichet « Mairie annexe » » otherwise. */
export function deskText(name: string): string {
  return /^guichet \S/i.test(name) ? `g${name.slice(1)}` : `guichet « ${name} »`
}
