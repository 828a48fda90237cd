// A vote from outside the room may need the password once more: asked for where the server says so, then the vote goes out again.

import { call, Refused } from './api.js';

const CODE = 'auth.reauthenticate';

/** Sends; where the password is asked for and given, sends once more. */
export async function withPassword(send) {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== CODE || !(await askPassword(error.message))) throw error;
    return send();
  }
}

/** Resolves to whether the right password was given. */
function askPassword(reason) {
  const dialog = document.querySelector('[data-password-dialog]');
  const form = dialog.querySelector('form');
  const field = form.elements.password;
  const fault = dialog.querySelector('[data-password-fault]');
  dialog.querySelector('[data-password-reason]').textContent = reason;
  form.reset();
  fault.hidden = true;
  field.removeAttribute('aria-invalid');
  dialog.showModal();
  field.focus();
  return new Promise((resolve) => {
    let isGiven = false;
    const submit = async (event) => {
      if (event.submitter?.value === 'no') return;
      event.preventDefault();
      try {
        await call('POST', '/api/v1/me/reauthenticate', { password: field.value });
        isGiven = true;
        dialog.close();
      } catch (error) {
        fault.textContent = error.fields?.[0]?.detail ?? error.message;
        fault.hidden = false;
        field.setAttribute('aria-invalid', 'true');
        field.select();
      }
    };
    form.addEventListener('submit', submit);
    dialog.addEventListener('close', () => {
      form.removeEventListener('submit', submit);
      form.reset();
      resolve(isGiven);
    }, { once: true });
  });
}
