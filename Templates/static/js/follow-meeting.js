// Ties an element with data-stream, data-epoch and data-head to the push channel.

import { call } from './api.js';
import { Connection } from './connection.js';
import { Push } from './push.js';

/**
 * @param element carries the stream and the position the page was rendered at
 * @param listener {events(list), signal(name, data), afresh(), reconnected()}: signals missed while away are not sent again,
 *   so whoever shows one looks afresh after a reconnection
 */
export function followMeeting(element, { events, signal, afresh, reconnected }) {
  const push = new Push();
  new Connection(push);
  let wasLost = false;
  push.addEventListener('lost', () => { wasLost = true; });
  push.addEventListener('connected', () => {
    if (wasLost) reconnected();
    wasLost = false;
  });
  const { stream, epoch, head } = element.dataset;
  const meeting = stream.split(':')[1];
  push.follow(stream, epoch, Number(head), {
    events,
    signal,
    gone: () => location.reload(),
    resync: async () => {
      // A wall may read nothing but itself.
      if (element.dataset.resync === 'reload') { location.reload(); await new Promise(() => {}); }
      // The position first, then the page: what happens in between is applied twice rather than missed.
      const { epoch: newEpoch, head: newHead } = await call('GET', `/api/v1/meetings/${meeting}`);
      afresh();
      return { epoch: newEpoch, head: newHead };
    },
  });
  return push;
}
