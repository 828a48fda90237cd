// Calls to /api/v1. A request that got no answer is sent again under the same Idempotency-Key, so that it takes effect once.

import { language, words } from './words.js';

const ANSWER_WITHIN_MS = 10_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;
const PASSING_STATUSES = new Set([429, 502, 503, 504]);
const KEY_BYTES = 16;

/** What the server said no with: a stable code and a sentence for the reader. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || words('failed', { status }));
    this.name = 'Refused';
    this.status = status;
    this.code = problem.code ?? null;
    this.fields = problem.errors ?? [];
  }
}

/** Nobody answered. */
export class Unreachable extends Error {
  constructor() {
    super(words('unreachable'));
    this.name = 'Unreachable';
  }
}

/** Works without a secure context, which crypto.randomUUID does not. */
export function randomHex(bytes) {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function newKey() {
  return randomHex(KEY_BYTES);
}

// Keys of requests without an answer: pressing again repeats the request, it does not make a second one.
const unanswered = new Map();

/** One call, under `If-Match` if a version is given. Throws Refused or Unreachable; answers the JSON body, or null. */
export async function call(method, path, payload, { version = null } = {}) {
  const signature = `${method} ${path} ${payload === undefined ? '' : JSON.stringify(payload)}`;
  const key = unanswered.get(signature) ?? newKey();
  unanswered.set(signature, key);
  const answer = await attempt(method, path, payload, key, version);
  unanswered.delete(signature);
  return read(answer);
}

/**
 * One call, repeated until the server answers. `onWait` hears before each pause, `until` may give up.
 */
export async function callUntilAnswered(method, path, payload, { key, onWait, signal }) {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      const answer = await attempt(method, path, payload, key);
      if (!PASSING_STATUSES.has(answer.status)) return await read(answer);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
    }
    signal?.throwIfAborted();
    onWait?.();
    await pause(wait * (0.75 + Math.random() / 2));
    signal?.throwIfAborted();
  }
}

async function attempt(method, path, payload, key, version = null) {
  const headers = { Accept: 'application/json', 'Accept-Language': language };
  if (payload !== undefined) headers['Content-Type'] = 'application/json';
  if (method === 'POST') headers['Idempotency-Key'] = key;
  if (version !== null) headers['If-Match'] = `"${version}"`;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), ANSWER_WITHIN_MS);
  try {
    return await fetch(path, {
      method, headers, body: payload === undefined ? undefined : JSON.stringify(payload), credentials: 'same-origin', signal: limit.signal,
    });
  } catch {
    throw new Unreachable();
  } finally {
    clearTimeout(timer);
  }
}

async function read(answer) {
  const isJSON = /json/.test(answer.headers.get('Content-Type') ?? '');
  const body = isJSON ? await answer.json() : null;
  if (answer.ok) return body;
  if (answer.status === 401) signInAgain();
  throw new Refused(answer.status, body ?? {});
}

/** The session is over: to the sign-in page and back here. */
export function signInAgain() {
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
}

/** Resolves after the time, or at once when the network comes back. */
export function pause(ms) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
  });
}
