// The citizen's form works without this. With it: where the telephone is, if its owner wants to say so.

const WITHIN_MS = 15_000;

const place = document.querySelector('[data-gps]');
if (place && 'geolocation' in navigator && window.isSecureContext) {
  const button = place.querySelector('[data-gps-button]');
  const state = place.querySelector('[data-gps-state]');
  place.hidden = false;
  button.addEventListener('click', () => {
    button.setAttribute('aria-busy', 'true');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        document.querySelector('[data-lat]').value = coords.latitude.toFixed(6);
        document.querySelector('[data-lon]').value = coords.longitude.toFixed(6);
        done(button.dataset.found.replace('{metres}', String(Math.round(coords.accuracy))));
      },
      () => done(button.dataset.failed),
      { enableHighAccuracy: true, timeout: WITHIN_MS, maximumAge: 0 },
    );
  });
  function done(sentence) {
    button.removeAttribute('aria-busy');
    state.textContent = sentence;
  }
}

// One press, one report.
const form = document.querySelector('[data-report-form]');
form?.addEventListener('submit', () => form.querySelector('button[type="submit"]').setAttribute('aria-busy', 'true'));
window.addEventListener('pageshow', () => form?.querySelector('button[type="submit"]').removeAttribute('aria-busy'));
