// The agenda opens papers in the reader and marks the one that is read. With "theo phiên họp" it goes where the meeting goes.

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
    this.#mark();
    this.#scrollTo('.item.reading, .item.now');
  }

  get currentTitle() {
    return document.querySelector('[data-current] .item-title')?.textContent.trim() ?? '';
  }

  /** The meeting moved to another item. */
  currentChanged() {
    if (this.#follow) this.#openCurrent();
  }

  #onClick(event) {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (event.target.closest('[data-follow]')) { this.#toggleFollow(); return; }
    const link = event.target.closest('a[data-document], a[data-open-item]');
    if (!link) return;
    event.preventDefault();
    this.#open(link);
  }

  #open(link) {
    const query = new URL(link.href).searchParams;
    this.#reader.open(query.get('doc'), query.has('page') ? Number(query.get('page')) : undefined);
  }

  #toggleFollow() {
    this.#follow = !this.#follow;
    localStorage.setItem(FOLLOW_KEY, this.#follow ? 'yes' : 'no');
    this.#mark();
    if (this.#follow) this.#openCurrent();
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
    for (const button of document.querySelectorAll('[data-follow]')) button.setAttribute('aria-pressed', String(this.#follow));
  }

  #scrollTo(selector) {
    document.querySelector(selector)?.scrollIntoView({ block: 'start', inline: 'start' });
  }
}
