// Who signs out leaves nothing of his behind in this browser.

import { forgetAll } from './trackers.js';

document.addEventListener('submit', (event) => {
  if (event.target.matches('form[data-sign-out]')) forgetAll();
});
