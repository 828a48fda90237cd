// My ballot: choose, confirm, send. Four honest states: not sent, sending, recorded, refused. What the server recorded comes
// with the page; what is under way on this device lives here and survives every redrawing of the panel.

import { callUntilAnswered, newKey, randomHex } from './api.js';
import { ask } from './ask.js';
import { withPassword } from './reauthenticate.js';
import { forget, forgetOthers, keep, trackerOf } from './trackers.js';
import { words } from './words.js';

// 128 bits: nobody guesses another's, and no two are alike.
const TRACKER_BYTES = 16;
// Key of a ballot that answers several questions at once.
const TOGETHER = 'together-';
const SYMBOLS = { unsent: 'empty', sending: 'clock', waiting: 'offline', recorded: 'check', refused: 'cross' };

export class Poll {
  #ballots = new Map();
  #account;

  /** @param account whose ballots these are */
  constructor(account) {
    this.#account = account;
    forgetOthers(account);
    document.addEventListener('click', (event) => this.#onClick(event));
    document.addEventListener('change', (event) => this.#onChange(event));
    document.addEventListener('ecabinet:part', ({ detail }) => { if (detail.name === 'panel') this.#drawAll(); });
    this.#drawAll();
  }

  /** Another tab or device of the same person voted, or this one's ballot came back over push: the page knows best from here. */
  recorded(id, seq) {
    for (const [key, together] of this.#ballots) if (key.startsWith(TOGETHER) && together.recorded?.seq < seq) together.recorded = null;
    const ballot = this.#ballots.get(id);
    if (!ballot || ballot.step === 'sending' || ballot.recorded?.seq >= seq) return;
    ballot.recorded = null;
    if (isUndecided(ballot)) putAside(ballot);
    this.#redraw(id);
  }

  #of(element) {
    const id = element.closest('[data-poll]').dataset.poll;
    if (!this.#ballots.has(id)) this.#ballots.set(id, { step: 'idle', choice: null, selections: null, word: '', reason: '', recorded: null, ticked: null });
    return this.#ballots.get(id);
  }

  #onClick(event) {
    const element = event.target.closest('[data-ballot]');
    const button = event.target.closest('button');
    if (button && 'forgetTracker' in button.dataset) this.#forget(button);
    if (!element || !button) return;
    const ballot = this.#of(element);
    if (button.dataset.choice) this.#choose(element, ballot, button);
    else if ('blank' in button.dataset) this.#select(element, ballot, [], button.dataset.word);
    else if ('optionsSend' in button.dataset) this.#selectTicked(element, ballot);
    else if ('send' in button.dataset) this.#send(element, ballot);
    else if ('chooseAgain' in button.dataset) this.#step(element, ballot, 'choosing', '[data-choices] button');
    else if ('change' in button.dataset) this.#step(element, ballot, 'choosing', '[data-choices] button');
  }

  /** A tick more or less; what is ticked lives here, so that a redrawing of the panel loses nothing. */
  #onChange(event) {
    const element = event.target.closest('[data-ballot]');
    if (!element || !event.target.closest('[data-options]')) return;
    const ballot = this.#of(element);
    ballot.ticked = options(element).filter((option) => option.checked).map((option) => option.value);
    this.#draw(element);
  }

  #selectTicked(element, ballot) {
    const ticked = options(element).filter((option) => option.checked);
    if (!ticked.length) { options(element)[0]?.focus(); return; }
    this.#select(element, ballot, ticked.map((option) => option.value), ticked.map((option) => option.dataset.word).join(', '));
  }

  #select(element, ballot, selections, word) {
    ballot.choice = null;
    ballot.selections = selections;
    ballot.word = word;
    this.#step(element, ballot, 'confirming', '[data-send]');
  }

  #choose(element, ballot, button) {
    ballot.selections = null;
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
    if (ballot.step !== 'confirming') return;
    const id = element.closest('[data-poll]').dataset.poll;
    const url = element.dataset.url;
    const payload = ballot.selections ? { selections: ballot.selections } : { choice: ballot.choice };
    const note = element.querySelector('[data-ballot-note]')?.value.trim();
    if (note) payload.text = note;
    const isSecret = 'secret' in element.dataset;
    if (isSecret) payload.tracker = randomHex(TRACKER_BYTES);
    ballot.step = 'sending';
    ballot.waiting = false;
    this.#redraw(id);
    try {
      const { seq, receipt } = asOne(await withPassword(() => callUntilAnswered('POST', url, payload, {
        key: newKey(),
        onWait: () => { ballot.waiting = true; this.#redraw(id); },
      })));
      // Of a secret ballot this device, too, forgets everything but its number.
      ballot.recorded = isSecret ? { seq, choice: '', word: '', code: '', inBox: true } : { seq, choice: payload.choice ?? payload.selections.join(','), word: ballot.word, code: receipt ?? '' };
      putAside(ballot);
      if (isSecret) {
        ballot.ticked = null;
        keep(this.#account, id, payload.tracker);
      }
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
    for (const list of document.querySelectorAll('[data-slips]')) this.#drawSlips(list);
  }

  #draw(element) {
    const ballot = this.#of(element);
    const recorded = this.#recorded(element, ballot);
    // In the box from another tab: what was about to be chosen here is no ballot any more.
    if (recorded?.inBox && isUndecided(ballot)) putAside(ballot);
    const { step } = ballot;
    const choosing = recorded?.inBox ? false : step === 'choosing' || (step === 'refused' && !recorded) || (step === 'idle' && !recorded);
    show(element, '[data-choices]', choosing);
    const noteField = element.querySelector('[data-note-field]');
    if (noteField) noteField.hidden = !choosing && step !== 'confirming';
    show(element, '[data-confirm-ballot]', step === 'confirming');
    show(element, '[data-change]', Boolean(recorded) && !recorded.inBox && (step === 'idle' || step === 'refused'));
    for (const button of element.querySelectorAll('[data-choices] button')) {
      button.setAttribute('aria-pressed', String(button.dataset.choice === recorded?.choice));
    }
    if (step === 'confirming') this.#drawConfirmation(element, ballot);
    this.#drawOptions(element, ballot);
    this.#drawTracker(element.querySelector('[data-tracker-box]'), recorded?.inBox ? trackerOf(this.#account, element.closest('[data-poll]').dataset.poll) : null);
    this.#drawState(element, ballot, recorded);
  }

  /** Never more ticks than places: what cannot be added cannot be ticked. */
  #drawOptions(element, ballot) {
    const sheet = element.querySelector('[data-options]');
    if (!sheet) return;
    const places = Number(sheet.dataset.places);
    const all = options(element);
    if (ballot.ticked) for (const option of all) option.checked = ballot.ticked.includes(option.value);
    const count = all.filter((option) => option.checked).length;
    for (const option of all) option.disabled = option.type === 'checkbox' && !option.checked && count >= places;
    element.querySelector('[data-options-send]').setAttribute('aria-disabled', String(count === 0));
    set(element.querySelector('[data-options-count]'), count ? words('optionsChosen', { n: count, max: places }) : words('pickFirst'));
  }

  /** The one thing on this device that leads from a person to a line of the list. */
  async #forget(button) {
    if (!(await ask(words('trackerForget'), button.textContent.trim()))) return;
    forget(this.#account, button.closest('[data-slips]')?.dataset.slips ?? button.closest('[data-poll]').dataset.poll);
    this.#drawAll();
  }

  #drawTracker(box, tracker) {
    if (!box) return;
    box.hidden = !tracker;
    if (tracker) set(box.querySelector('[data-tracker-code]'), grouped(tracker));
  }

  /** The line of this device's own ballot in a published list. */
  #drawSlips(list) {
    const tracker = trackerOf(this.#account, list.dataset.slips);
    for (const slip of list.querySelectorAll('.slip.mine')) slip.classList.remove('mine');
    const line = tracker && list.querySelector(`[data-slip="${CSS.escape(tracker)}"]`);
    line?.classList.add('mine');
    this.#drawTracker(list.querySelector('[data-my-tracker]'), line ? tracker : null);
  }

  /** What this device was told wins until the page says the same or something newer. */
  #recorded(element, ballot) {
    if ('inBox' in element.dataset) return { choice: '', word: '', code: '', inBox: true };
    const { recorded: choice, recordedWord: word, receipt: code } = element.dataset;
    if (ballot.recorded && !(code && code === ballot.recorded.code)) return ballot.recorded;
    return choice || word ? { choice, word, code } : null;
  }

  #drawConfirmation(element, ballot) {
    element.querySelector('[data-confirm-question]').textContent = words('confirmBallot', { choice: ballot.word });
    const send = element.querySelector('[data-send]');
    send.className = `choice ${ballot.choice ?? (ballot.selections?.length ? 'for' : 'abstain')}`;
    send.querySelector('[data-send-word]').textContent = words('sendBallot', { choice: ballot.word });
  }

  #drawState(element, ballot, recorded) {
    let state = recorded ? 'recorded' : 'unsent';
    let text = recorded ? words('recorded', { choice: recorded.word }) : words('unsent');
    if (recorded?.inBox) text = words('inBox');
    let detail = recorded?.code && !('together' in element.dataset) ? words('receipt', { code: recorded.code }) : '';
    if (ballot.step === 'sending') {
      state = ballot.waiting ? 'waiting' : 'sending';
      text = words(ballot.waiting ? 'notSentYet' : 'sending', { choice: ballot.word });
      detail = ballot.waiting ? words('sendsAgain') : '';
    } else if (ballot.step === 'refused') {
      state = 'refused';
      text = words('refused', { reason: ballot.reason });
      detail = recorded?.inBox ? words('inBox') : recorded ? words('stillCounts', { choice: recorded.word }) : '';
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

function isUndecided(ballot) {
  return ballot.step === 'choosing' || ballot.step === 'confirming';
}

/** Nothing is chosen here any more; what was recorded stands. */
function putAside(ballot) {
  ballot.step = 'idle';
  ballot.choice = ballot.selections = null;
}

/** One choice for several questions has a receipt for each; their items show them. */
function asOne(answer) {
  if (!answer.ballots) return answer;
  return { seq: Math.max(...answer.ballots.map(({ seq }) => seq)), receipt: answer.ballots.map(({ receipt }) => receipt).join(' ') };
}

function show(element, selector, visible) {
  element.querySelector(selector).hidden = !visible;
}

function set(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function options(element) {
  return Array.from(element.querySelectorAll('[data-options] input'));
}

/** In groups of four, so that it can be written down. */
function grouped(tracker) {
  return tracker.replace(/(.{4})(?=.)/g, '$1 ');
}
