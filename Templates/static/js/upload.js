// Papers from the secretary's machine: dropped or chosen, two at a time, each with its progress and, where it fails, its reason.

import { newKey } from './api.js';
import { icon, say } from './notice.js';
import { language, words } from './words.js';

const AT_ONCE = 2;
const MAX_BYTES = 200 * 1024 * 1024;

class Upload {
  #file;
  #address;
  #key = newKey();
  #row = document.createElement('li');
  #state = document.createElement('span');
  #bar = document.createElement('progress');
  #again = document.createElement('button');
  #problem = document.createElement('p');
  #retry;

  constructor(file, address, retry) {
    this.#file = file;
    this.#address = address;
    this.#retry = retry;
    this.#build();
  }

  get row() { return this.#row; }
  get name() { return this.#file.name; }

  #build() {
    const name = document.createElement('span');
    name.className = 'upload-name';
    const strong = document.createElement('strong');
    strong.textContent = this.#file.name;
    this.#state.className = 'small muted num';
    this.#state.textContent = words('uploadWaits', { size: size(this.#file.size) });
    name.append(strong, this.#state);
    this.#bar.max = 1;
    this.#bar.value = 0;
    this.#bar.setAttribute('aria-label', this.#file.name);
    this.#again.type = 'button';
    this.#again.className = 'btn quiet compact';
    this.#again.hidden = true;
    this.#again.textContent = words('uploadAgain');
    this.#again.addEventListener('click', () => this.#retry(this));
    this.#problem.className = 'upload-problem';
    this.#problem.hidden = true;
    this.#row.className = 'upload';
    this.#row.append(name, this.#bar, this.#again, this.#problem);
  }

  /** Resolves when the server answered or could not be reached; true when the paper arrived. */
  run() {
    this.#again.hidden = true;
    this.#problem.hidden = true;
    if (this.#file.size > MAX_BYTES) return Promise.resolve(this.#fail(words('uploadTooLarge', { limit: size(MAX_BYTES) }), false));
    if (this.#file.size === 0) return Promise.resolve(this.#fail(words('uploadEmpty'), false));
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('POST', this.#address);
      request.setRequestHeader('Content-Type', this.#file.type || 'application/octet-stream');
      request.setRequestHeader('Accept-Language', language);
      request.setRequestHeader('Idempotency-Key', this.#key);
      request.upload.addEventListener('progress', (event) => this.#progress(event.loaded, event.total));
      request.addEventListener('load', () => resolve(this.#answered(request)));
      request.addEventListener('error', () => resolve(this.#fail(words('unreachable'), true)));
      request.send(this.#file);
    });
  }

  #progress(loaded, total) {
    this.#bar.value = total ? loaded / total : 0;
    const all = loaded >= total;
    this.#state.textContent = all ? words('uploadChecking') : words('uploadSent', { done: size(loaded), all: size(total) });
  }

  #answered(request) {
    if (request.status >= 200 && request.status < 300) {
      this.#bar.value = 1;
      this.#state.textContent = words(request.status === 200 ? 'uploadKnown' : 'uploadDone');
      this.#row.append(icon('check'));
      say(words('uploadSaid', { name: this.name }));
      return true;
    }
    let sentence = words('failed', { status: request.status });
    try { sentence = JSON.parse(request.responseText).detail ?? sentence; } catch { /* an answer that is no JSON has no sentence */ }
    return this.#fail(sentence, request.status >= 500 || request.status === 429);
  }

  #fail(sentence, passing) {
    this.#bar.value = 0;
    this.#problem.textContent = sentence;
    this.#problem.hidden = false;
    this.#again.hidden = !passing;
    this.#state.textContent = words('uploadFailed');
    say(`${this.name}: ${sentence}`, 'assertive');
    return false;
  }
}

class Uploads {
  #waiting = [];
  #running = 0;

  constructor() {
    document.addEventListener('change', (event) => {
      if (!event.target.matches('[data-upload-files]')) return;
      this.#add(Array.from(event.target.files));
      event.target.value = '';
    });
    document.addEventListener('dragover', (event) => this.#over(event, true));
    document.addEventListener('dragleave', (event) => this.#over(event, false));
    document.addEventListener('drop', (event) => this.#drop(event));
  }

  get #zone() { return document.querySelector('[data-upload]'); }

  #over(event, isOver) {
    if (!this.#zone || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#zone.classList.toggle('over', isOver && this.#zone.contains(event.target));
  }

  #drop(event) {
    if (!this.#zone || !event.dataTransfer?.files.length) return;
    event.preventDefault();
    this.#zone.classList.remove('over');
    if (this.#zone.contains(event.target)) this.#add(Array.from(event.dataTransfer.files));
  }

  #add(files) {
    const zone = this.#zone;
    const item = zone.querySelector('[data-upload-item]').value;
    const kind = zone.querySelector('[data-upload-kind]').value;
    for (const file of files) {
      const query = new URLSearchParams({ title: file.name.normalize('NFC').replace(/\.[^.]+$/, ''), kind, filename: file.name.normalize('NFC') });
      if (item) query.set('itemId', item);
      const upload = new Upload(file, `${zone.dataset.url}?${query}`, (again) => { this.#waiting.push(again); this.#next(); });
      zone.querySelector('[data-uploads]').append(upload.row);
      this.#waiting.push(upload);
    }
    this.#next();
  }

  #next() {
    while (this.#running < AT_ONCE && this.#waiting.length) this.#start(this.#waiting.shift());
  }

  async #start(upload) {
    this.#running += 1;
    const arrived = await upload.run();
    this.#running -= 1;
    if (arrived) document.dispatchEvent(new CustomEvent('ecabinet:done', { detail: { upload: upload.name } }));
    this.#next();
  }
}

function size(bytes) {
  const format = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 });
  if (bytes < 1024 * 1024) return `${format.format(Math.max(1, Math.round(bytes / 1024)))} KB`;
  return `${format.format(bytes / 1024 / 1024)} MB`;
}

new Uploads();
