// Dialogs: opened by [data-open-dialog="id"], closed by [data-close-dialog] or a click beside the sheet.

document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-open-dialog]');
  if (opener) {
    document.getElementById(opener.dataset.openDialog)?.showModal();
    return;
  }
  if (event.target.closest('[data-close-dialog]')) {
    event.target.closest('dialog')?.close();
    return;
  }
  if (event.target instanceof HTMLDialogElement && isBeside(event.target, event)) event.target.close();
});

function isBeside(dialog, event) {
  if (event.detail === 0) return false;
  const box = dialog.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}
