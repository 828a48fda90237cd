// Clocks and countdowns, by the server's time: [data-clock], [data-until="ms"], [data-countdown="seconds"].

import { language, words } from './words.js';

const TICK_MS = 1_000;
// Farther away than this, the moment itself (as the server wrote it) says more than a countdown.
const FAR_S = 3_600;

const serverNow = Number(document.querySelector('[data-now]')?.dataset.now);
const offset = serverNow ? serverNow - Date.now() : 0;
const loadedAt = Date.now();
const hours = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Ho_Chi_Minh' });

/** Milliseconds since 1970 by the server's clock. */
export function serverTime() {
  return Date.now() + offset;
}

/** "09:14", in the office's time zone. */
export function timeOfDay(instant = Date.now() + offset) {
  return hours.format(instant);
}

function tick() {
  for (const clock of document.querySelectorAll('[data-clock]')) set(clock, timeOfDay());
  for (const element of document.querySelectorAll('[data-until]')) {
    const left = Math.max(0, Math.ceil((Number(element.dataset.until) - Date.now() - offset) / 1_000));
    if (left > FAR_S) continue;
    set(element, left > 0 ? words('left', { time: minutes(left) }) : words('timeIsUp'));
  }
  for (const element of document.querySelectorAll('[data-countdown]')) {
    const left = Math.max(0, Number(element.dataset.countdown) - Math.floor((Date.now() - loadedAt) / 1_000));
    set(element, left > 0 ? words('retryIn', { time: minutes(left) }) : words('retryNow'));
  }
}

function minutes(seconds) {
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

function set(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// Where the device is not on Hanoi's time, a deadline says both.
const own = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { dateStyle: 'short', timeStyle: 'short' });

function sayDeviceTimes() {
  if (new Date().getTimezoneOffset() === -420) return;
  for (const element of document.querySelectorAll('[data-device-time]')) {
    set(element, words('deviceTime', { time: own.format(new Date(Number(element.dataset.deviceTime))) }));
  }
}

document.addEventListener('ecabinet:part', sayDeviceTimes);
sayDeviceTimes();
tick();
setInterval(tick, TICK_MS);
