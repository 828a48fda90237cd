// Buttons that call the API: <button data-action data-method data-url data-payload data-confirm data-said>.

import { call } from './api.js';
import { versionSeen } from './api-form.js';
import { ask } from './ask.js';
import { notify } from './notice.js';
import { withPassword } from './reauthenticate.js';

const SELECTOR = '[data-action]';

document.addEventListener('click', (event) => {
  const button = event.target.closest(SELECTOR);
  if (!button) return;
  event.preventDefault();
  perform(button);
});

async function perform(button) {
  if (button.getAttribute('aria-busy') === 'true') return;
  if (button.getAttribute('aria-disabled') === 'true') {
    notify(button.dataset.blocked ?? '', { bad: true, stays: false });
    return;
  }
  const { method, url, payload, confirm } = button.dataset;
  const word = button.getAttribute('aria-label') ?? button.textContent.trim();
  if (confirm && !(await ask(confirm, word))) return;
  button.setAttribute('aria-busy', 'true');
  try {
    const answer = await withPassword(() => call(method, url, payload ? JSON.parse(payload) : undefined, { version: versionSeen(button) }));
    button.closest('details[data-menu]')?.removeAttribute('open');
    if (button.dataset.said) notify(button.dataset.said);
    document.dispatchEvent(new CustomEvent('ecabinet:done', { detail: { button, url, answer } }));
  } catch (error) {
    notify(error.message, { title: word, bad: true });
  } finally {
    button.removeAttribute('aria-busy');
  }
}
