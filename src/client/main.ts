/** What an island's file gives: it improves an element that already works without it. */
interface Island {
  enhance(element: HTMLElement): void | Promise<void>
}

const islands = import.meta.glob<Island>(['../modules/*/client/*.ts', './islands/*.ts'])

for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  const [module, name] = (element.dataset.island ?? '').split('/')
  // `client/…`: an island of several modules.
  const path = module === 'client' ? `./islands/${name}.ts` : `../modules/${module}/client/${name}.ts`
  const load = islands[path]
  // The page works without the island: a file that does not come is only worth a line in the console.
  load?.()
    .then((island) => island.enhance(element))
    .catch((error) => console.error(error))
}
