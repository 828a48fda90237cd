// Conclusions are saved when the secretary leaves the field, and a page with unsaved words does not close silently.

import './live.js';
import { send } from './api-form.js';
import { timeOfDay } from './clock.js';
import { words } from './words.js';

const SELECTOR = 'form[data-autosave] textarea';

document.addEventListener('change', async (event) => {
  const field = event.target.closest(SELECTOR);
  if (!field) return;
  if (await send(field.form)) settle(field);
});

document.addEventListener('ecabinet:done', ({ detail }) => {
  const field = detail.form?.querySelector('textarea');
  if (field?.closest('[data-autosave]')) settle(field);
});

document.addEventListener('input', (event) => {
  const field = event.target.closest(SELECTOR);
  if (field) state(field, words('unsaved'));
});

window.addEventListener('beforeunload', (event) => {
  const unsaved = Array.from(document.querySelectorAll(SELECTOR)).some((field) => field.value !== field.defaultValue);
  if (unsaved) event.preventDefault();
});

/** What is stored becomes what the page began with. */
function settle(field) {
  field.defaultValue = field.value;
  state(field, words('savedAt', { time: timeOfDay() }));
}

function state(field, text) {
  const place = field.form.querySelector('[data-save-state]');
  if (place) place.textContent = text;
}
