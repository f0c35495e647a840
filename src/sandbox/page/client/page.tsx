import { render } from 'preact';
import { App } from './app.tsx';
import { start } from './state.ts';
import { applyTheme } from './theme.ts';

const root = document.getElementById('page');
if (root) {
  applyTheme();
  render(<App />, root);
  start();
}
