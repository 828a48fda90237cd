import Hummingbird

/// One range of a `Range` header (RFC 9110 §14.2). Several ranges at once are answered with the whole, as the RFC allows.
enum ByteRange: Equatable {
    case whole
    case part(Range<Int>)
    case unsatisfiable

    static func of(_ request: Request, bytes: Int, tag: String) -> ByteRange {
        guard let header = request.headers[.range] else { return .whole }
        if let condition = request.headers[.ifRange], condition != tag { return .whole }
        return parse(header, bytes: bytes)
    }

    static func parse(_ header: String, bytes: Int) -> ByteRange {
        guard header.hasPrefix("bytes="), !header.contains(",") else { return .whole }
        let ends = header.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return .whole }
        // Digits alone: `Int` would take a sign.
        guard ends.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }) else { return .whole }
        switch (Int(ends[0]), Int(ends[1])) {
        case (nil, let last?) where ends[0].isEmpty:
            guard last > 0, bytes > 0 else { return .unsatisfiable }
            return .part(max(0, bytes - last)..<bytes)
        case (let first?, nil) where ends[1].isEmpty: return first < bytes ? .part(first..<bytes) : .unsatisfiable
        case (let first?, let last?):
            guard first <= last else { return .whole }
            return first < bytes ? .part(first..<min(last, bytes - 1) + 1) : .unsatisfiable
        default: return .whole
        }
    }
}
