/** Imported first by every entry: on an older Node the product would fail later, and without a word. */
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) {
  console.error(
    `Maillage demande Node 24 ou plus récent ; ce programme tourne sous Node ${process.versions.node}.\n` +
      'Lancez-le par npm (npm start, npm test…), qui apporte Node 24, ou installez Node 24.',
  )
  process.exit(1)
}
