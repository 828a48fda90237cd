// The clock of whoever speaks, by the server's time: what is left, a warning a minute before the end and at the end. The speaker's
// own device vibrates. [data-speech data-spoken data-since? data-limit? data-mine?] with [data-speech-text] inside.

import { serverTime } from './clock.js';
import { notify } from './notice.js';
import { words } from './words.js';

const TICK_MS = 250;
const WARNING_S = 60;
const MINUTE_PATTERN_MS = [200];
const OVER_PATTERN_MS = [300, 150, 300, 150, 300];

// Warnings given already: once each, however often the page is drawn again.
const given = new Set();

function tick() {
  for (const clock of document.querySelectorAll('[data-speech]')) show(clock);
}

function show(clock) {
  const { speech, spoken, since, limit } = clock.dataset;
  const spokenS = Math.floor((Number(spoken) + (since ? Math.max(0, serverTime() - Number(since)) : 0)) / 1000);
  const left = limit ? Math.floor(Number(limit) / 1000) - spokenS : null;
  const text = clock.querySelector('[data-speech-text]');
  const shown = left === null ? time(spokenS) : left >= 0 ? words('speechLeft', { time: time(left) }) : words('speechPast', { time: time(-left) });
  if (text.textContent !== shown) text.textContent = shown;
  clock.classList.toggle('soon', left !== null && left <= WARNING_S && left > 0);
  clock.classList.toggle('over', left !== null && left <= 0);
  if (!since || left === null || clock.dataset.mine === undefined) return;
  const isItem = clock.dataset.itemTime !== undefined;
  // Another limit, another warning: who is given more time is told again when that is over.
  if (left <= 0) warn(`${speech} ${limit} over`, words(isItem ? 'itemTimeOver' : 'speechOver'), OVER_PATTERN_MS);
  else if (left <= WARNING_S && Number(limit) > WARNING_S * 1000) warn(`${speech} ${limit} minute`, words(isItem ? 'itemTimeMinute' : 'speechMinute'), MINUTE_PATTERN_MS);
}

function warn(key, sentence, pattern) {
  if (given.has(key)) return;
  given.add(key);
  notify(sentence);
  navigator.vibrate?.(pattern);
}

function time(seconds) {
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

tick();
setInterval(tick, TICK_MS);
