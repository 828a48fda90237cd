import PaperWire

/// How large a photo may be before it is read: more than any telephone takes, less than fills the worker's memory.
enum PhotoLimits {
    static let maxSidePx = 30_000
    static let maxPixels = 120 << 20
    static let maxFileBytes = 10 << 20

    static func check(_ width: Int, _ height: Int) throws {
        guard width > 0, height > 0 else { throw Refused(code: .unreadable, detail: "a photo of \(width) × \(height) pixels") }
        guard width <= maxSidePx, height <= maxSidePx, width * height <= maxPixels else { throw Refused(code: .tooComplex, detail: "a photo of \(width) × \(height) pixels") }
    }
}
