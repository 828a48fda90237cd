// Inbox, dossier, agenda item and tasks: what was decided shows at once, and news when it comes.

import './evidence.js';
import { Fragments } from './fragments.js';
import { Push } from './push.js';

const LOOK_EVERY_MS = 60_000;

const root = document.querySelector('[data-inbox]');
const names = Array.from(root.querySelectorAll('[data-fragment]'), (part) => part.dataset.fragment);
const fragments = new Fragments(root.dataset.fragments);
const look = () => fragments.refresh(...names);

document.addEventListener('ecabinet:done', look);
document.addEventListener('visibilitychange', () => { if (!document.hidden) look(); });
setInterval(() => { if (!document.hidden) look(); }, LOOK_EVERY_MS);

const push = new Push();
push.follow('person:me', null, null, {
  events: look,
  resync: async () => {
    look();
    return { epoch: null, head: null };
  },
});

// One more task of a conclusion.
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-add-task]');
  if (!button) return;
  const spare = root.querySelector('[data-spare]');
  if (!spare) return;
  spare.removeAttribute('data-spare');
  spare.hidden = false;
  spare.disabled = false;
  spare.querySelector('input')?.focus();
  if (!root.querySelector('[data-spare]')) button.hidden = true;
});
