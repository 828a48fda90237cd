import Rules

/// `multipart/form-data` (RFC 7578) as it arrives: part by part, without holding a file in memory. Total: any bytes give
/// pieces or `request.malformed`.
struct Multipart {
    /// Some bytes of one part; `part` counts from 1.
    struct Piece: Equatable {
        var part: Int
        var name: String
        var fileName: String
        var bytes: [UInt8]
    }
    /// Longest header block of one part, and most parts.
    static let maxHeaderBytes = 16 << 10
    static let maxParts = 128

    private enum State: Equatable { case preamble, header, body, end }
    private let delimiter: [UInt8]
    private var buffer: [UInt8]
    private var state = State.preamble
    private var part = Piece(part: 0, name: "", fileName: "", bytes: [])
    /// Names of the parts seen so far.
    private(set) var names: Set<String> = []

    var isComplete: Bool { state == .end }

    init(boundary: String) {
        delimiter = Array("\r\n--\(boundary)".utf8)
        buffer = Array("\r\n".utf8)
    }

    /// The boundary of a `Content-Type`; nil for any other type.
    static func boundary(of contentType: String?) -> String? {
        guard let contentType, contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
        guard let value = parameters(of: contentType[...])["boundary"] else { return nil }
        return (1...70).contains(value.utf8.count) ? value : nil
    }

    mutating func feed(_ bytes: [UInt8]) throws(Refusal) -> [Piece] {
        buffer += bytes
        var pieces: [Piece] = []
        while true {
            switch state {
            case .end:
                buffer.removeAll()
                return pieces
            case .preamble, .body:
                guard let at = Self.find(delimiter, in: buffer) else {
                    // Keep what may be the beginning of a delimiter.
                    let sure = max(0, buffer.count - delimiter.count + 1)
                    if state == .body, sure > 0 { pieces.append(piece(buffer[..<sure])) }
                    buffer.removeFirst(sure)
                    return pieces
                }
                let after = at + delimiter.count
                guard buffer.count >= after + 2 else { return pieces }
                if state == .body, at > 0 { pieces.append(piece(buffer[..<at])) }
                let isLast = buffer[after] == UInt8(ascii: "-") && buffer[after + 1] == UInt8(ascii: "-")
                buffer.removeFirst(after)
                state = isLast ? .end : .header
            case .header:
                guard let end = Self.find(Array("\r\n\r\n".utf8), in: buffer) else {
                    guard buffer.count <= Self.maxHeaderBytes else { throw Refusal(.requestMalformed) }
                    return pieces
                }
                guard end <= Self.maxHeaderBytes, part.part < Self.maxParts else { throw Refusal(.requestMalformed) }
                let disposition = Self.disposition(in: String(decoding: buffer[..<end], as: UTF8.self))
                part = Piece(part: part.part + 1, name: disposition["name"] ?? "", fileName: disposition["filename"] ?? "", bytes: [])
                names.insert(part.name)
                buffer.removeFirst(end + 4)
                state = .body
            }
        }
    }

    private static func disposition(in header: String) -> [String: String] {
        for line in header.split(separator: "\r\n") where line.lowercased().hasPrefix("content-disposition:") { return parameters(of: line) }
        return [:]
    }

    /// What stands behind the first `;` of a header, unquoted, names in lower case; the first of a name counts. A `;` between quotes
    /// parts nothing.
    private static func parameters(of header: Substring) -> [String: String] {
        var pieces: [String] = [""]
        var isQuoted = false
        for character in header {
            if character == ";" && !isQuoted { pieces.append("") } else { pieces[pieces.count - 1].append(character) }
            if character == "\"" { isQuoted.toggle() }
        }
        var parameters: [String: String] = [:]
        for piece in pieces.dropFirst() {
            guard let equals = piece.firstIndex(of: "=") else { continue }
            let name = piece[..<equals].drop { $0 == " " }.lowercased()
            if parameters[name] == nil { parameters[name] = piece[piece.index(after: equals)...].filter { $0 != "\"" } }
        }
        return parameters
    }

    private func piece(_ bytes: ArraySlice<UInt8>) -> Piece {
        Piece(part: part.part, name: part.name, fileName: part.fileName, bytes: Array(bytes))
    }

    private static func find(_ needle: [UInt8], in haystack: [UInt8]) -> Int? {
        guard haystack.count >= needle.count else { return nil }
        return haystack.withUnsafeBufferPointer { hay in
            needle.withUnsafeBufferPointer { needle in
                var i = 0
                let last = hay.count - needle.count
                while i <= last {
                    if hay[i] == needle[0] {
                        var j = 1
                        while j < needle.count, hay[i + j] == needle[j] { j += 1 }
                        if j == needle.count { return i }
                    }
                    i += 1
                }
                return nil
            }
        }
    }
}
