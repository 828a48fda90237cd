import Foundation
import Rules

/// What a browser sends with the sign-in form, and where it may be sent afterwards.
enum SignInForm {
    /// Only paths of this site: an address from outside never sends anyone elsewhere.
    static func safe(_ next: String?) -> String {
        guard let next, next.hasPrefix("/"), !next.hasPrefix("//"), !next.contains("\\"), next.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }), !next.hasPrefix("/sign-") else { return "/" }
        return next
    }

    /// `application/x-www-form-urlencoded` (WHATWG URL §5.1).
    static func fields(_ text: String) throws(Refusal) -> [String: String] {
        var fields: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(parts[0]), let value = decoded(parts.count > 1 ? parts[1] : "") else { throw Refusal(.requestMalformed) }
            fields[name] = value
        }
        return fields
    }

    private static func decoded(_ text: Substring) -> String? {
        text.replacingOccurrences(of: "+", with: " ").removingPercentEncoding
    }
}
