// My ballot: choose, confirm, send. Four honest states: not sent, sending, recorded, refused. What the server recorded comes
// with the page; what is under way on this device lives here and survives every redrawing of the panel.

import { callUntilAnswered, newKey } from './api.js';
import { words } from './words.js';

const SYMBOLS = { unsent: 'empty', sending: 'clock', waiting: 'offline', recorded: 'check', refused: 'cross' };

export class Poll {
  #ballots = new Map();

  constructor() {
    document.addEventListener('click', (event) => this.#onClick(event));
    document.addEventListener('ecabinet:part', ({ detail }) => { if (detail.name === 'panel') this.#drawAll(); });
    this.#drawAll();
  }

  /** Another device of the same person voted, or this one's ballot came back over push: the page knows best from here. */
  recordedElsewhere(seq) {
    for (const ballot of this.#ballots.values()) if (ballot.recorded && ballot.recorded.seq < seq) ballot.recorded = null;
  }

  #of(element) {
    const id = element.closest('[data-poll]').dataset.poll;
    if (!this.#ballots.has(id)) this.#ballots.set(id, { step: 'idle', choice: null, word: '', reason: '', recorded: null });
    return this.#ballots.get(id);
  }

  #onClick(event) {
    const element = event.target.closest('[data-ballot]');
    const button = event.target.closest('button');
    if (!element || !button) return;
    const ballot = this.#of(element);
    if (button.dataset.choice) this.#choose(element, ballot, button);
    else if ('send' in button.dataset) this.#send(element, ballot);
    else if ('chooseAgain' in button.dataset) this.#step(element, ballot, 'choosing', '[data-choices] button');
    else if ('change' in button.dataset) this.#step(element, ballot, 'choosing', '[data-choices] button');
  }

  #choose(element, ballot, button) {
    ballot.choice = button.dataset.choice;
    ballot.word = button.dataset.word;
    this.#step(element, ballot, 'confirming', '[data-send]');
  }

  #step(element, ballot, step, focus) {
    ballot.step = step;
    this.#draw(element);
    if (focus) element.querySelector(focus)?.focus({ preventScroll: true });
  }

  async #send(element, ballot) {
    if (ballot.step === 'sending') return;
    const id = element.closest('[data-poll]').dataset.poll;
    const url = element.dataset.url;
    const payload = { choice: ballot.choice };
    ballot.step = 'sending';
    ballot.waiting = false;
    this.#redraw(id);
    try {
      const { seq, receipt } = await callUntilAnswered('POST', url, payload, {
        key: newKey(),
        onWait: () => { ballot.waiting = true; this.#redraw(id); },
      });
      ballot.recorded = { seq, choice: payload.choice, word: ballot.word, code: receipt ?? '' };
      ballot.step = 'idle';
    } catch (error) {
      ballot.step = 'refused';
      ballot.reason = error.message;
    }
    this.#redraw(id);
  }

  #redraw(id) {
    const element = document.querySelector(`[data-poll="${CSS.escape(id)}"] [data-ballot]`);
    if (element) this.#draw(element);
  }

  #drawAll() {
    for (const element of document.querySelectorAll('[data-ballot]')) this.#draw(element);
  }

  #draw(element) {
    const ballot = this.#of(element);
    const recorded = this.#recorded(element, ballot);
    const { step } = ballot;
    const choosing = step === 'choosing' || (step === 'refused' && !recorded) || (step === 'idle' && !recorded);
    show(element, '[data-choices]', choosing);
    show(element, '[data-confirm-ballot]', step === 'confirming');
    show(element, '[data-change]', Boolean(recorded) && (step === 'idle' || step === 'refused'));
    for (const button of element.querySelectorAll('[data-choices] button')) {
      button.setAttribute('aria-pressed', String(button.dataset.choice === recorded?.choice));
    }
    if (step === 'confirming') this.#drawConfirmation(element, ballot);
    this.#drawState(element, ballot, recorded);
  }

  /** What this device was told wins until the page says the same or something newer. */
  #recorded(element, ballot) {
    const { recorded: choice, recordedWord: word, receipt: code } = element.dataset;
    if (ballot.recorded && !(code && code === ballot.recorded.code)) return ballot.recorded;
    return choice || word ? { choice, word, code } : null;
  }

  #drawConfirmation(element, ballot) {
    element.querySelector('[data-confirm-question]').textContent = words('confirmBallot', { choice: ballot.word });
    const send = element.querySelector('[data-send]');
    send.className = `choice ${ballot.choice}`;
    send.querySelector('[data-send-word]').textContent = words('sendBallot', { choice: ballot.word });
  }

  #drawState(element, ballot, recorded) {
    let state = recorded ? 'recorded' : 'unsent';
    let text = recorded ? words('recorded', { choice: recorded.word }) : words('unsent');
    let detail = recorded?.code ? words('receipt', { code: recorded.code }) : '';
    if (ballot.step === 'sending') {
      state = ballot.waiting ? 'waiting' : 'sending';
      text = words(ballot.waiting ? 'notSentYet' : 'sending', { choice: ballot.word });
      detail = ballot.waiting ? words('sendsAgain') : '';
    } else if (ballot.step === 'refused') {
      state = 'refused';
      text = words('refused', { reason: ballot.reason });
      detail = recorded ? words('stillCounts', { choice: recorded.word }) : '';
    } else if (ballot.step === 'choosing' && recorded) {
      detail = words('stillCounts', { choice: recorded.word });
    }
    const box = element.querySelector('[data-ballot-state]');
    box.dataset.ballotState = state;
    element.querySelector('[data-ballot-symbol]').setAttribute('href', `#i-${SYMBOLS[state]}`);
    set(element.querySelector('[data-ballot-text]'), text);
    set(element.querySelector('[data-ballot-detail]'), detail);
  }
}

function show(element, selector, visible) {
  element.querySelector(selector).hidden = !visible;
}

function set(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
