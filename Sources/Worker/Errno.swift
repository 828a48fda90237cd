import Glibc

/// The last system error as a sentence.
enum Errno {
    static func sentence(_ code: Int32 = errno) -> String {
        guard let text = strerror(code) else { return "error \(code)" }
        return String(cString: text)
    }
}
