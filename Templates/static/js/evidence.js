// Photos and papers that go with an answer, an escalation or a finished task: sent as they are chosen, listed with the form.

import { randomHex, Refused } from './api.js';
import { icon, notify, say } from './notice.js';
import { language, words } from './words.js';

const KEY_BYTES = 16;

document.addEventListener('change', (event) => {
  const input = event.target.closest('input[data-upload]');
  if (!input || input.files.length === 0) return;
  upload(input, input.files[0]);
  input.value = '';
});

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-remove-evidence]');
  if (!button) return;
  const list = button.closest('[data-evidence-list]');
  button.closest('li').remove();
  changed(list);
});

document.addEventListener('ecabinet:collect', (event) => {
  const { body } = event.detail;
  for (const [selector, name] of [['[data-evidence]', 'evidence'], ['[data-attachments]', 'attachments']]) {
    const place = event.target.querySelector(selector);
    // A finished task names its files, an answer also what they are.
    if (place) body[name] = 'closeTask' in event.target.dataset ? listed(place).map(({ document: file }) => file) : listed(place);
  }
});

/** What is listed, as the API takes it. */
export function listed(place) {
  return Array.from(place.querySelectorAll('[data-evidence-list] > li'), ({ dataset }) => ({
    kind: dataset.kind, document: dataset.document, ...(dataset.number ? { number: dataset.number } : {}),
  }));
}

async function upload(input, file) {
  const label = document.querySelector(`label[for="${input.id}"]`);
  label?.setAttribute('aria-busy', 'true');
  try {
    const address = `${input.dataset.uploadUrl}${input.dataset.uploadUrl.includes('?') ? '&' : '?'}name=${encodeURIComponent(file.name)}`;
    const answer = await fetch(address, {
      method: 'POST', body: file, credentials: 'same-origin',
      headers: { Accept: 'application/json', 'Accept-Language': language, 'Content-Type': file.type || 'application/octet-stream', 'Idempotency-Key': randomHex(KEY_BYTES) },
    });
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refused(answer.status, body);
    add(input, file, body);
  } catch (error) {
    notify(error instanceof Refused ? error.message : words('unreachable'), { title: file.name, bad: true });
  } finally {
    label?.removeAttribute('aria-busy');
  }
}

function add(input, file, { id, href }) {
  const list = input.closest('fieldset').querySelector('[data-evidence-list]');
  const row = document.createElement('li');
  row.dataset.document = id;
  row.dataset.kind = input.dataset.as ?? input.dataset.upload;
  row.dataset.key = `evidence-${id}`;
  if (input.dataset.upload === 'photo' && href) {
    const image = document.createElement('img');
    Object.assign(image, { src: href, alt: '', width: 96, height: 64 });
    row.append(image);
  }
  const name = document.createElement('span');
  name.textContent = file.name;
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'btn plain square' });
  button.setAttribute('data-remove-evidence', '');
  button.setAttribute('aria-label', words('removeEvidence'));
  button.append(icon('remove'));
  row.append(name, button);
  list.append(row);
  say(words('attached', { name: file.name }));
  changed(list);
}

function changed(list) {
  list.dispatchEvent(new CustomEvent('ecabinet:evidence', { bubbles: true }));
}
