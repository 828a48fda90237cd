// A correction of the attendance: before it is made, which closed polls it touches. Their verdicts stay; who corrects
// writes a note, or annuls such a poll and has it repeated. Nothing is sent before that has been shown.

import { call } from './api.js';
import { notify } from './notice.js';
import { words } from './words.js';

document.addEventListener('click', async (event) => {
  const form = event.target.closest('[data-correction-ask]')?.closest('[data-correction]');
  if (form?.reportValidity()) await look(form);
});

// Comes before the general sender of forms, and holds it back where a note is wanted.
document.addEventListener('submit', async (event) => {
  const form = event.target.closest('[data-correction]');
  if (!form || form.elements.note.value.trim() !== '' || form.dataset.seen === said(form)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const effects = await look(form);
  if (!effects) return;
  if (effects.length) form.elements.note.focus();
  else form.requestSubmit();
}, true);

document.addEventListener('ecabinet:done', ({ detail }) => {
  if (detail.form?.matches('[data-correction]')) place(detail.form).replaceChildren();
});

async function look(form) {
  const { userId, state } = form.elements;
  const path = form.dataset.url.replace('{userId}', encodeURIComponent(userId.value)).replace(/corrections$/, 'effects');
  try {
    const { items } = await call('GET', `${path}?state=${state.value}&from=${encodeURIComponent(instant(form))}`);
    // Without a touched poll the next submit goes through; with one it goes to the server, which wants the note.
    form.dataset.seen = said(form);
    show(form, items);
    return items;
  } catch (error) {
    notify(error.message, { bad: true });
    return null;
  }
}

function instant(form) {
  const { from } = form.elements;
  return `${from.value.length === 16 ? `${from.value}:00` : from.value}${from.dataset.offset}`;
}

/** What the form says, so that an answer to something else is not taken for one to this. */
function said(form) {
  return [form.elements.userId.value, form.elements.state.value, instant(form)].join(' ');
}

function place(form) {
  return form.querySelector('[data-correction-effects]');
}

function show(form, effects) {
  if (!effects.length) {
    place(form).replaceChildren(paragraph(words('noEffects')));
    return;
  }
  const list = document.createElement('ul');
  list.append(...effects.map((effect) => {
    const item = document.createElement('li');
    item.append(paragraph(line(effect)));
    if (form.dataset.polls) {
      const link = Object.assign(document.createElement('a'), { href: `${form.dataset.polls}#poll-${effect.pollId}`, textContent: words('effectAnnul'), className: 'btn quiet' });
      item.append(link);
    }
    return item;
  }));
  place(form).replaceChildren(paragraph(words('effectChoice')), list);
}

function paragraph(text) {
  return Object.assign(document.createElement('p'), { textContent: text });
}

function line(effect) {
  const atClosing = effect.presentAtClosing !== effect.correctedAtClosing;
  const numbers = {
    title: effect.title,
    was: atClosing ? effect.presentAtClosing : effect.presentAtOpening,
    would: atClosing ? effect.correctedAtClosing : effect.correctedAtOpening,
  };
  if (!effect.wouldDiffer) return words('effectSame', numbers);
  return words(effect.correctedOutcome ? 'effectDiffers' : 'effectUnopened', numbers);
}
