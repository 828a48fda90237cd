// Menus close when one clicks beside them, and with Escape, which gives the focus back.

const SELECTOR = 'details[data-menu][open]';

document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll(SELECTOR)) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll(SELECTOR)) {
    menu.open = false;
    if (menu.contains(document.activeElement)) menu.querySelector('summary').focus();
  }
});
