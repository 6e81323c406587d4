/** Our own outlines on a 24-unit grid, one stroke width, drawn as a single path each. */
const OUTLINES = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM15.3 15.3L20 20',
  pin: 'M12 21c-4-4.6-6.5-7.7-6.5-11a6.5 6.5 0 0 1 13 0c0 3.3-2.5 6.4-6.5 11zM12 7.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5z',
  map: 'M4 6.5l5-2.5 6 2.5 5-2.5v13.5L15 20l-6-2.5L4 20zM9 4v13.5M15 6.5V20',
  calendar: 'M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5v4M15.5 3.5v4',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 7.5V12l3.2 2',
  check: 'M4.5 12.5l5 5 10-11',
  'circle-check': 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM8 12.3l2.8 2.8L16 9.5',
  triangle: 'M12 4l9 16H3zM12 10v4.5M12 17v.3',
  diamond: 'M12 2.5l9.5 9.5-9.5 9.5L2.5 12zM12 7.5v5.5M12 16v.3',
  'circle-info': 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.7v.3',
  'circle-dashed':
    'M9.8 3.8a8.5 8.5 0 0 1 4.4 0M18 6a8.5 8.5 0 0 1 2.2 3.8M20.2 14.2A8.5 8.5 0 0 1 18 18M14.2 20.2a8.5 8.5 0 0 1-4.4 0M6 18a8.5 8.5 0 0 1-2.2-3.8M3.8 9.8A8.5 8.5 0 0 1 6 6',
  'circle-minus': 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM8 12h8',
  'arrow-left': 'M20 12H4.5M10.5 6l-6 6 6 6',
  'arrow-right': 'M4 12h15.5M13.5 6l6 6-6 6',
  'arrow-up': 'M12 20V4.5M6 10.5l6-6 6 6',
  'arrow-down': 'M12 4v15.5M6 13.5l6 6 6-6',
  external: 'M13.5 4.5h6v6M19.5 4.5L11 13M10 5.5H4.5v14h14V14',
  download: 'M12 4v11M7 10.5l5 5 5-5M4.5 20h15',
  upload: 'M12 16V5M7 9.5l5-5 5 5M4.5 20h15',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  mail: 'M3.5 6h17v12.5h-17zM3.5 7l8.5 6.5L20.5 7',
  phone:
    'M5 4h4l1.5 5L8 10.5a12 12 0 0 0 5.5 5.5L15 13.5l5 1.5v4c0 .8-.7 1.3-1.5 1.2C10.6 19.5 4.5 13.4 3.8 5.5C3.7 4.7 4.2 4 5 4z',
  plus: 'M12 4.5v15M4.5 12h15',
  cross: 'M6 6l12 12M18 6L6 18',
  pen: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5',
  bin: 'M4.5 7h15M9 7V4h6v3M6.5 7l1 13h9l1-13M10.2 11v5M13.8 11v5',
  person: 'M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM4.5 20.5c.5-4 3.5-6 7.5-6s7 2 7.5 6',
  people:
    'M9 5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7zM2.5 19.5c.4-3.5 3-5 6.5-5s6.1 1.5 6.5 5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.8c2.3.6 3.7 2.2 4 4.7',
  building: 'M5 20.5V4h9v16.5M14 9.5h5v11M3 20.5h18M8 8h3M8 12h3M8 16h3',
  document: 'M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5M9 12.5h6.5M9 16h6.5',
  menu: 'M4 6.5h16M4 12h16M4 17.5h16',
  box: 'M4 7.5l8-4 8 4v9l-8 4-8-4zM4 7.5l8 4 8-4M12 11.5v9',
  bell: 'M6 16.5v-6a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 20.5h4',
  switch: 'M4 8h14M14.5 4.5L18 8l-3.5 3.5M20 16H6M9.5 12.5L6 16l3.5 3.5',
} as const

export type IconName = keyof typeof OUTLINES

export const iconNames = Object.keys(OUTLINES) as IconName[]

/**
 * A silent drawing beside words: hidden from screen readers, so never the only bearer of a meaning. Its width is that of the
 * style sheet; said again for a page that came without it, which a drawing would fill.
 */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={OUTLINES[name]} />
    </svg>
  )
}
