// A certificate file chosen from the disk is put into the form as PEM; a binary one (DER) gets its armour here. Nothing is sent before the form is.

const LINE = 64;
const ARMOUR = '-----BEGIN CERTIFICATE-----';

document.addEventListener('change', async (event) => {
  const chooser = event.target.closest('[data-anchor-file]');
  const file = chooser?.files[0];
  if (!file) return;
  const { form } = chooser;
  form.elements.pem.value = pem(new Uint8Array(await file.arrayBuffer()));
  if (!form.elements.name.value) form.elements.name.value = anchorName(file.name);
});

function pem(bytes) {
  const text = new TextDecoder().decode(bytes);
  if (text.includes(ARMOUR)) return text;
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const lines = base64.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return [ARMOUR, ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** "Gốc Quốc gia.cer" → "goc-quoc-gia.pem": what the server takes for a name. */
function anchorName(name) {
  const stem = name.replace(/\.[^.]*$/, '').normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
  return `${stem.replace(/[^a-z0-9._-]+/g, '-').replace(/^[.-]+|-+$/g, '') || 'goc'}.pem`;
}
