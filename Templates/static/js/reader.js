// The paper: pages turn by buttons, keys, swipe or number; zoom; the text of a page for screen readers and for selecting.
// The server renders the frame; only the page inside it changes here.

import { fetchHTML, put } from './fragments.js';
import { say } from './notice.js';
import { words } from './words.js';

const WIDTHS = [800, 1200, 1600, 2400];
const ZOOMS = [0.75, 1, 1.25, 1.5, 2, 2.5, 3];
const SWIPE_PX = 60;
const SWIPE_SLANT = 1.6;
const TRIES = 6;
const TRY_AGAIN_MS = 1_500;

export class Reader {
  #base;
  #zoom = 1;
  #asText = false;
  #lastPages = new Map();
  #touch = null;
  #opening = 0;

  constructor(base) {
    this.#base = base;
    document.addEventListener('click', (event) => this.#onClick(event));
    document.addEventListener('change', (event) => this.#onChange(event));
    document.addEventListener('keydown', (event) => this.#onKey(event));
    document.addEventListener('touchstart', (event) => this.#onTouchStart(event), { passive: true });
    document.addEventListener('touchend', (event) => this.#onTouchEnd(event), { passive: true });
    this.#ready();
  }

  get documentId() { return this.#section?.dataset.document ?? null; }
  get page() { return Number(this.#section?.dataset.page ?? 1); }
  get #pages() { return Number(this.#section?.dataset.pages ?? 0); }
  get #section() { return document.querySelector('[data-reader]'); }
  get #image() { return document.querySelector('[data-page-image]'); }
  get #frame() { return document.querySelector('[data-page-frame]'); }
  get #figure() { return document.querySelector('[data-page-figure]'); }

  /** Opens a paper, where it was left off unless a page is named; quietly for who is taken along by the session. */
  async open(documentId, page = this.#lastPages.get(documentId) ?? 1, { quietly = false } = {}) {
    if (!documentId) return;
    if (documentId === this.documentId) { this.turnTo(page); return; }
    await this.#load(documentId, page);
    // Who is taken along keeps the keyboard where it is: he may be writing.
    if (!quietly) document.getElementById('main').focus({ preventScroll: true });
    say(document.querySelector('.ribbon-title strong')?.textContent.trim());
  }

  /** Reads the frame of the open paper afresh: its signatures or its state changed. */
  refresh() {
    if (this.documentId) this.#load(this.documentId, this.page);
  }

  documentChanged(documentId) {
    if (documentId === this.documentId) this.refresh();
  }

  turnTo(page) {
    const target = Math.min(Math.max(1, page), this.#pages || 1);
    const changed = target !== this.page;
    this.#section.dataset.page = String(target);
    this.#show();
    if (changed) this.#frame.scrollTop = 0;
  }

  async #load(documentId, page) {
    const turn = ++this.#opening;
    const query = `?doc=${encodeURIComponent(documentId)}&page=${page}`;
    try {
      const answer = await fetchHTML(`${this.#base}/reader${query}`);
      if (turn !== this.#opening) return;
      const isOther = documentId !== this.documentId;
      history.replaceState(null, '', location.pathname + query);
      put(answer);
      if (isOther && this.#frame) this.#frame.scrollTop = 0;
      this.#ready();
    } catch {
      this.#problem(words('paperUnreachable'));
    }
  }

  #ready() {
    if (this.#image) this.#show();
  }

  #show() {
    const { page } = this;
    this.#lastPages.set(this.documentId, page);
    history.replaceState(null, '', `${location.pathname}?doc=${encodeURIComponent(this.documentId)}&page=${page}`);
    const number = document.querySelector('[data-page-number]');
    if (number && number.value !== String(page)) number.value = String(page);
    this.#turnable('previous', page > 1, page - 1);
    this.#turnable('next', page < this.#pages, page + 1);
    this.#applyZoom();
    this.#showStrips(page);
    this.#showImage(page);
    this.#showText(page);
    document.dispatchEvent(new CustomEvent('ecabinet:page', { detail: { document: this.documentId, page } }));
  }

  /** The reader himself turned: who follows the session leaves it. */
  #turnByHand(page) {
    this.turnTo(page);
    document.dispatchEvent(new CustomEvent('ecabinet:turned'));
  }

  /** What each signature says of this page. */
  #showStrips(page) {
    for (const strip of document.querySelectorAll('[data-changed-pages]')) {
      const differs = strip.dataset.changedPages.split(' ').includes(String(page));
      strip.querySelector('[data-strip-same]').hidden = differs;
      strip.querySelector('[data-strip-differs]').hidden = !differs;
    }
  }

  #turnable(name, possible, page) {
    const link = document.querySelector(`[data-turn="${name}"]`);
    if (!link) return;
    if (possible) {
      link.removeAttribute('aria-disabled');
      link.href = `?doc=${encodeURIComponent(this.documentId)}&page=${page}`;
    } else {
      link.setAttribute('aria-disabled', 'true');
      link.removeAttribute('href');
    }
  }

  #address(page) {
    const wanted = (this.#figure?.clientWidth || this.#frame.clientWidth) * Math.min(window.devicePixelRatio || 1, 2);
    const width = WIDTHS.find((candidate) => candidate >= wanted) ?? WIDTHS.at(-1);
    return `${this.#image.dataset.source}${page}.png?width=${width}&v=${this.#image.dataset.version}`;
  }

  #showImage(page, tries = 0) {
    const image = this.#image;
    const address = this.#address(page);
    this.#problem('');
    image.alt = words('pageOf', { page, pages: this.#pages });
    if (image.getAttribute('src') === address && image.complete && image.naturalWidth) { this.#preload(page); return; }
    this.#figure.dataset.waiting = 'yes';
    const loader = new Image();
    loader.addEventListener('load', () => {
      if (page !== this.page || image !== this.#image) return;
      image.width = loader.naturalWidth;
      image.height = loader.naturalHeight;
      image.src = address;
      delete this.#figure.dataset.waiting;
      this.#preload(page);
    });
    loader.addEventListener('error', () => {
      if (page !== this.page || image !== this.#image) return;
      this.#problem(words(tries < TRIES ? 'pageWaits' : 'pageFailed', { page }));
      if (tries < TRIES) setTimeout(() => { if (page === this.page && image === this.#image) this.#showImage(page, tries + 1); }, TRY_AGAIN_MS);
    });
    loader.src = address;
  }

  #preload(page) {
    for (const next of [page + 1, page - 1]) if (next >= 1 && next <= this.#pages) new Image().src = this.#address(next);
  }

  async #showText(page) {
    const place = document.querySelector('[data-page-text]');
    if (!place) return;
    this.#figure.classList.toggle('as-text', this.#asText);
    place.classList.toggle('unseen', !this.#asText);
    document.querySelector('[data-text-toggle]')?.setAttribute('aria-pressed', String(this.#asText));
    const address = `${place.dataset.source}${page}.txt?v=${this.#image.dataset.version}`;
    if (place.dataset.shown === address) return;
    place.textContent = '';
    const answer = await fetch(address, { credentials: 'same-origin' }).catch(() => null);
    if (page !== this.page || !place.isConnected) return;
    const text = answer?.ok ? (await answer.text()).trim() : '';
    place.textContent = text || words('noText');
    place.dataset.shown = address;
  }

  #problem(text) {
    const place = document.querySelector('[data-page-problem]');
    if (!place) return;
    place.hidden = text === '';
    place.textContent = text;
  }

  #onClick(event) {
    const turn = event.target.closest('[data-turn]');
    if (turn) {
      event.preventDefault();
      if (turn.getAttribute('aria-disabled') !== 'true') this.#turnByHand(this.page + (turn.dataset.turn === 'next' ? 1 : -1));
      return;
    }
    const zoom = event.target.closest('[data-zoom]');
    if (zoom) this.#setZoom(zoom.dataset.zoom);
    if (event.target.closest('[data-text-toggle]')) {
      this.#asText = !this.#asText;
      this.#showText(this.page);
    }
  }

  #onChange(event) {
    if (!event.target.matches('[data-page-number]')) return;
    const page = parseInt(event.target.value, 10);
    if (page) this.#turnByHand(page);
    event.target.value = String(this.page);
  }

  #onKey(event) {
    if (!this.#image || event.altKey || event.ctrlKey || event.metaKey || document.querySelector('dialog[open]')) return;
    if (event.target.closest('input, select, textarea, [role="tablist"], .menu, .choices')) return;
    const step = { ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.#turnByHand(this.page + step);
  }

  #onTouchStart(event) {
    this.#touch = null;
    if (event.touches.length !== 1 || !event.target.closest('[data-page-frame]')) return;
    if (this.#frame.scrollWidth > this.#frame.clientWidth + 1) return;
    this.#touch = { x: event.touches[0].clientX, y: event.touches[0].clientY };
  }

  #onTouchEnd(event) {
    if (!this.#touch || event.changedTouches.length !== 1) return;
    const dx = event.changedTouches[0].clientX - this.#touch.x;
    const dy = event.changedTouches[0].clientY - this.#touch.y;
    this.#touch = null;
    if (Math.abs(dx) < SWIPE_PX || Math.abs(dx) < Math.abs(dy) * SWIPE_SLANT) return;
    this.#turnByHand(this.page + (dx < 0 ? 1 : -1));
  }

  #setZoom(kind) {
    const index = ZOOMS.indexOf(this.#zoom);
    if (kind === 'fit') this.#zoom = 1;
    else this.#zoom = ZOOMS[Math.min(Math.max(0, index + (kind === 'in' ? 1 : -1)), ZOOMS.length - 1)];
    this.#applyZoom();
    this.#showImage(this.page);
  }

  #applyZoom() {
    const figure = this.#figure;
    if (!figure) return;
    figure.classList.toggle('zoomed', this.#zoom > 1);
    figure.style.width = this.#zoom === 1 ? '' : `${this.#zoom * 100}%`;
    const text = document.querySelector('[data-zoom-text]');
    if (text) text.textContent = `${Math.round(this.#zoom * 100)} %`;
  }
}
