// The first page follows the meeting that is on now, and looks again when one comes back to it.

import { Fragments } from './fragments.js';
import { Push } from './push.js';
import { call } from './api.js';

const LOOK_EVERY_MS = 60_000;

const fragments = new Fragments('/fragments');
const push = new Push();

for (const card of document.querySelectorAll('[data-stream]')) {
  const { stream, epoch, head } = card.dataset;
  push.follow(stream, epoch, Number(head), {
    events: () => fragments.refresh('home'),
    gone: () => fragments.refresh('home'),
    resync: async () => {
      const meeting = await call('GET', `/api/v1/meetings/${stream.split(':')[1]}`);
      fragments.refresh('home');
      return meeting;
    },
  });
}

document.addEventListener('ecabinet:done', () => fragments.refresh('home'));
document.addEventListener('visibilitychange', () => { if (!document.hidden) fragments.refresh('home'); });
setInterval(() => { if (!document.hidden) fragments.refresh('home'); }, LOOK_EVERY_MS);
