// One press records everyone who is not recorded yet as being in the room; who is elsewhere is corrected in his row.

import { call } from './api.js';
import { ask } from './ask.js';
import { notify } from './notice.js';

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-mark-rest]');
  if (!button || button.getAttribute('aria-busy') === 'true') return;
  if (!(await ask(button.dataset.confirm, button.textContent.trim()))) return;
  button.setAttribute('aria-busy', 'true');
  try {
    for (const { url, payload } of unrecorded()) await call('PUT', url, JSON.parse(payload));
  } catch (error) {
    notify(error.message, { bad: true });
  } finally {
    button.removeAttribute('aria-busy');
    document.dispatchEvent(new CustomEvent('ecabinet:done', { detail: { button } }));
  }
});

/** The first mark of every member of whom nobody has said anything: no substitutes, nobody whose absence was agreed. */
function unrecorded() {
  return Array.from(document.querySelectorAll('[data-marks] [data-rest]'), (row) => row.querySelector('[data-action]').dataset);
}
