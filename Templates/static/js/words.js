// The sentences of the page's language, sent along by the server.

const table = JSON.parse(document.querySelector('meta[name="ecabinet-words"]')?.content || '{}');

/** The sentence behind a key, its {parameters} filled in. */
export function words(key, parameters = {}) {
  const sentence = table[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => parameters[name] ?? whole);
}

export const language = document.documentElement.lang || 'vi';
