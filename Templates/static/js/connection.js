// The strip that appears when something is wrong with the connection, and only then.

import { signInAgain } from './api.js';
import { timeOfDay } from './clock.js';
import { say } from './notice.js';
import { words } from './words.js';

const SHOW_AFTER_MS = 1_500;
const BACK_FOR_MS = 2_500;

export class Connection {
  #strip = document.querySelector('[data-connection]');
  #text = document.querySelector('[data-connection-text]');
  #timer = null;
  #since = null;

  constructor(push) {
    push.addEventListener('lost', () => this.#lost());
    push.addEventListener('connected', () => this.#back());
    push.addEventListener('ended', (event) => this.#ended(event.detail.code));
    document.querySelector('[data-connection-retry]')?.addEventListener('click', () => push.retryNow());
  }

  #lost() {
    if (this.#since) return;
    this.#since = timeOfDay();
    document.documentElement.dataset.offline = 'yes';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(words(navigator.onLine ? 'lost' : 'noNetwork', { time: this.#since })), SHOW_AFTER_MS);
  }

  #show(text) {
    if (!this.#strip) return;
    this.#strip.classList.remove('back');
    this.#strip.hidden = false;
    this.#text.textContent = text;
    say(text, 'assertive');
  }

  #back() {
    clearTimeout(this.#timer);
    delete document.documentElement.dataset.offline;
    this.#since = null;
    if (!this.#strip || this.#strip.hidden) return;
    this.#strip.classList.add('back');
    this.#text.textContent = words('backAgain');
    say(words('backAgain'));
    this.#timer = setTimeout(() => { this.#strip.hidden = true; }, BACK_FOR_MS);
  }

  #ended(code) {
    clearTimeout(this.#timer);
    this.#show(words(code === 4501 ? 'sessionEnded' : 'notAllowed'));
    if (code === 4501) setTimeout(signInAgain, BACK_FOR_MS);
  }
}
