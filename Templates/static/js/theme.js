// Light or dark, remembered in a cookie so that the server draws the next page right at once.

const ONE_YEAR_S = 31_536_000;

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-theme-toggle]');
  if (!button) return;
  const dark = document.documentElement.dataset.theme !== 'dark';
  if (dark) document.documentElement.dataset.theme = 'dark';
  else delete document.documentElement.dataset.theme;
  document.cookie = `theme=${dark ? 'dark' : 'light'}; path=/; max-age=${ONE_YEAR_S}; SameSite=Lax`;
  for (const toggle of document.querySelectorAll('[data-theme-toggle]')) toggle.setAttribute('aria-pressed', String(dark));
});
