// The agenda opens papers in the reader and marks the one that is read. With "theo phiên họp" it goes where the meeting goes: to the page that
// is before everybody, else to the current item. Who turns a page himself meanwhile has left; one tap takes him back.

import { say } from './notice.js';
import { presented } from './presented.js';
import { words } from './words.js';

const FOLLOW_KEY = 'ecabinet.follow';

export class Agenda {
  #reader;
  #follow = localStorage.getItem(FOLLOW_KEY) === 'yes';

  constructor(reader) {
    this.#reader = reader;
    document.addEventListener('click', (event) => this.#onClick(event));
    document.addEventListener('ecabinet:part', ({ detail }) => {
      if (detail.name === 'agenda' || detail.name === 'reader') this.#mark();
    });
    document.addEventListener('ecabinet:turned', () => this.#leave());
    document.addEventListener('ecabinet:presented', () => this.#mark());
    this.#mark();
    if (this.#follow && presented()) this.#openPresented();
    this.#scrollTo('.item.reading, .item.now');
  }

  get currentTitle() {
    return document.querySelector('[data-current] .item-title')?.textContent.trim() ?? '';
  }

  /** The meeting moved to another item. */
  currentChanged() {
    if (this.#follow && !this.#openPresented()) this.#openCurrent();
  }

  /** Another page is before everybody, or none. */
  presentedChanged() {
    this.#mark();
    if (this.#follow) this.#openPresented();
  }

  #onClick(event) {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (event.target.closest('[data-follow]')) { this.#toggleFollow(); return; }
    const link = event.target.closest('a[data-document], a[data-open-item]');
    if (!link) return;
    event.preventDefault();
    this.#open(link);
    this.#leave();
  }

  #open(link) {
    const query = new URL(link.href).searchParams;
    this.#reader.open(query.get('doc'), query.has('page') ? Number(query.get('page')) : undefined);
  }

  #toggleFollow() {
    this.#setFollow(!this.#follow);
    if (this.#follow && !this.#openPresented()) this.#openCurrent();
  }

  #setFollow(follow) {
    this.#follow = follow;
    localStorage.setItem(FOLLOW_KEY, follow ? 'yes' : 'no');
    this.#mark();
  }

  /** Reading something else than what is before everybody is not following. */
  #leave() {
    if (this.#follow && presented()) this.#setFollow(false);
  }

  #openPresented() {
    const shown = presented();
    if (!shown) return false;
    if (shown.document !== this.#reader.documentId || shown.page !== this.#reader.page) {
      this.#reader.open(shown.document, shown.page, { quietly: true });
      say(words('followPage', { page: shown.page }));
    }
    return true;
  }

  #openCurrent() {
    const item = document.querySelector('[data-current]');
    const link = item?.querySelector('a[data-open-item]');
    const reads = item?.querySelector(`[data-document="${this.#reader.documentId}"]`);
    if (link && !reads) this.#open(link);
    this.#scrollTo('[data-current]');
  }

  #mark() {
    const open = this.#reader.documentId;
    for (const link of document.querySelectorAll('.agenda a[data-document]')) {
      if (link.dataset.document === open) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    for (const item of document.querySelectorAll('[data-item]')) {
      const reads = Array.from(item.querySelectorAll('[data-document]')).some((link) => link.dataset.document === open);
      item.classList.toggle('reading', reads);
    }
    const shown = presented();
    for (const button of document.querySelectorAll('[data-follow]')) {
      button.setAttribute('aria-pressed', String(this.#follow));
      button.classList.toggle('offered', Boolean(shown) && !this.#follow);
      const page = button.querySelector('[data-follow-page]');
      if (page) page.textContent = shown ? words('pageShort', { page: shown.page }) : '';
    }
  }

  #scrollTo(selector) {
    document.querySelector(selector)?.scrollIntoView({ block: 'start', inline: 'start' });
  }
}
