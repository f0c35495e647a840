/** Dark or light: as the system says until somebody chooses; the choice is kept in this browser. */

import { signal } from '@preact/signals';

type Theme = 'dark' | 'light';

const key = 'theme';
const chosen = localStorage.getItem(key);
const system = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';

export const theme = signal<Theme>(chosen === 'dark' || chosen === 'light' ? chosen : system);

export function applyTheme(): void {
  document.documentElement.dataset.theme = theme.value;
}

export function switchTheme(): void {
  theme.value = theme.value === 'dark' ? 'light' : 'dark';
  localStorage.setItem(key, theme.value);
  applyTheme();
}
