// The signature panel: the link leads to a page of its own; here it opens in a dialog over the paper.

import { fetchHTML } from './fragments.js';
import { words } from './words.js';

export class Signatures {
  #dialog = document.querySelector('[data-signature-dialog]');
  #body = document.querySelector('[data-signature-body]');

  constructor() {
    document.addEventListener('click', (event) => {
      const link = event.target.closest('[data-signatures]');
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      this.#open(link.dataset.signatures);
    });
  }

  async #open(path) {
    this.#body.textContent = words('loading');
    this.#dialog.showModal();
    try {
      const page = await fetchHTML(path);
      this.#body.replaceChildren(...page.querySelectorAll('[data-fragment="signatures"]'));
    } catch {
      this.#body.textContent = words('paperUnreachable');
    }
  }
}
