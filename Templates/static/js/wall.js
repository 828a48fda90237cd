// A wall on which nothing is on looks from time to time whether something is: [data-refresh="seconds"]. The page is read again only when the
// server answers, so that a network that is gone takes nothing off the wall.

/** Reads the page again, once the server answers. */
export async function readAgain() {
  const answer = await fetch(location.href, { credentials: 'same-origin', cache: 'no-store' }).catch(() => null);
  if (answer?.ok) location.reload();
}

const seconds = Number(document.querySelector('[data-refresh]')?.dataset.refresh ?? 0);
if (seconds) setInterval(readAgain, seconds * 1_000);
