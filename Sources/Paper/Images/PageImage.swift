/// A page as PNG.
public struct PageImage: Sendable {
    /// The width the request was snapped to.
    public let widthPx: Int
    /// The whole PNG file.
    public let png: [UInt8]
}
