// What has to be said: aloud to screen readers, and as a notice at the foot of the page.

import { words } from './words.js';

const STAYS_MS = 12_000;
const MOST_AT_ONCE = 3;

/** To screen readers alone. */
export function say(text, urgency = 'polite') {
  const region = document.querySelector(`[data-say="${urgency}"]`);
  if (!region || !text) return;
  region.textContent = '';
  requestAnimationFrame(() => { region.textContent = text; });
}

/** A notice everyone sees; refusals stay until put away. */
export function notify(text, { title = '', bad = false, stays = bad } = {}) {
  const place = document.querySelector('[data-notices]');
  if (!place) return;
  const notice = document.createElement('div');
  notice.className = bad ? 'notice bad' : 'notice';
  notice.append(icon(bad ? 'warning' : 'bell'), sentence(title, text), closer(notice));
  place.append(notice);
  while (place.children.length > MOST_AT_ONCE) place.firstElementChild.remove();
  say(title ? `${title}. ${text}` : text, bad ? 'assertive' : 'polite');
  if (!stays) setTimeout(() => notice.remove(), STAYS_MS);
}

function sentence(title, text) {
  const paragraph = document.createElement('p');
  if (title) {
    const strong = document.createElement('strong');
    strong.textContent = `${title}\n`;
    paragraph.append(strong);
  }
  paragraph.append(text);
  return paragraph;
}

function closer(notice) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn plain square';
  button.setAttribute('aria-label', words('close'));
  button.append(icon('cross'));
  button.addEventListener('click', () => notice.remove());
  return button;
}

/** One of the icons the page carries. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}
