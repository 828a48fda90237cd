import PaperWire

/// Why a part of a PDF cannot be read.
enum PDFFault: Error, Equatable {
    /// Not the syntax of ISO 32000; the text is for the log.
    case malformed(String)
    /// More nesting, objects or inflated bytes than granted.
    case tooComplex(String)
    /// Opens with a password only, or is sealed in a way this reader does not know.
    case encrypted(String)

    var refused: Refused {
        switch self {
        case .malformed(let detail): Refused(code: .unreadable, detail: detail)
        case .tooComplex(let detail): Refused(code: .tooComplex, detail: detail)
        case .encrypted(let detail): Refused(code: .encrypted, detail: detail)
        }
    }
}
