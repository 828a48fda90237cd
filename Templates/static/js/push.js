// The push channel: WebSocket, sub-protocol ecabinet.v1 (contract §4). Each stream has a cursor (epoch, seq); a frame is
// applied only when it begins right behind the cursor, so every event takes effect once, over any number of reconnects.

const SUB_PROTOCOL = 'ecabinet.v1';
const PATH = '/api/v1/push';
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;
const AT_ONCE_MS = 200;
const OPENS_WITHIN_MS = 8_000;
const PROBE_AFTER_MS = 20_000;
const ANSWER_WITHIN_MS = 8_000;
const WATCH_EVERY_MS = 2_000;
const ASK_WHO_AFTER = 3;
const GOING_AWAY = 1001;

export class Push extends EventTarget {
  #streams = new Map();
  #socket = null;
  #wait = FIRST_WAIT_MS;
  #timer = null;
  #failures = 0;
  #heardAt = 0;
  #probedAt = 0;
  #openedAt = 0;
  #ended = false;

  constructor() {
    super();
    window.addEventListener('online', () => this.retryNow());
    window.addEventListener('offline', () => this.#drop('offline'));
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.#wake(); });
    window.addEventListener('pageshow', (event) => { if (event.persisted) this.retryNow(); });
    setInterval(() => this.#watch(), WATCH_EVERY_MS);
  }

  /**
   * Follows a stream from a position.
   * @param listener {events(list), signal(name, data), resync() → {epoch, head}, gone()}
   */
  follow(stream, epoch, after, listener) {
    this.#streams.set(stream, { epoch, cursor: after, listener, resyncing: false });
    if (this.#isOpen) this.#subscribe(stream);
    else this.#connect();
  }

  /** Comes back now instead of waiting. */
  retryNow() {
    if (this.#ended || this.#isOpen) return;
    this.#wait = FIRST_WAIT_MS;
    this.#abandon();
    this.#connect();
  }

  get #isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  #connect() {
    if (this.#socket || this.#ended) return;
    clearTimeout(this.#timer);
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(`${scheme}//${location.host}${PATH}`, [SUB_PROTOCOL]);
    this.#socket = socket;
    this.#openedAt = Date.now();
    socket.addEventListener('open', () => this.#onOpen(socket));
    socket.addEventListener('message', (event) => this.#onMessage(socket, event.data));
    socket.addEventListener('close', (event) => this.#onClose(socket, event.code));
  }

  #onOpen(socket) {
    if (socket !== this.#socket) return;
    this.#wait = FIRST_WAIT_MS;
    this.#failures = 0;
    this.#heardAt = Date.now();
    this.#probedAt = 0;
    for (const stream of this.#streams.keys()) this.#subscribe(stream);
    this.#tell('connected');
  }

  #subscribe(stream) {
    const { epoch, cursor } = this.#streams.get(stream);
    this.#send({ type: 'subscribe', stream, epoch, after: cursor });
  }

  #send(frame) {
    if (this.#isOpen) this.#socket.send(JSON.stringify(frame));
  }

  #onMessage(socket, text) {
    if (socket !== this.#socket) return;
    this.#heardAt = Date.now();
    this.#probedAt = 0;
    const frame = JSON.parse(text);
    const state = this.#streams.get(frame.stream);
    switch (frame.type) {
      case 'subscribed':
        if (state && state.cursor === null) Object.assign(state, { epoch: frame.epoch, cursor: frame.head });
        break;
      case 'events':
        if (state) this.#onEvents(state, frame);
        break;
      case 'signal':
        state?.listener.signal?.(frame.name, frame.data);
        break;
      case 'error':
        this.#onError(frame, state);
        break;
    }
  }

  #onEvents(state, { epoch, from, to, events }) {
    if (state.resyncing) return;
    if (epoch !== state.epoch) { this.#resync(state); return; }
    if (to <= state.cursor) return;
    if (from !== state.cursor + 1) { this.#drop('gap'); this.#later(AT_ONCE_MS); return; }
    state.cursor = to;
    if (events.length) state.listener.events(events);
  }

  #onError({ code, stream }, state) {
    const concerned = state ?? (this.#streams.size === 1 ? [...this.#streams.values()][0] : null);
    if (code === 'push.resync' && concerned) this.#resync(concerned);
    if (code === 'push.not-found') { concerned?.listener.gone?.(); if (stream) this.#streams.delete(stream); }
  }

  /** The log began anew, or we are ahead of it: fetch everything afresh and go on from there. */
  async #resync(state) {
    if (state.resyncing) return;
    state.resyncing = true;
    try {
      const { epoch, head } = await state.listener.resync();
      Object.assign(state, { epoch, cursor: head, resyncing: false });
      for (const [stream, other] of this.#streams) if (other === state) this.#subscribe(stream);
    } catch {
      state.resyncing = false;
      this.#drop('resync');
      this.#later(this.#nextWait());
    }
  }

  /** 40xx and going away: come back at once. 45xx: stay away. Anything else: wait, longer each time. */
  #onClose(socket, code) {
    if (socket !== this.#socket) return;
    this.#socket = null;
    this.#tell('lost');
    if (code >= 4500 && code < 4600) {
      this.#ended = true;
      this.#tell('ended', { code });
      return;
    }
    const comeBack = code === GOING_AWAY || (code >= 4000 && code < 4500);
    this.#later(comeBack ? AT_ONCE_MS * Math.random() : this.#nextWait());
    this.#failures += 1;
    if (this.#failures % ASK_WHO_AFTER === 0) this.#askWhoWeAre();
  }

  /** A refused upgrade looks like a lost connection; whether the session ended only HTTP can say. */
  async #askWhoWeAre() {
    const answer = await fetch('/api/v1/me', { credentials: 'same-origin' }).catch(() => null);
    if (answer?.status !== 401) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#tell('ended', { code: 4501 });
  }

  #nextWait() {
    const wait = this.#wait * (0.5 + Math.random());
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
    return Math.min(wait, LONGEST_WAIT_MS);
  }

  #later(ms) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), ms);
  }

  /** Gives the socket up without waiting for a farewell that may never come. */
  #abandon() {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #drop() {
    if (!this.#socket) return;
    this.#abandon();
    this.#tell('lost');
  }

  /** After sleep a socket may look open and be dead: ask at once. */
  #wake() {
    if (this.#isOpen) this.#probe();
    else this.retryNow();
  }

  #watch() {
    if (this.#ended) return;
    const now = Date.now();
    if (this.#socket?.readyState === WebSocket.CONNECTING && now - this.#openedAt > OPENS_WITHIN_MS) {
      this.#drop('slow');
      this.#later(this.#nextWait());
    } else if (this.#isOpen && this.#probedAt && now - this.#probedAt > ANSWER_WITHIN_MS) {
      this.#drop('silent');
      this.#later(AT_ONCE_MS);
    } else if (this.#isOpen && !this.#probedAt && now - this.#heardAt > PROBE_AFTER_MS) {
      this.#probe();
    }
  }

  /** Subscribing again from the cursor changes nothing and always gets an answer. */
  #probe() {
    const stream = this.#streams.keys().next().value;
    if (!stream || this.#probedAt) return;
    this.#probedAt = Date.now();
    this.#subscribe(stream);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
