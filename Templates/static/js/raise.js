// Writing an escalation: attachments, and amounts as people write them.

import './evidence.js';

document.addEventListener('focusout', (event) => {
  const { target } = event;
  if (!target.matches('[data-digits]') || target.value.trim() === '') return;
  const digits = target.value.replace(/[\s.,]/g, '');
  if (/^\d+$/.test(digits)) target.value = digits.replace(/\B(?=(\d{3})+$)/g, '.');
});

document.addEventListener('ecabinet:collect', ({ detail: { body } }) => {
  // An option of which nothing was written is none.
  if (Array.isArray(body.options)) body.options = body.options.filter((option) => option && [option.text, option.time, option.risk, option.leadUnit, option.costVND].some((value) => value !== undefined && value !== ''));
});
