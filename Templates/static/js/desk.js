// The officer's desk: next report with one key, everything by keyboard, a draft that saves itself, and news as it comes.

import { call, Refused } from './api.js';
import { Connection } from './connection.js';
import { listed } from './evidence.js';
import { Fragments } from './fragments.js';
import { notify, say } from './notice.js';
import { Push } from './push.js';
import { words } from './words.js';

const SAVE_AFTER_MS = 1_200;
const HOLD_EVERY_MS = 30_000;
const LOOK_EVERY_MS = 20_000;
// Reports of the queue that are followed besides the open one; the rest is looked at now and then.
const FOLLOWED_ROWS = 12;
const ALL = ['desk-head', 'desk-queue', 'desk-report', 'desk-act'];

const root = document.querySelector('[data-desk]');
const fragments = new Fragments(root.dataset.fragments);

// MARK: News

const push = new Push();
new Connection(push);
push.follow('person:me', null, null, { events: () => fragments.refresh('desk-head', 'desk-queue'), resync: fresh });
const report = document.querySelector('[data-report-id]');
if (report) {
  const { stream, epoch, head } = report.dataset;
  push.follow(stream, epoch, Number(head), { events: () => fragments.refresh(...ALL), signal: held, resync: fresh, gone: () => fragments.refresh(...ALL) });
}

const followed = new Set(report ? [report.dataset.reportId] : []);

/** What moves in the queue shows at once. */
function followRows() {
  for (const row of Array.from(document.querySelectorAll('.queue-row')).slice(0, FOLLOWED_ROWS)) {
    const id = row.dataset.report;
    if (followed.has(id) || followed.size > FOLLOWED_ROWS) continue;
    followed.add(id);
    push.follow(`report:${id}`, null, null, { events: () => fragments.refresh('desk-head', 'desk-queue'), signal: held, resync: fresh, gone: () => followed.delete(id) });
  }
}

followRows();
document.addEventListener('ecabinet:part', (event) => { if (event.detail.name === 'desk-queue') followRows(); });

async function fresh() {
  fragments.refresh(...ALL);
  return { epoch: null, head: null };
}

setInterval(() => { if (!document.hidden) fragments.refresh('desk-head', 'desk-queue', 'desk-report'); }, LOOK_EVERY_MS);
document.addEventListener('visibilitychange', () => { if (!document.hidden) fragments.refresh(...ALL); });
document.addEventListener('ecabinet:done', () => fragments.refresh(...ALL));

// MARK: Keyboard

const KEYS = { j: () => step(1), k: () => step(-1), '/': () => focus('#desk-search'), '?': () => document.getElementById('keys').showModal(), e: () => focus('[data-answer-text]') };

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (event.target.closest('input, textarea, select')) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  const own = KEYS[event.key];
  if (own) {
    event.preventDefault();
    own();
    return;
  }
  const target = document.querySelector(`[data-shortcut="${CSS.escape(event.key)}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.nodeName === 'A') { target.click(); return; }
  const details = target.closest('details');
  if (target.nodeName === 'SUMMARY' && details) {
    details.open = true;
    details.querySelector('input, textarea, select')?.focus();
  } else {
    // What takes effect is never one key away: the key only goes there.
    (target.form?.querySelector('textarea, select, input:not([type="hidden"])') ?? target).focus();
  }
});

function focus(selector) {
  document.querySelector(selector)?.focus();
}

/** The next report of the queue, or the one before. */
function step(by) {
  const rows = Array.from(document.querySelectorAll('.queue-row'));
  const now = rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const next = rows[now < 0 ? 0 : now + by];
  if (next) next.click();
  else say(words('queueEnd'));
}

document.querySelector('.queue-row[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });

document.addEventListener('change', (event) => {
  if (event.target.matches('[data-filter] select')) event.target.form.requestSubmit();
});

// MARK: Fields that depend on others

function arrange() {
  for (const select of document.querySelectorAll('[data-changes]')) {
    const field = document.querySelector(`[data-changed="${select.dataset.changes}"]`);
    if (field) field.hidden = select.value === select.dataset.was;
  }
  const outcome = document.querySelector('#answer-outcome');
  const planned = document.querySelector('[data-planned]');
  if (planned) planned.hidden = outcome?.value !== 'planned';
  const other = document.querySelector('[data-pick-other]');
  for (const field of document.querySelectorAll('[data-other-unit]')) field.hidden = !other?.checked;
}

document.addEventListener('change', (event) => {
  arrange();
  const { target } = event;
  if (target.matches('[data-other-select]')) document.querySelector('[data-pick-other]').value = target.value;
  if (target.matches('[data-unit]')) {
    target.form.elements.unit.value = target.dataset.unit;
    target.form.elements.rule.value = target.dataset.rule;
  }
  if (target.matches('#reject-reason')) {
    const door = target.selectedOptions[0]?.dataset.door;
    if (door) target.form.elements.goInstead.value = door;
  }
});
document.addEventListener('ecabinet:part', (event) => { if (event.detail.name === 'desk-act') { arrange(); gate(); } });
document.addEventListener('ecabinet:collect', (event) => { delete event.detail.body.pick; });
arrange();

// MARK: The draft answer, saved as it is written, and what still blocks it

let timer = null;
let saved = null;

function draft(form) {
  const { text, outcome, plannedFor } = form.elements;
  return {
    text: text.value, ...(outcome.value ? { outcome: outcome.value } : {}), ...(plannedFor?.value ? { plannedFor: plannedFor.value } : {}),
    evidence: listed(form),
  };
}

function touched(event) {
  if (!event.target.closest('[data-answer]')) return;
  clearTimeout(timer);
  timer = setTimeout(save, SAVE_AFTER_MS);
}

document.addEventListener('input', touched);
document.addEventListener('ecabinet:evidence', touched);

async function save() {
  const form = document.querySelector('[data-answer]');
  if (!form) return;
  const body = draft(form);
  const text = JSON.stringify(body);
  if (text === saved) return;
  const state = form.querySelector('[data-save-state]');
  try {
    if (form.dataset.draft) await call('PUT', form.dataset.draft, body);
    saved = text;
    if (state) state.textContent = words('savedAt', { time: new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' }) });
  } catch (error) {
    if (state) state.textContent = error instanceof Refused ? error.message : words('notSaved');
  }
  gate();
}

async function gate() {
  const form = document.querySelector('[data-answer]');
  const list = form?.querySelector('[data-gate]');
  if (!list || !form.dataset.check) return;
  try {
    const { faults, flags } = await call('POST', form.dataset.check, draft(form));
    list.replaceChildren(...faults.map((text) => line(text, 'blocks')), ...flags.map((text) => line(text, 'looks')));
  } catch {
    // Without an answer the list stays as it was; sending says the same.
  }
}

function line(text, kind) {
  const item = document.createElement('li');
  item.className = kind;
  item.textContent = text;
  return item;
}

gate();

// MARK: What was written is never lost

const OWN_STEP_MS = 5_000;
const sentTexts = new Set();
let sentAt = 0;

document.addEventListener('ecabinet:done', ({ detail: { form } }) => {
  sentAt = Date.now();
  for (const field of form?.querySelectorAll('textarea') ?? []) sentTexts.add(field.value.trim());
});

/** A colleague was faster: what stood in a field that goes is kept where it can be read and copied. */
document.addEventListener('ecabinet:before-part', ({ detail: { name, current, wanted } }) => {
  if (name !== 'desk-act') return;
  const lost = Array.from(current.querySelectorAll('textarea:not([readonly])'), (field) => ({ field, text: field.value.trim() }))
    .filter(({ field, text }) => text && !sentTexts.has(text) && (field.value !== field.defaultValue || field.matches('[data-answer-text]')))
    .filter(({ field }) => !wanted.querySelector(`#${CSS.escape(field.id)}`));
  const before = current.querySelector('[data-kept]');
  const written = lost.map(({ text }) => text).join('\n\n');
  if (written) {
    clearTimeout(timer);
    // Once it is saved the server says who was faster.
    save().then(() => fragments.refresh('desk-act'));
    kept(wanted).textContent = written;
    if (Date.now() - sentAt > OWN_STEP_MS) notify(words('keptText'), { bad: true });
  } else if (before && !wanted.querySelector('[data-kept], [data-answer]')) {
    (wanted.firstElementChild ?? wanted).prepend(before.cloneNode(true));
  }
});

function kept(wanted) {
  if (!wanted.querySelector('[data-kept-text]')) (wanted.firstElementChild ?? wanted).prepend(document.querySelector('[data-kept-template]').content.cloneNode(true));
  return wanted.querySelector('[data-kept-text]');
}

// MARK: Who is at it

/** Says that this officer is at the report; the page tells the others. */
async function hold() {
  const address = report?.dataset.hold;
  if (!address || document.hidden) return;
  // Whoever may not, or is offline, simply does not say it.
  await call('POST', address, { held: true }).catch(() => null);
}

/** A colleague has opened a report, or left it: who waited behind him is named next. */
function held(name, { by }) {
  if (name !== 'held' || by === root.dataset.person) return;
  fragments.refresh('desk-queue', 'desk-report');
  if (!by) hold();
}

hold();
setInterval(hold, HOLD_EVERY_MS);
document.addEventListener('visibilitychange', hold);

/** The page goes: so that nobody waits for the silence, it says so in a request that outlives it. */
window.addEventListener('pagehide', () => {
  const address = report?.dataset.hold;
  if (!address) return;
  fetch(address, { method: 'POST', keepalive: true, credentials: 'same-origin', headers: { 'Content-Type': 'application/json' }, body: '{"held":false}' }).catch(() => null);
});
window.addEventListener('pageshow', (event) => { if (event.persisted) hold(); });

if (document.referrer && new URL(document.referrer).pathname === '/desk') document.getElementById('main')?.focus({ preventScroll: true });
