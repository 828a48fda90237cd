/// The document security store (ISO 32000-2 §12.8.4.3): certificates, revocation lists and OCSP responses kept for later.
struct EvidenceStore {
    static let maxItems = 2000

    let document: PDFDocument

    /// Adds what the document carries; broken items are left out, they could only have helped.
    func collect(into supply: inout Supply) throws {
        guard let store = try document.resolve(try document.catalog["DSS"]).dictionary else { return }
        supply.add(certificates: try streams(store["Certs"]))
        supply.evidence.add(lists: try streams(store["CRLs"]))
        supply.evidence.add(responses: try streams(store["OCSPs"]))
        guard let records = try document.resolve(store["VRI"]).dictionary else { return }
        // Usually the same objects again; a writer may keep them here alone.
        for value in records.entries.values.prefix(Self.maxItems) where store["Certs"].isNull || store["CRLs"].isNull || store["OCSPs"].isNull {
            guard let record = try document.resolve(value).dictionary else { continue }
            if store["Certs"].isNull { supply.add(certificates: try streams(record["Cert"])) }
            if store["CRLs"].isNull { supply.evidence.add(lists: try streams(record["CRL"])) }
            if store["OCSPs"].isNull { supply.evidence.add(responses: try streams(record["OCSP"])) }
        }
    }

    private func streams(_ value: PDFObject) throws -> [[UInt8]] {
        try (document.resolve(value).array ?? []).prefix(Self.maxItems).compactMap { item in
            guard let stream = try document.resolve(item).stream else { return nil }
            do {
                return try document.decode(stream)
            } catch PDFFault.malformed {
                return nil
            }
        }
    }
}
