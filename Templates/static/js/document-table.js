// The table of papers: item and kind change where they stand; waiting papers are released together; arrows move between rows.

import { call } from './api.js';
import { notify } from './notice.js';

document.addEventListener('change', async (event) => {
  const field = event.target.closest('[data-document-field]');
  if (!field) return;
  const before = Array.from(field.options).find((option) => option.defaultSelected)?.value ?? '';
  try {
    const value = field.value === '' ? null : field.value;
    await call('PUT', field.dataset.url, { [field.dataset.documentField]: value });
    document.dispatchEvent(new CustomEvent('ecabinet:done', { detail: { field } }));
  } catch (error) {
    field.value = before;
    notify(error.message, { bad: true });
  }
});

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-release-all]');
  if (!button || button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  const waiting = Array.from(document.querySelectorAll('[data-document-row] [data-action][data-url$="/release"]'), (release) => release.dataset.url);
  try {
    for (const url of waiting) await call('POST', url);
  } catch (error) {
    notify(error.message, { bad: true });
  } finally {
    button.removeAttribute('aria-busy');
    document.dispatchEvent(new CustomEvent('ecabinet:done', { detail: { button } }));
  }
});

document.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
  const row = event.target.closest?.('[data-document-row]');
  if (!step || !row || event.target.closest('select, dialog')) return;
  const other = row[step]?.querySelector('a, select, button');
  if (!other) return;
  event.preventDefault();
  other.focus();
});
