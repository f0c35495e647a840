/** Small pictures drawn here, so that they look the same everywhere. Always beside words or a label. */

const paths = {
  text: 'M5 9h14M5 15h14M10 4 8 20M16 4l-2 16',
  announcement: 'M4 10v4h3l8 5V5L7 10zM18.5 9a4 4 0 0 1 0 6',
  'bot-direct-message': 'M4 5h16v11H11l-5 4v-4H4z',
  'private-channel': 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-5 4-6 8-6s8 1 8 6',
  reply: 'M10 5 4 11l6 6M4 11h9c4 0 7 2 7 7',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  add: 'M12 5v14M5 12h14',
  send: 'M4 12 20 4l-4 16-5-6zM11 14l9-10',
  close: 'M6 6l12 12M18 6 6 18',
  menu: 'M4 6h16M4 12h16M4 18h16',
  window: 'M9 9V5h10v10h-4M5 9h10v10H5z',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  file: 'M6 3h8l4 4v14H6zM14 3v5h4',
  outside: 'M9 5h10v10M19 5 6 18',
  down: 'M6 9l6 6 6-6',
  dark: 'M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10z',
  light:
    'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5',
} as const;

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
