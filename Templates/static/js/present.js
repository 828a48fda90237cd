// Puts the page that is read before everybody, and takes it along while pages turn: pressed once to begin, once more to end. A page counts
// once it has stayed a second, so that leafing through shows nobody forty pages.

import { call } from './api.js';
import { notify } from './notice.js';
import { presented, setPresented } from './presented.js';
import { words } from './words.js';

const STAYS_MS = 1_000;
const HERE_KEY = 'ecabinet.presents';

export class Present {
  #reader;
  #viewer;
  #meeting;
  #timer = null;

  /** @param viewer whose screen it is: the page that is shown names who shows it. */
  constructor(reader, viewer, meeting) {
    this.#reader = reader;
    this.#viewer = viewer;
    this.#meeting = meeting;
    document.addEventListener('click', (event) => { if (event.target.closest('[data-present]')) this.#toggle(); });
    document.addEventListener('ecabinet:page', () => this.#turned());
    document.addEventListener('ecabinet:presented', () => this.mark());
    document.addEventListener('ecabinet:part', ({ detail }) => { if (detail.name === 'reader' || detail.name === 'agenda') this.mark(); });
    this.mark();
  }

  /** On this device: the same person's other devices only follow. */
  get isOn() {
    return sessionStorage.getItem(HERE_KEY) === this.#meeting && presented()?.by === this.#viewer;
  }

  get #button() { return document.querySelector('[data-present]'); }

  mark() {
    const button = this.#button;
    if (!button) return;
    button.setAttribute('aria-pressed', String(this.isOn));
    button.querySelector('[data-present-word]').textContent = words(this.isOn ? 'presentStop' : 'presentStart');
  }

  async #toggle() {
    clearTimeout(this.#timer);
    if (!this.isOn) { await this.#show(); return; }
    try {
      await call('DELETE', this.#button.dataset.present);
      sessionStorage.removeItem(HERE_KEY);
      setPresented(null);
    } catch (error) {
      notify(error.message);
    }
  }

  #turned() {
    if (!this.isOn) return;
    clearTimeout(this.#timer);
    const { document: paper, page } = presented();
    if (paper === this.#reader.documentId && page === this.#reader.page) return;
    this.#timer = setTimeout(() => this.#show(), STAYS_MS);
  }

  async #show() {
    const address = this.#button?.dataset.present;
    if (!address) return;
    const shown = { document: this.#reader.documentId, page: this.#reader.page, by: this.#viewer };
    try {
      await call('PUT', address, { documentId: shown.document, page: shown.page });
      sessionStorage.setItem(HERE_KEY, this.#meeting);
      setPresented(shown);
      this.#turned();
    } catch (error) {
      notify(error.message);
    }
  }
}
