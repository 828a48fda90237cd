// The right panel, on narrow screens a sheet: one thing at a time. It rises by itself only for a poll, and one tap puts it aside.

const NARROW = window.matchMedia('(max-width: 900px)');

export class Panel {
  #view;
  #raised = false;

  constructor() {
    this.#view = this.#element.dataset.view;
    this.#raised = NARROW.matches && document.querySelector('[data-phase="open"] [data-ballot][data-recorded=""]') !== null;
    document.addEventListener('click', (event) => this.#onClick(event));
    document.addEventListener('keydown', (event) => this.#onKey(event));
    document.addEventListener('ecabinet:part', ({ detail }) => { if (detail.name === 'panel') this.#apply(); });
    this.#apply();
  }

  /** Shows a view; raises the sheet where asked. */
  show(view, { raise = false }) {
    this.#view = view;
    if (raise) this.#raised = true;
    this.#apply();
  }

  get #element() { return document.querySelector('[data-panel]'); }

  #onClick(event) {
    const tab = event.target.closest('[data-view-tab]');
    if (tab) {
      const same = tab.dataset.viewTab === this.#view;
      this.#raised = !(same && this.#raised);
      this.#view = tab.dataset.viewTab;
      this.#apply();
    } else if (event.target.closest('[data-panel-fold]')) {
      this.#raised = !this.#raised;
      this.#apply();
    }
  }

  #onKey(event) {
    const tab = event.target.closest?.('[data-view-tab]');
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (tab && step) {
      event.preventDefault();
      const views = Array.from(this.#element.querySelectorAll('[data-view-tab]'), (one) => one.dataset.viewTab);
      this.#view = views[(views.indexOf(tab.dataset.viewTab) + step + views.length) % views.length];
      this.#apply();
      document.querySelector(`[data-view-tab="${this.#view}"]`).focus();
    } else if (event.key === 'Escape' && NARROW.matches && this.#raised && !document.querySelector('dialog[open]')) {
      this.#raised = false;
      this.#apply();
    }
  }

  #apply() {
    const element = this.#element;
    // A view that is no longer there, the secretary's for example, gives way to the first.
    if (!element.querySelector(`[data-view-tab="${this.#view}"]`)) this.#view = 'poll';
    element.dataset.view = this.#view;
    element.classList.toggle('raised', this.#raised);
    element.querySelector('[data-panel-fold]').setAttribute('aria-expanded', String(this.#raised));
    for (const tab of element.querySelectorAll('[data-view-tab]')) {
      const selected = tab.dataset.viewTab === this.#view;
      tab.setAttribute('aria-selected', String(selected));
      tab.tabIndex = selected ? 0 : -1;
    }
  }
}
