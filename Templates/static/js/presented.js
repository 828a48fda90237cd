// The page that is before everybody, as the agenda carries it: rendered by the server, kept up by what push says.

const place = () => document.querySelector('[data-fragment="agenda"]');

/** {document, page, by}, or null. */
export function presented() {
  const { presentedDocument, presentedPage, presentedBy } = place()?.dataset ?? {};
  return presentedDocument ? { document: presentedDocument, page: Number(presentedPage), by: presentedBy } : null;
}

/** Another page, or none; whoever shows something of it hears of the change. */
export function setPresented(shown) {
  const data = place()?.dataset;
  if (!data) return;
  if (shown) {
    Object.assign(data, { presentedDocument: shown.document, presentedPage: String(shown.page), presentedBy: shown.by });
  } else {
    delete data.presentedDocument;
    delete data.presentedPage;
    delete data.presentedBy;
  }
  document.dispatchEvent(new CustomEvent('ecabinet:presented'));
}
