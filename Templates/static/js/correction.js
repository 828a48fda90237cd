// Before a correction of the attendance is made: which closed polls it touches. Their verdicts stay.

import { call } from './api.js';
import { notify } from './notice.js';
import { words } from './words.js';

document.addEventListener('click', async (event) => {
  const form = event.target.closest('[data-correction-ask]')?.closest('[data-correction]');
  if (!form || !form.reportValidity()) return;
  const { userId, state, from } = form.elements;
  const instant = `${from.value.length === 16 ? `${from.value}:00` : from.value}${from.dataset.offset}`;
  const path = form.dataset.url.replace('{userId}', encodeURIComponent(userId.value)).replace(/corrections$/, 'effects');
  try {
    const { items } = await call('GET', `${path}?state=${state.value}&from=${encodeURIComponent(instant)}`);
    show(form.querySelector('[data-correction-effects]'), items);
  } catch (error) {
    notify(error.message, { bad: true });
  }
});

function show(place, effects) {
  const lines = effects.length ? effects.map(line) : [words('noEffects')];
  place.replaceChildren(...lines.map((text) => Object.assign(document.createElement('p'), { textContent: text })));
}

function line(effect) {
  const numbers = { title: effect.title, was: effect.presentAtClosing, would: effect.correctedAtClosing };
  return words(effect.wouldDiffer ? 'effectDiffers' : 'effectSame', numbers);
}
