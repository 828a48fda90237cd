// Several polls open at once, slips for example: each has a head that folds it in and out. Which one is out is the reader's own
// choice and survives every redrawing; until he made one, the server's.

export class OpenPolls {
  #isOut = new Map();

  constructor() {
    document.addEventListener('click', (event) => {
      const goal = event.target.closest('[data-open-poll-go]')?.dataset.openPollGo;
      if (goal) this.#goTo(goal);
      const head = event.target.closest('[data-open-poll-head]');
      if (!head) return;
      this.#isOut.set(head.dataset.openPollHead, head.getAttribute('aria-expanded') !== 'true');
      this.#apply();
    });
    document.addEventListener('ecabinet:part', ({ detail }) => { if (detail.name === 'panel') this.#apply(); });
  }

  /** Something asks for this one: it was opened just now, or its ballot is missed. */
  unfold(poll) {
    this.#isOut.set(poll, true);
    this.#apply();
  }

  #goTo(poll) {
    this.unfold(poll);
    const element = document.querySelector(`[data-open-poll="${CSS.escape(poll)}"]`);
    element?.scrollIntoView({ block: 'start' });
    element?.querySelector('[data-open-poll-head]')?.focus({ preventScroll: true });
  }

  #apply() {
    for (const element of document.querySelectorAll('[data-open-poll]')) {
      const isOut = this.#isOut.get(element.dataset.openPoll);
      if (isOut === undefined) continue;
      element.classList.toggle('folded', !isOut);
      element.querySelector('[data-open-poll-head]')?.setAttribute('aria-expanded', String(isOut));
    }
  }
}
