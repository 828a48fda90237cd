// A question before something that cannot be taken back.

/** Resolves to whether the person said yes. */
export function ask(question, yesWord) {
  const dialog = document.querySelector('[data-confirm-dialog]');
  dialog.querySelector('[data-confirm-text]').textContent = question;
  const yes = dialog.querySelector('[data-confirm-yes]');
  if (yesWord) yes.textContent = yesWord;
  dialog.returnValue = 'no';
  dialog.showModal();
  yes.focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}
