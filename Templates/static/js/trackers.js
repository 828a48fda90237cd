// The numbers of one's own secret ballots, kept by this tab alone: never the choice, for one account, until they are removed or
// somebody signs out. A browser that keeps no session storage holds them as long as the page.

const PREFIX = 'ecabinet.tracker.';
const CHANNEL = 'ecabinet.trackers';

const onThisPage = new Map();
const otherTabs = 'BroadcastChannel' in window ? new BroadcastChannel(CHANNEL) : null;
otherTabs?.addEventListener('message', forgetHere);

/** After the server took the ballot, never before. */
export function keep(account, poll, tracker) {
  onThisPage.set(nameOf(account, poll), tracker);
  stored((storage) => storage.setItem(nameOf(account, poll), tracker));
}

/** Null for a ballot that was sent from elsewhere. */
export function trackerOf(account, poll) {
  const name = nameOf(account, poll);
  return onThisPage.get(name) ?? stored((storage) => storage.getItem(name)) ?? null;
}

export function forget(account, poll) {
  onThisPage.delete(nameOf(account, poll));
  stored((storage) => storage.removeItem(nameOf(account, poll)));
}

/** Of somebody who sat at this tab before. */
export function forgetOthers(account) {
  forgetWhere((name) => !name.startsWith(nameOf(account, '')));
}

/** In every tab of this browser. */
export function forgetAll() {
  forgetHere();
  otherTabs?.postMessage('forget');
}

function forgetHere() {
  forgetWhere(() => true);
}

function forgetWhere(isMeant) {
  for (const name of [...onThisPage.keys()]) if (isMeant(name)) onThisPage.delete(name);
  stored((storage) => {
    for (const name of Object.keys(storage)) if (name.startsWith(PREFIX) && isMeant(name)) storage.removeItem(name);
  });
}

function nameOf(account, poll) {
  return `${PREFIX}${account}.${poll}`;
}

/** Storage may be switched off: then there is none. */
function stored(use) {
  try {
    return use(window.sessionStorage);
  } catch {
    return null;
  }
}
