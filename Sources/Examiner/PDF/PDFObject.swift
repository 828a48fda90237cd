/// A PDF value (ISO 32000-2 §7.3).
///
/// Names and dictionary keys are kept as text with one scalar per byte, so that no two different names are equal.
indirect enum PDFObject {
    case null
    case boolean(Bool)
    case integer(Int)
    case real(Double)
    case name(String)
    case string(PDFString)
    case array([PDFObject])
    case dictionary(PDFDictionary)
    case reference(PDFReference)
    case stream(PDFStream)

    var integer: Int? { if case .integer(let value) = self { value } else { nil } }
    var name: String? { if case .name(let value) = self { value } else { nil } }
    var string: PDFString? { if case .string(let value) = self { value } else { nil } }
    var array: [PDFObject]? { if case .array(let value) = self { value } else { nil } }
    var reference: PDFReference? { if case .reference(let value) = self { value } else { nil } }
    var stream: PDFStream? { if case .stream(let value) = self { value } else { nil } }
    var isNull: Bool { if case .null = self { true } else { false } }
    var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }

    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .real(let value): value
        default: nil
        }
    }

    /// The dictionary itself, or that of a stream.
    var dictionary: PDFDictionary? {
        switch self {
        case .dictionary(let value): value
        case .stream(let value): value.dictionary
        default: nil
        }
    }
}

/// An indirect reference.
struct PDFReference: Hashable {
    var number: Int
    var generation: Int
}

/// A string, and where it stands in the file when it was read from there directly.
struct PDFString {
    var bytes: [UInt8]
    /// From the opening to behind the closing delimiter; nil inside an object stream.
    var range: Range<Int>?
    var isHexadecimal: Bool
}

/// A dictionary that remembers whether the file gave one of its keys twice: readers differ in which they believe.
struct PDFDictionary {
    var entries: [String: PDFObject]
    var hasDuplicateKeys = false

    /// Null and absent are the same (ISO 32000-2 §7.3.7).
    subscript(key: String) -> PDFObject {
        get { entries[key] ?? .null }
        set { entries[key] = newValue }
    }
}

/// A stream: its dictionary, and where its raw bytes lie.
struct PDFStream {
    var dictionary: PDFDictionary
    var source: ByteSource
    var range: Range<Int>
    /// Number and generation, which seal its encryption; nil for a stream that never is encrypted.
    var reference: PDFReference?
}
