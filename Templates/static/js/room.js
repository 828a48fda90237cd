// The meeting room: which events concern which part, and what is said aloud.

import './attendance.js';
import './correction.js';
import './speech.js';
import { Agenda } from './agenda.js';
import { followMeeting } from './follow-meeting.js';
import { Fragments } from './fragments.js';
import { notify, say } from './notice.js';
import { OpenPolls } from './open-polls.js';
import { Panel } from './panel.js';
import { Poll } from './poll.js';
import { Present } from './present.js';
import { setPresented } from './presented.js';
import { Reader } from './reader.js';
import { Signatures } from './signatures.js';
import { showTurnout } from './turnout.js';
import { words } from './words.js';

const ALL = ['head', 'agenda', 'panel', 'bar'];

// Parts by the noun of the event; kinds without an entry concern all of them.
const CONCERNS = {
  agenda: ['agenda', 'bar'],
  announcement: ['panel'],
  attendance: ['head', 'panel', 'bar'],
  ballot: ['panel', 'bar'],
  count: ['panel', 'bar'],
  conclusion: ['panel'],
  consent: ['agenda', 'panel', 'bar'],
  floor: ['panel', 'bar'],
  notice: ['panel'],
  position: ['agenda', 'panel'],
  proposal: ['panel'],
  invitation: ['panel', 'bar'],
  recusal: ['agenda', 'panel'],
  reopening: ['bar'],
  document: ['agenda', 'bar'],
  invited: ['panel'],
  item: ['agenda', 'panel', 'bar'],
  minutes: ['bar'],
  presenter: [],
};

// After these somebody may have lost what his device still holds.
const ACCESS = ['item.access-changed', 'recusal.changed', 'invited.changed'];

class Room {
  #root = document.querySelector('[data-room]');
  #fragments = new Fragments(this.#root.dataset.fragments);
  #reader = new Reader(this.#root.dataset.fragments);
  #agenda = new Agenda(this.#reader);
  #present = new Present(this.#reader, this.#root.dataset.account, this.#root.dataset.room);
  #panel = new Panel();
  #poll = new Poll(this.#root.dataset.account);
  #openPolls = new OpenPolls();
  /** What is to be said once the page shows it: kind of event, and the poll it is about. */
  #sayNext = new Map();
  #lamp = this.#lampClass();

  constructor() {
    new Signatures();
    document.addEventListener('ecabinet:part', ({ detail }) => this.#arrived(detail.name));
    document.addEventListener('ecabinet:done', () => this.#fragments.refresh(...ALL));
    followMeeting(this.#root, {
      events: (list) => this.#onEvents(list),
      signal: (name, data) => this.#onSignal(name, data),
      reconnected: () => this.#fragments.refresh('panel'),
      afresh: () => {
        this.#fragments.refresh(...ALL);
        this.#reader.refresh();
      },
    });
  }

  #onEvents(list) {
    const parts = new Set();
    for (const event of list) {
      for (const part of CONCERNS[event.kind.split('.')[0]] ?? ALL) parts.add(part);
      this.#onEvent(event);
    }
    if (list.some(({ kind }) => ACCESS.includes(kind))) this.#fragments.forget();
    if (parts.size) this.#fragments.refresh(...parts);
  }

  #onSignal(name, data) {
    if (name === 'turnout') showTurnout(data);
    if (name === 'nudge') this.#nudged(data.poll);
  }

  /** The chair asks for my ballot. */
  #nudged(poll) {
    const question = document.querySelector(`[data-poll="${CSS.escape(poll)}"] .question`)?.textContent.trim() ?? '';
    this.#openPolls.unfold(poll);
    this.#panel.show('poll', { raise: true });
    notify(question, { title: words('nudged') });
  }

  #onEvent({ kind, seq, actor, data }) {
    switch (kind) {
      case 'presenter.page-shown':
        this.#pageShown({ document: data.document, page: data.page, by: actor.replace('person:', '') });
        break;
      case 'presenter.page-hidden':
        this.#pageShown(null);
        break;
      case 'poll.opened':
      case 'poll.closed':
      case 'poll.decided':
        this.#sayNext.set(kind, data?.poll);
        break;
      case 'ballot.recorded':
        this.#poll.recorded(data?.poll, seq);
        break;
      case 'announcement.posted':
        if (data?.text) notify(data.text, { title: words('announcement') });
        break;
      case 'item.current':
      case 'floor.changed':
        this.#sayNext.set(kind, null);
        // Who has the floor may show pages.
        if (data?.user === this.#root.dataset.account) this.#reader.refresh();
        break;
      case 'meeting.opened':
      case 'meeting.paused':
      case 'meeting.resumed':
      case 'meeting.closed':
        this.#reader.refresh();
        break;
      case 'item.access-changed':
      case 'recusal.changed':
        // Whoever lost the paper loses it on the page as well: the server no longer gives it.
        this.#reader.refresh();
        break;
      case 'document.ready':
      case 'document.verdict-changed':
      case 'document.changed':
      case 'document.released':
        this.#reader.documentChanged(data?.document ?? data?.documentId ?? data?.id);
        break;
    }
  }

  /** Who shows pages on this device is ahead of what the server says of them. */
  #pageShown(shown) {
    if (shown && this.#present.isOn && shown.by === this.#root.dataset.account) return;
    setPresented(shown);
    if (!this.#present.isOn) this.#agenda.presentedChanged();
  }

  /** What is said aloud is read off the page, once the page shows it. */
  #arrived(name) {
    if (name === 'panel') {
      this.#sayPoll();
      this.#saySpeaker();
    }
    if (name === 'agenda' && !this.#present.isOn) this.#agenda.presentedChanged();
    if (name === 'agenda' && this.#sayNext.delete('item.current')) {
      this.#agenda.currentChanged();
      say(words('itemNow', { item: this.#agenda.currentTitle }));
    }
    if (name === 'head') this.#sayLamp();
  }

  #sayPoll() {
    // A part that was on its way before the event does not show it yet: said when it does.
    if (this.#sayNext.has('poll.opened')) {
      const poll = this.#sayNext.get('poll.opened') ?? '';
      const question = document.querySelector(`[data-poll="${CSS.escape(poll)}"][data-phase="open"] .question`)?.textContent.trim();
      if (question) {
        this.#sayNext.delete('poll.opened');
        this.#panel.show('poll', { raise: true });
        say(words('pollOpened', { question }), 'assertive');
      }
    }
    for (const kind of ['poll.closed', 'poll.decided']) {
      if (!this.#sayNext.has(kind)) continue;
      const verdict = this.#verdictOf(this.#sayNext.get(kind));
      this.#sayNext.delete(kind);
      if (verdict) {
        this.#panel.show('poll', {});
        say(words('pollResult', { verdict }), 'assertive');
      }
    }
  }

  /** Shown in full, or folded among the earlier ones while others are open. */
  #verdictOf(poll) {
    const id = CSS.escape(poll ?? '');
    return document.querySelector(`[data-poll="${id}"] .verdict, [data-key="earlier-${id}"] .verdict`)?.textContent.trim();
  }

  /** The speaker's clock comes forward by itself, unless a poll is open. */
  #saySpeaker() {
    if (!this.#sayNext.delete('floor.changed')) return;
    const clock = document.querySelector('[data-floor] [data-speech]');
    if (!clock || document.querySelector('[data-phase="open"]')) return;
    this.#panel.show('floor', {});
    if (clock.dataset.mine !== undefined) say(words('floorMine'), 'assertive');
  }

  #sayLamp() {
    const lamp = this.#lampClass();
    if (lamp !== this.#lamp && lamp) say(document.querySelector('[data-lamp]').title, lamp === 'bad' ? 'assertive' : 'polite');
    this.#lamp = lamp;
  }

  #lampClass() {
    const lamp = document.querySelector('[data-lamp]');
    return ['ok', 'bad'].find((name) => lamp?.classList.contains(name)) ?? null;
  }
}

new Room();
