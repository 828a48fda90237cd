// Forms that send JSON: <form data-api data-method data-url data-done="clear|close|say|reload" data-next="/path/{id}">.
// A refused field is marked where it stands; the first one takes the focus.

import { call } from './api.js';
import { icon, notify, say } from './notice.js';

document.addEventListener('submit', (event) => {
  const form = event.target.closest('form[data-api]');
  if (!form) return;
  event.preventDefault();
  send(form);
});

/** Sends a form; true when the server took it. */
export async function send(form) {
  const button = form.querySelector('button[type="submit"]');
  if (button?.getAttribute('aria-busy') === 'true') return false;
  clearProblems(form);
  const { address, body } = collect(form);
  // Whoever keeps a part of the form that is no field adds it here.
  form.dispatchEvent(new CustomEvent('ecabinet:collect', { detail: { body }, bubbles: true }));
  button?.setAttribute('aria-busy', 'true');
  try {
    const answer = await call(form.dataset.method, address, body, { version: versionSeen(form) });
    finish(form, answer);
    document.dispatchEvent(new CustomEvent('ecabinet:done', { detail: { form, url: address, answer } }));
    return true;
  } catch (error) {
    showProblems(form, error);
    return false;
  } finally {
    button?.removeAttribute('aria-busy');
  }
}

function collect(form) {
  const body = {};
  let address = form.dataset.url;
  for (const field of form.elements) {
    if (!field.name || field.matches(':disabled') || field.nodeName === 'FIELDSET') continue;
    const type = field.dataset.type;
    if (type === 'flag') { put(body, field.name, field.checked); continue; }
    // Boxes of one name make a list, of those that are ticked.
    if (type === 'list') { body[field.name] ??= []; if (field.checked) body[field.name].push(field.value); continue; }
    if ((field.type === 'radio' || field.type === 'checkbox') && !field.checked) continue;
    const text = field.value;
    if (type === 'path') address = address.replace(`{${field.name}}`, encodeURIComponent(text));
    else if (type === 'number') { if (text !== '') put(body, field.name, Number('digits' in field.dataset ? text.replace(/[\s.,]/g, '') : text)); else if ('mayBeNull' in field.dataset) put(body, field.name, null); }
    else if (type === 'several') put(body, field.name, Array.from(field.selectedOptions, (option) => option.value));
    else if (type === 'optional') { if (text.trim() !== '') put(body, field.name, text); }
    else if (type === 'answer') (body[field.name] ??= []).push({ userId: field.dataset.user, choice: text });
    else if (type === 'lines') putLines(body, field.name, text);
    else if (type === 'json') { if (text !== '') put(body, field.name, JSON.parse(text)); }
    else if (type === 'instant' && text === '' && 'mayBeEmpty' in field.dataset) continue;
    else if (type === 'instant') put(body, field.name, text ? `${text.length === 16 ? `${text}:00` : text}${field.dataset.offset}` : '');
    else put(body, field.name, text);
  }
  return { address, body };
}

/** One title a line; nothing where there is none. */
function putLines(body, name, text) {
  const titles = text.split('\n').map((line) => line.trim()).filter(Boolean);
  if (titles.length) put(body, name, titles.map((title) => ({ title })));
}

/** "quorum.numerator" is a member of a member, "options.0.text" a member of the first of a list. */
function put(body, name, value) {
  const path = name.split('.');
  let place = body;
  path.slice(0, -1).forEach((step, index) => { place = place[step] ??= /^\d+$/.test(path[index + 1]) ? [] : {}; });
  place[path.at(-1)] = value;
}

/** The version of the thing that the page shows; what was changed meanwhile is not overwritten. */
export function versionSeen(element) {
  return element.closest('[data-if-match]')?.dataset.ifMatch ?? null;
}

function finish(form, answer) {
  const { done, next, say: sentence } = form.dataset;
  if (next) {
    location.assign(next.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(answer?.[name] ?? '')));
    return;
  }
  if (done === 'reload') { location.reload(); return; }
  if (done === 'clear') {
    form.reset();
    form.querySelector('input:not([type="hidden"]), textarea')?.focus();
  }
  if (done === 'close') form.closest('dialog')?.close();
  if (form.querySelector('input[type="password"]')) form.reset();
  if (sentence) notify(sentence);
}

function showProblems(form, error) {
  const homeless = [];
  for (const { pointer, detail } of error.fields ?? []) {
    const name = pointer.replace(/^\//, '').replaceAll('/', '.');
    const found = form.elements.namedItem(name);
    // Several of a name are the buttons of one choice: the first stands for them.
    const field = found instanceof RadioNodeList ? found[0] : found;
    if (field && field.type !== 'hidden') mark(field, detail);
    else homeless.push(detail);
  }
  if (homeless.length || !(error.fields ?? []).length) {
    const problem = document.createElement('p');
    problem.className = 'form-problem';
    problem.setAttribute('role', 'alert');
    const text = document.createElement('span');
    text.textContent = homeless.length ? homeless.join(' ') : error.message;
    problem.append(icon('warning'), text);
    form.prepend(problem);
  } else {
    say(error.message, 'assertive');
  }
  form.querySelector('[aria-invalid="true"]')?.focus();
}

function mark(field, detail) {
  const wrong = document.createElement('span');
  wrong.className = 'wrong';
  wrong.id = `${field.id || field.name}-wrong`;
  wrong.textContent = detail;
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', wrong.id);
  (field.closest('.field') ?? field.parentElement).append(wrong);
}

function clearProblems(form) {
  for (const element of form.querySelectorAll('.form-problem, .wrong')) element.remove();
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  }
}
