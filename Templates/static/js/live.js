// A page whose parts follow a meeting: <main data-live data-stream data-epoch data-head data-fragments data-show="a b">.

import { followMeeting } from './follow-meeting.js';
import { Fragments } from './fragments.js';
import { notify } from './notice.js';
import './speech.js';
import { showTurnout } from './turnout.js';
import { readAgain } from './wall.js';

const root = document.querySelector('[data-live]');
const all = root.dataset.show.split(' ');
// The wall of a room goes on to the next session this long after the end of one.
const LINGERS_MS = 60_000;
const fragments = new Fragments(root.dataset.fragments);

// Which parts a kind of event concerns, by the noun before the dot; a kind not named here concerns all.
const CONCERNS = {
  agenda: ['prepare-status', 'prepare-agenda', 'prepare-documents', 'prepare-polls', 'brief', 'minutes', 'screen'],
  attendance: ['prepare-status', 'prepare-people', 'brief', 'minutes', 'screen'],
  document: ['prepare-status', 'prepare-agenda', 'prepare-documents', 'prepare-polls', 'brief', 'minutes'],
  poll: ['prepare-status', 'prepare-agenda', 'prepare-polls', 'brief', 'minutes', 'screen'],
  ballot: ['screen'],
  conclusion: ['minutes'],
  announcement: ['screen'],
  consent: ['brief'],
  floor: ['screen', 'minutes'],
  presenter: ['screen'],
  notice: [],
  position: ['brief'],
  proposal: ['brief'],
  invitation: ['prepare-details', 'prepare-people', 'prepare-status', 'brief'],
  recusal: ['brief', 'minutes'],
  reopening: ['minutes'],
};

followMeeting(root, {
  events(list) {
    const names = new Set();
    for (const { kind, data } of list) {
      const concerned = CONCERNS[kind.split('.')[0]] ?? all;
      for (const name of concerned) if (all.includes(name)) names.add(name);
      if (kind === 'announcement.posted' && data?.text) notify(data.text);
      if (root.dataset.always !== undefined && ['meeting.closed', 'meeting.cancelled'].includes(kind)) setInterval(readAgain, LINGERS_MS);
    }
    if (names.size) fragments.refresh(...names);
  },
  signal(name, data) {
    if (name === 'turnout') showTurnout(data);
  },
  reconnected() {
    if (all.includes('screen')) fragments.refresh('screen');
  },
  afresh() {
    fragments.refresh(...all);
  },
});

document.addEventListener('ecabinet:done', () => fragments.refresh(...all));
