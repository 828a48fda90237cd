// Administration: finding an account in the table, setting its password and its mail address.

document.addEventListener('ecabinet:done', ({ detail }) => {
  if (detail.button?.matches('[data-action]')) location.reload();
});

document.addEventListener('input', (event) => {
  const field = event.target.closest('[data-filter]');
  if (field) filter(field);
});

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-password-for]');
  if (!button) return;
  const dialog = document.getElementById('set-password');
  dialog.querySelector('[data-password-form]').dataset.url = button.dataset.passwordFor;
  dialog.querySelector('[data-password-who]').textContent = button.dataset.passwordName;
  dialog.showModal();
});

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-mail-for]');
  if (!button) return;
  const dialog = document.getElementById('set-mail');
  const form = dialog.querySelector('[data-mail-form]');
  form.dataset.url = button.dataset.mailFor;
  form.elements.address.value = button.dataset.mailAddress;
  dialog.querySelector('[data-mail-who]').textContent = button.dataset.mailName;
  dialog.showModal();
});

/** Vietnamese without marks finds Vietnamese with them. */
function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
}

function filter(field) {
  const wanted = fold(field.value);
  let found = 0;
  for (const row of document.querySelectorAll(`[data-filtered="${field.dataset.filter}"] tbody tr`)) {
    const matches = fold(row.textContent).includes(wanted);
    row.hidden = !matches;
    if (matches) found += 1;
  }
  document.querySelector(`[data-filter-empty="${field.dataset.filter}"]`).hidden = found > 0;
}
