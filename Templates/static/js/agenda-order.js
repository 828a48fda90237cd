// The agenda's order, by pointer and by keys: rows [data-order-row] are dragged at their handle, up and down for the place, sideways
// for the level; the arrow keys on a handle press the row's own buttons. The server says what the order is; a drag only asks for it.

import { call } from './api.js';
import { notify } from './notice.js';

const LEVELS = 3;
const LEVEL_PX = 28;
const START_PX = 5;
const EDGE_PX = 72;
const SCROLL_PX = 14;
const STEP_OF_KEY = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'outdent', ArrowRight: 'indent' };

export class AgendaOrder {
  #drag = null;

  constructor() {
    document.addEventListener('pointerdown', (event) => this.#press(event));
    document.addEventListener('pointermove', (event) => this.#move(event));
    document.addEventListener('pointerup', (event) => this.#release(event));
    document.addEventListener('pointercancel', () => this.#end());
    document.addEventListener('keydown', (event) => this.#key(event));
    // What is under the finger stays where it is; the refresh comes after the drop.
    document.addEventListener('ecabinet:before-part', (event) => {
      if (!this.#drag?.line || event.detail.name !== 'prepare-agenda') return;
      event.preventDefault();
      this.#drag.isStale = true;
    });
  }

  #press(event) {
    const handle = event.target.closest('[data-order-handle]');
    if (!handle || event.button !== 0 || this.#drag) return;
    const row = handle.closest('[data-order-row]');
    const body = row.closest('[data-order]');
    handle.setPointerCapture(event.pointerId);
    this.#drag = { handle, row, body, pointer: event.pointerId, x: event.clientX, y: event.clientY, depth: Number(row.dataset.depth), line: null, target: null };
  }

  #begin() {
    const drag = this.#drag;
    const rows = [...drag.body.querySelectorAll('[data-order-row]')];
    const at = rows.indexOf(drag.row);
    let end = at + 1;
    while (end < rows.length && Number(rows[end].dataset.depth) > drag.depth) end += 1;
    drag.branch = rows.slice(at, end);
    drag.rest = rows.filter((row) => !drag.branch.includes(row));
    drag.height = 1 + Math.max(...drag.branch.map((row) => Number(row.dataset.depth))) - drag.depth;
    for (const row of drag.branch) row.classList.add('dragged');
    drag.line = document.createElement('div');
    drag.line.className = 'order-line';
    drag.body.closest('.table-frame').append(drag.line);
  }

  #move(event) {
    const drag = this.#drag;
    if (!drag || event.pointerId !== drag.pointer) return;
    if (!drag.line) {
      if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < START_PX) return;
      this.#begin();
    }
    event.preventDefault();
    if (event.clientY < EDGE_PX) window.scrollBy(0, -SCROLL_PX);
    if (event.clientY > window.innerHeight - EDGE_PX) window.scrollBy(0, SCROLL_PX);
    this.#aim(event.clientX, event.clientY);
  }

  /** Where the item would come, and the line that says so. */
  #aim(x, y) {
    const drag = this.#drag;
    let gap = drag.rest.findIndex((row) => { const box = row.getBoundingClientRect(); return y < box.top + box.height / 2; });
    if (gap < 0) gap = drag.rest.length;
    const depthOf = (row) => Number(row.dataset.depth);
    const before = drag.rest[gap - 1];
    const after = drag.rest[gap];
    const most = Math.min(before ? depthOf(before) + 1 : 0, LEVELS - drag.height);
    const least = after ? depthOf(after) : 0;
    if (least > most) return;
    const depth = Math.max(least, Math.min(most, drag.depth + Math.round((x - drag.x) / LEVEL_PX)));
    const parent = depth === 0 ? null : drag.rest.slice(0, gap).findLast((row) => depthOf(row) === depth - 1).dataset.orderRow;
    const place = 1 + drag.rest.slice(0, gap).filter((row) => (row.dataset.parent || null) === parent).length;
    drag.target = { parent, place };
    const frame = drag.line.parentElement.getBoundingClientRect();
    const edge = before ? before.getBoundingClientRect().bottom : after ? after.getBoundingClientRect().top : frame.top;
    drag.line.style.top = `${edge - frame.top}px`;
    drag.line.style.left = `${12 + depth * LEVEL_PX}px`;
  }

  async #release(event) {
    const drag = this.#drag;
    if (!drag || event.pointerId !== drag.pointer) return;
    const { row, body, target } = drag;
    this.#end();
    if (!target) return;
    if (target.parent === (row.dataset.parent || null) && target.place === Number(row.dataset.place)) return;
    try {
      const answer = await call('PUT', `${body.dataset.order}/${row.dataset.orderRow}/place`, { parentId: target.parent, place: target.place });
      document.dispatchEvent(new CustomEvent('ecabinet:done', { detail: { answer } }));
    } catch (error) {
      notify(error.message, { bad: true });
    }
  }

  #end() {
    const drag = this.#drag;
    this.#drag = null;
    if (!drag?.line) return;
    drag.line.remove();
    for (const row of drag.branch) row.classList.remove('dragged');
    if (drag.isStale) document.dispatchEvent(new CustomEvent('ecabinet:done', { detail: {} }));
  }

  #key(event) {
    if (event.key === 'Escape' && this.#drag?.line) { this.#drag.target = null; this.#end(); return; }
    const handle = event.target.closest?.('[data-order-handle]');
    const step = STEP_OF_KEY[event.key];
    if (!handle || !step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    handle.closest('[data-order-row]').querySelector(`[data-order-step="${step}"]`)?.click();
  }
}
