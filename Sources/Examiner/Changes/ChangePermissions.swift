import PaperWire

/// What the signers allowed to happen after a signature (ISO 32000-2 §12.8.2.2, §12.8.2.4).
struct ChangePermissions {
    struct FieldLock {
        enum Extent { case all, include, exclude }
        var extent: Extent
        var names: [String]

        func covers(_ field: String) -> Bool {
            let isNamed = names.contains { field == $0 || field.hasPrefix($0 + ".") }
            return switch extent {
            case .all: true
            case .include: isNamed
            case .exclude: !isNamed
            }
        }
    }

    /// /P of DocMDP: 1 evidence only, 2 forms and signatures as well, 3 annotations as well; nil where nobody certified.
    var certified: Int?
    var locks: [FieldLock] = []

    /// From the signature itself, its field's /Lock, and the certification of the document it stands in.
    init(_ field: SignatureField, in document: PDFDocument) throws {
        try take(references: field.value, document)
        if let lock = try document.resolve(field.field["Lock"]).dictionary { try take(lock: lock, document) }
        guard let permissions = try document.resolve(try document.catalog["Perms"]).dictionary, let certification = try document.resolve(permissions["DocMDP"]).dictionary else { return }
        let own = certified
        certified = nil
        let locksBefore = locks
        try take(references: certification, document)
        locks = locksBefore
        let whole = certified ?? Self.defaultLevel
        certified = own.map { min($0, whole) } ?? whole
    }

    private static let defaultLevel = 2

    private mutating func take(references dictionary: PDFDictionary, _ document: PDFDocument) throws {
        for reference in try document.resolve(dictionary["Reference"]).array ?? [] {
            guard let reference = try document.resolve(reference).dictionary else { continue }
            let parameters = try document.resolve(reference["TransformParams"]).dictionary
            switch try document.resolve(reference["TransformMethod"]).name {
            case "DocMDP":
                let level = try document.resolve(parameters?["P"] ?? .null).integer ?? Self.defaultLevel
                certified = min(certified ?? 3, (1...3).contains(level) ? level : 1)
            case "FieldMDP": if let parameters { try take(lock: parameters, document) }
            default: break
            }
        }
    }

    private mutating func take(lock: PDFDictionary, _ document: PDFDocument) throws {
        let names = try (document.resolve(lock["Fields"]).array ?? []).compactMap { try document.resolve($0).string.map { PDFText.decode($0.bytes) } }
        switch try document.resolve(lock["Action"]).name {
        case "All": locks.append(FieldLock(extent: .all, names: []))
        case "Include": locks.append(FieldLock(extent: .include, names: names))
        case "Exclude": locks.append(FieldLock(extent: .exclude, names: names))
        default: break
        }
        // PDF 2.0 lets a lock narrow what may happen to the whole document.
        if let level = try document.resolve(lock["P"]).integer, (1...3).contains(level) { certified = min(certified ?? 3, level) }
    }

    /// Marks the signer had before him belong to what he signed: take one away, and the page says something else (the shadow attacks of 2021). Only a
    /// certification that allows annotations to change (/P 3) lets them.
    func allowsAltering(_ change: RevisionChanges.Change) -> Bool {
        if case .annotationAltered = change.detail { return certified == 3 }
        return true
    }

    func forbids(_ change: RevisionChanges.Change) -> Bool {
        switch change.kind {
        case .none, .evidence: return false
        case .signature, .formFill:
            if certified == 1 { return true }
            switch change.detail {
            case .signatureAdded(let name), .formFilled(let name): return locks.contains { $0.covers(name) }
            default: return false
            }
        case .annotation: return certified.map { $0 < 3 } ?? false
        case .page: return certified != nil
        case .forbidden: return true
        }
    }
}
