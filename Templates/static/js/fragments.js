// Parts of a page, rendered by the server and put in place. Many requests for the same part become one; parts asked for
// together come in one answer, read at one instant.

import { signInAgain } from './api.js';
import { language } from './words.js';
import { morph } from './morph.js';

const GATHER_MS = 40;
const LEAST_INTERVAL_MS = 350;
const RETRY_MS = 2_000;

export class Fragments {
  #base;
  #wanted = new Set();
  #timer = null;
  #running = false;
  #lastStart = 0;
  #forget = false;

  /** @param base path below which the parts are served, for example "/meetings/7/fragments". */
  constructor(base) {
    this.#base = base;
  }

  /** Asks for parts by name; those of one moment come together. */
  refresh(...names) {
    for (const name of names) this.#wanted.add(name);
    this.#schedule(Math.max(GATHER_MS, this.#lastStart + LEAST_INTERVAL_MS - Date.now()));
  }

  /** Access changed: with the next parts the server says what this device may no longer keep. */
  forget() {
    this.#forget = true;
  }

  #schedule(delay) {
    if (this.#timer !== null || this.#running || this.#wanted.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#run();
    }, delay);
  }

  async #run() {
    const names = [...this.#wanted];
    const query = new URLSearchParams(location.search);
    if (this.#forget) query.set('forget', '1');
    this.#forget = false;
    this.#wanted.clear();
    this.#running = true;
    this.#lastStart = Date.now();
    let again = LEAST_INTERVAL_MS;
    try {
      put(await fetchHTML(`${this.#base}/${names.join('+')}?${query}`));
    } catch (error) {
      for (const name of names) this.#wanted.add(name);
      again = RETRY_MS;
      if (error.final) this.#wanted.clear();
    } finally {
      this.#running = false;
      this.#schedule(again);
    }
  }
}

/** An answer in HTML, as a document of its own. */
export async function fetchHTML(path) {
  const answer = await fetch(path, { headers: { Accept: 'text/html', 'Accept-Language': language }, credentials: 'same-origin' });
  if (answer.status === 401) signInAgain();
  if (!answer.ok) throw Object.assign(new Error(`status ${answer.status}`), { final: answer.status < 500, status: answer.status });
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/** Puts every part of the answer where its namesake stands, and tells who listens. */
export function put(page) {
  for (const wanted of page.querySelectorAll('[data-fragment]')) {
    const current = document.querySelector(`[data-fragment="${wanted.dataset.fragment}"]`);
    if (!current) continue;
    const before = new CustomEvent('ecabinet:before-part', { detail: { name: wanted.dataset.fragment, current, wanted }, cancelable: true });
    if (!document.dispatchEvent(before)) continue;
    morph(current, wanted);
    document.dispatchEvent(new CustomEvent('ecabinet:part', { detail: { name: wanted.dataset.fragment, element: current } }));
  }
}
