// How many have voted, as the signal says it: the number and the squares, nothing else moves.

/** @param data {poll, returned, of} */
export function showTurnout({ poll, returned, of }) {
  const place = document.querySelector(`[data-turnout="${CSS.escape(poll)}"]`);
  if (!place) return;
  for (const count of place.querySelectorAll('[data-turnout-count]')) {
    const text = count.textContent.includes('/') ? `${returned}/${of}` : String(returned);
    if (count.textContent !== text) count.textContent = text;
  }
  for (const seats of place.querySelectorAll('.seats.hidden-votes')) {
    Array.from(seats.children).forEach((seat, index) => seat.classList.toggle('returned', index < returned));
  }
}
